// Does what is known of the quality meet what the need asks?
import { divisionOf } from '../companyFit.ts';
import { gradeClash } from '../grades.ts';
import type { MatchKnowledge } from '../knowledge.ts';
import { judged, type Check, type Pair } from '../pair.ts';
import { limitGap, limitsIn, loosened, statedIn, type Limit } from '../qualityLimits.ts';

const textOf = (flow: { readonly words: string; readonly quality: string | null }): string => `${flow.words}; ${flow.quality ?? ''}`;

/** Limits that the use itself sets for such a taker. */
const limitsOfUse = ({ link, need, taker }: Pair, { useLimits }: MatchKnowledge): readonly Limit[] => {
  const nodes = [link.use, need.resources[0]?.resource ?? null];
  const division = divisionOf(taker?.nace ?? null);
  return useLimits.filter(
    ({ use, nace }) =>
      nodes.some((node) => node !== null && (node === use || node.startsWith(`${use}.`))) && (nace === '' || divisionOf(nace) === division),
  );
};

/** A figure that misses a limit by less than blending evens out is a warning, beyond that a refusal. */
export const checkQuality: Check = (pair, knowledge) => {
  const { surplus, need, link } = pair;
  const { properties, grades, settings } = knowledge;
  const clash = gradeClash(grades, textOf(surplus), textOf(need));
  if (clash !== null) return judged('quality', 'fail', 'quality.grade', { family: clash.family, given: clash.given, wanted: clash.wanted });
  const stated = statedIn(textOf(surplus), properties);
  const asked = limitsIn(textOf(need), properties);
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
