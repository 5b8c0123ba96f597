// Which rules of law must be looked at, and which forbid it outright?
import { isStopped } from '../hardStops.ts';
import type { SynergyRule } from '../../domain/rule.ts';
import type { MatchReference } from '../knowledge.ts';
import type { CheckResult } from '../../domain/match.ts';
import { judged, type Check } from '../pair.ts';

/** Row of data/legal-flags.csv that the duty to examine surplus heat stands in. */
const DUTY = 'HWCB';

const NONE = judged('law', 'pass', 'law.none');

export const checkLaw: Check = ({ link, surplus, need, duty }, { hardStops, reference }) => {
  const stop = isStopped(hardStops, surplus, need);
  if (stop !== null) return judged('law', 'fail', 'law.stop', { flag: stop.flag, why_nb: stop.why.nb, why_en: stop.why.en });
  const flags = link.rule?.legalFlags ?? [];
  if (flags.length === 0 && duty === null) return NONE;
  const { names, ask } = link.rule === null ? NO_RULE : askedBy(link.rule, reference.legalFlags);
  if (duty !== null) {
    const more = flags.some(({ flag }) => flag !== DUTY);
    const code = duty.kind === 'plant' ? (more ? 'law.dutyPlantAsk' : 'law.dutyPlant') : more ? 'law.dutyDataAsk' : 'law.dutyData';
    return judged('law', 'unknown', code, {
      least: duty.least,
      flag: DUTY,
      ...(more ? names : {}),
    });
  }
  return ask;
};

type Asked = { readonly names: Readonly<Record<string, string>>; readonly ask: CheckResult };
const asking = (names: Asked['names']): Asked => ({ names, ask: judged('law', 'unknown', 'law.ask', names) });
const NO_RULE = asking({});
const known = new WeakMap<SynergyRule, Asked>();

/** A name within a sentence: abbreviations such as REACH keep their capitals. */
const inSentence = (name: string): string => name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** The flags of a rule in both languages; worked out once a rule. */
function askedBy(rule: SynergyRule, legalFlags: MatchReference['legalFlags']): Asked {
  const kept = known.get(rule);
  if (kept !== undefined) return kept;
  const named = (language: 'nb' | 'en'): string =>
    rule.legalFlags.map(({ flag }) => `${inSentence(legalFlags.get(flag)?.name[language] ?? flag)} (${flag})`).join(', ');
  const made = asking({ flags_nb: named('nb'), flags_en: named('en') });
  known.set(rule, made);
  return made;
}
