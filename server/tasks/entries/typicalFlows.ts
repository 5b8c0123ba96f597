// What companies of a branch usually take in and give off, for who types a screening and knows no figure yet.
import type { TypicalFlowShown } from '../../contract/entry.ts';
import type { Language } from '../../contract/errors.ts';
import type { TypicalFlow, TypicalYield } from '../../domain/typical.ts';
import { loadLexicon } from '../../reference/loadLexicon.ts';
import { loadTypical } from '../../reference/loadTypical.ts';
import { createProfileFinder } from '../../taxonomy/context.ts';
import { knowledge } from '../knowledge.ts';

type Found = { readonly flows: readonly TypicalFlow[]; readonly yields: readonly TypicalYield[] };
let find: ((activity: string | null, nace: string | null) => Found) | null = null;

/** Rows of the branches that the company's own words or its NACE code name; nothing where neither is known. */
export function typicalOf(activity: string | null, nace: string | null): Found {
  if (find === null) {
    const { activities } = loadLexicon(new Set(knowledge().reference.resources.keys()));
    const typical = loadTypical(new Set(activities.map(({ id }) => id)));
    const profilesOf = createProfileFinder(activities);
    find = (words, code) => {
      const branches = new Set(words === null && code === null ? [] : profilesOf(words, code).map(({ id }) => id));
      return {
        flows: typical.flows.filter(({ branch }) => branches.has(branch)),
        yields: typical.yields.filter(({ branch }) => branches.has(branch)),
      };
    };
  }
  return find(activity, nace);
}

export const typicalShown = (activity: string, nace: string, language: Language): TypicalFlowShown[] =>
  typicalOf(activity.trim() === '' ? null : activity, nace.trim() === '' ? null : nace).flows.map((flow) => ({
    id: flow.id,
    branch: flow.branch,
    direction: flow.direction,
    role: flow.role,
    words: flow.words[language],
    low: flow.low,
    likely: flow.likely,
    high: flow.high,
    unit: flow.unit,
    driver: flow.driver[language],
    driver_unit: flow.driverUnit,
    temperature: flow.temperature,
    evidence: flow.evidence,
    source: flow.source,
    year: flow.year,
  }));
