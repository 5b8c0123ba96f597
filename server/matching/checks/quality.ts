// Does what is known of the quality meet what the need asks?
import { divisionOf } from '../companyFit.ts';
import type { Flow } from '../../domain/flow.ts';
import { gradeClash, gradesIn } from '../grades.ts';
import type { MatchKnowledge } from '../knowledge.ts';
import { judged, type Check, type Pair } from '../pair.ts';
import { limitGap, limitsIn, loosened, statedIn, type Limit, type Stated, type UseLimit } from '../qualityLimits.ts';

type Told = {
  readonly stated: readonly Stated[];
  readonly limits: readonly Limit[];
  readonly grades: ReadonlyMap<string, readonly string[]>;
};
const told = new WeakMap<MatchKnowledge, WeakMap<Flow, Told>>();

/** What the words and the note of a flow say of its quality; read once a flow. */
function toldOf(flow: Flow, knowledge: MatchKnowledge): Told {
  let known = told.get(knowledge);
  if (known === undefined) told.set(knowledge, (known = new WeakMap()));
  let made = known.get(flow);
  if (made === undefined) {
    const text = `${flow.words}; ${flow.quality ?? ''}`;
    const { properties, grades } = knowledge;
    made = { stated: statedIn(text, properties), limits: limitsIn(text, properties), grades: gradesIn(grades, text) };
    known.set(flow, made);
  }
  return made;
}

const byUse = new WeakMap<MatchKnowledge, Map<string, readonly UseLimit[]>>();

/** Limits that the use itself sets for such a taker. */
function limitsOfUse({ link, need, taker }: Pair, knowledge: MatchKnowledge): readonly Limit[] {
  const nodes = [link.use, need.resources[0]?.resource ?? null];
  const nace = taker?.nace ?? '';
  const key = `${nodes[0] ?? ''}|${nodes[1] ?? ''}|${nace}`;
  let known = byUse.get(knowledge);
  if (known === undefined) byUse.set(knowledge, (known = new Map()));
  let limits = known.get(key);
  if (limits === undefined) {
    const division = divisionOf(nace);
    limits = knowledge.useLimits.filter(
      (limit) =>
        nodes.some((node) => node !== null && (node === limit.use || node.startsWith(`${limit.use}.`))) &&
        (limit.nace === '' || divisionOf(limit.nace) === division),
    );
    known.set(key, limits);
  }
  return limits;
}

/** A figure that misses a limit by less than blending evens out is a warning, beyond that a refusal. */
export const checkQuality: Check = (pair, knowledge) => {
  const { surplus, need, link } = pair;
  const { properties, settings } = knowledge;
  const { stated, grades } = toldOf(surplus, knowledge);
  const { limits: asked, grades: wanted } = toldOf(need, knowledge);
  const clash = gradeClash(grades, wanted);
  if (clash !== null) return judged('quality', 'fail', 'quality.grade', { family: clash.family, given: clash.given, wanted: clash.wanted });
  let open: Limit | null = null;
  let blended: Limit | null = null;
  let treatable: (Limit & { readonly treatment: string }) | null = null;
  let met = 0;
  for (const limit of [...asked, ...limitsOfUse(pair, knowledge)]) {
    const fact = stated.find(({ property }) => property === limit.property);
    if (fact === undefined) {
      if (asked.includes(limit)) open ??= limit;
      continue;
    }
    const eased = loosened(limit, settings['quality.blend']);
    const gap = limitGap(fact, eased);
    const values = { property: limit.property, value: fact.value, limit: limit.value, unit: limit.unit };
    const treatment = link.rule?.pretreatment ?? null;
    const treated = treatment !== null && (properties.find(({ id }) => id === limit.property)?.treatment?.test(treatment) ?? false);
    if (gap > 0 && treated) {
      treatable ??= { ...limit, treatment };
      continue;
    }
    if (gap > 0) {
      return judged('quality', 'fail', limit.kind === 'atMost' ? 'quality.over' : 'quality.under', values, {
        gap: { value: gap, unit: limit.unit },
        change: { field: `quality.${limit.property}`, flow: surplus.id, from: fact.value, to: eased.value, unit: limit.unit },
      });
    }
    if (limitGap(fact, limit) > 0) blended = limit;
    else met++;
  }
  if (treatable !== null) {
    const { property, value, unit, treatment } = treatable;
    return judged('quality', 'warn', 'quality.treat', { property, limit: value, unit, treatment });
  }
  if (blended !== null)
    return judged('quality', 'warn', 'quality.blend', { property: blended.property, limit: blended.value, unit: blended.unit });
  if (open !== null)
    return judged('quality', 'unknown', 'quality.notStated', { property: open.property, limit: open.value, unit: open.unit });
  if (met > 0) return judged('quality', 'pass', 'quality.met', { limits: met });
  const conditions = link.rule?.conditions ?? null;
  return conditions === null
    ? judged('quality', 'unknown', 'quality.unknown')
    : judged('quality', 'unknown', 'quality.ask', { conditions });
};
