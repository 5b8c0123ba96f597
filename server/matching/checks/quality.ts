// Does what is known of the quality meet what the need asks?
import type { CheckResult } from '../../domain/match.ts';
import type { SynergyRule } from '../../domain/rule.ts';
import { divisionOf } from '../companyFit.ts';
import type { Flow } from '../../domain/flow.ts';
import { gradeClash, gradesIn } from '../grades.ts';
import type { MatchKnowledge } from '../knowledge.ts';
import { judged, type Check, type Pair } from '../pair.ts';
import { limitGap, limitsIn, loosened, statedIn, type Limit, type Property, type Stated, type UseLimit } from '../qualityLimits.ts';

type Told = {
  readonly stated: readonly Stated[];
  readonly limits: readonly Limit[];
  readonly grades: ReadonlyMap<string, readonly string[]>;
};
const told = new WeakMap<MatchKnowledge, Map<string, Told>>();
const toldByFlow = new WeakMap<Flow, { readonly knowledge: MatchKnowledge; readonly told: Told }>();
const NONE: readonly never[] = [];

/** What the words and the note of a flow say of its quality; read once a text. */
function toldOf(flow: Flow, knowledge: MatchKnowledge): Told {
  const before = toldByFlow.get(flow);
  if (before?.knowledge === knowledge) return before.told;
  let known = told.get(knowledge);
  if (known === undefined) told.set(knowledge, (known = new Map()));
  const text = `${flow.words}; ${flow.quality ?? ''}`;
  let made = known.get(text);
  if (made === undefined) {
    const { properties, grades } = knowledge;
    const figures = /\d/u.test(text);
    made = {
      stated: figures ? statedIn(text, properties) : NONE,
      limits: figures ? limitsIn(text, properties) : NONE,
      grades: gradesIn(grades, text),
    };
    known.set(text, made);
  }
  toldByFlow.set(flow, { knowledge, told: made });
  return made;
}

const byUse = new WeakMap<MatchKnowledge, Map<string, readonly UseLimit[]>>();

/** Limits for a node, whoever takes it; worked out once a node. */
function limitsOfNode(node: string, knowledge: MatchKnowledge): readonly UseLimit[] {
  let known = byUse.get(knowledge);
  if (known === undefined) byUse.set(knowledge, (known = new Map()));
  let limits = known.get(node);
  if (limits === undefined) known.set(node, (limits = knowledge.useLimits.filter(({ use }) => node === use || node.startsWith(`${use}.`))));
  return limits;
}

/** Limits that the use itself sets for such a taker. */
function limitsOfUse({ link, need, taker }: Pair, knowledge: MatchKnowledge): readonly Limit[] {
  const likely = need.resources[0]?.resource;
  const ofLink = link.use === null ? NONE : limitsOfNode(link.use, knowledge);
  const ofNeed = likely === undefined || likely === link.use ? NONE : limitsOfNode(likely, knowledge);
  if (ofLink.length === 0 && ofNeed.length === 0) return NONE;
  const division = divisionOf(taker?.nace ?? '');
  return knowledge.useLimits.filter(
    (limit) => (ofLink.includes(limit) || ofNeed.includes(limit)) && (limit.nace === '' || divisionOf(limit.nace) === division),
  );
}

const UNKNOWN = judged('quality', 'unknown', 'quality.unknown');
const conditionsAsked = new WeakMap<SynergyRule, CheckResult>();

/** Where nothing is stated: the conditions of the rule are asked for. */
function askOf(rule: SynergyRule | null): CheckResult {
  if (rule === null || rule.conditions === null) return UNKNOWN;
  let asked = conditionsAsked.get(rule);
  if (asked === undefined)
    conditionsAsked.set(
      rule,
      (asked = judged('quality', 'unknown', 'quality.ask', {
        conditions_nb: rule.conditionsNb ?? rule.conditions,
        conditions_en: rule.conditions,
      })),
    );
  return asked;
}

/** A property by its name in both languages. */
function named(property: string, properties: readonly Property[]): { readonly property_nb: string; readonly property_en: string } {
  const found = properties.find(({ id }) => id === property);
  return { property_nb: found?.nb ?? property, property_en: found?.en ?? property };
}

/** A figure that misses a limit by less than blending evens out is a warning, beyond that a refusal. */
export const checkQuality: Check = (pair, knowledge) => {
  const { surplus, need, link } = pair;
  const { properties, settings } = knowledge;
  const { stated, grades } = toldOf(surplus, knowledge);
  const { limits: asked, grades: wanted } = toldOf(need, knowledge);
  const clash = gradeClash(grades, wanted);
  if (clash !== null) return judged('quality', 'fail', 'quality.grade', { family: clash.family, given: clash.given, wanted: clash.wanted });
  const ofUse = limitsOfUse(pair, knowledge);
  if (asked.length === 0 && ofUse.length === 0) return askOf(link.rule);
  let open: Limit | null = null;
  let blended: Limit | null = null;
  let treatable: (Limit & { readonly rule: SynergyRule }) | null = null;
  let met = 0;
  for (const limit of [...asked, ...ofUse]) {
    const fact = stated.find(({ property }) => property === limit.property);
    if (fact === undefined) {
      if (asked.includes(limit)) open ??= limit;
      continue;
    }
    const eased = loosened(limit, settings['quality.blend']);
    const gap = limitGap(fact, eased);
    const values = { ...named(limit.property, properties), value: fact.value, limit: limit.value, unit: limit.unit };
    const treatment = link.rule?.pretreatment ?? null;
    const treated = treatment !== null && (properties.find(({ id }) => id === limit.property)?.treatment?.test(treatment) ?? false);
    if (gap > 0 && treated && link.rule !== null) {
      treatable ??= { ...limit, rule: link.rule };
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
    const { property, value, unit, rule } = treatable;
    const treatment = rule.pretreatment ?? '';
    const words = { treatment_nb: rule.pretreatmentNb ?? treatment, treatment_en: treatment };
    return judged('quality', 'warn', 'quality.treat', { ...named(property, properties), limit: value, unit, ...words });
  }
  if (blended !== null)
    return judged('quality', 'warn', 'quality.blend', { ...named(blended.property, properties), limit: blended.value, unit: blended.unit });
  if (open !== null)
    return judged('quality', 'unknown', 'quality.notStated', { ...named(open.property, properties), limit: open.value, unit: open.unit });
  if (met > 0) return judged('quality', 'pass', 'quality.met', { limits: met });
  return askOf(link.rule);
};
