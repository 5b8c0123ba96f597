// Which rules of law must be looked at, and which forbid it outright?
import { isStopped } from '../hardStops.ts';
import type { SynergyRule } from '../../domain/rule.ts';
import type { MatchReference } from '../knowledge.ts';
import { judged, type Check } from '../pair.ts';

/** Row of data/legal-flags.csv that the duty to examine surplus heat stands in. */
const DUTY = 'HWCB';

export const checkLaw: Check = ({ link, surplus, need, duty }, { hardStops, reference }) => {
  const stop = isStopped(hardStops, surplus, need);
  if (stop !== null) return judged('law', 'fail', 'law.stop', { flag: stop.flag, why_nb: stop.why.nb, why_en: stop.why.en });
  const flags = link.rule?.legalFlags ?? [];
  if (flags.length === 0 && duty === null) return judged('law', 'pass', 'law.none');
  const asked = link.rule === null ? {} : namesOf(link.rule, reference.legalFlags);
  if (duty !== null) {
    const more = flags.some(({ flag }) => flag !== DUTY);
    const code = duty.kind === 'plant' ? (more ? 'law.dutyPlantAsk' : 'law.dutyPlant') : more ? 'law.dutyDataAsk' : 'law.dutyData';
    return judged('law', 'unknown', code, {
      least: duty.least,
      flag: DUTY,
      ...(more ? asked : {}),
    });
  }
  return judged('law', 'unknown', 'law.ask', asked);
};

type Names = Readonly<Record<'flags_nb' | 'flags_en', string>>;
const known = new WeakMap<SynergyRule, Names>();

/** The flags of a rule in both languages; worked out once a rule. */
function namesOf(rule: SynergyRule, legalFlags: MatchReference['legalFlags']): Names {
  const kept = known.get(rule);
  if (kept !== undefined) return kept;
  const named = (language: 'nb' | 'en'): string =>
    rule.legalFlags.map(({ flag }) => `${legalFlags.get(flag)?.name[language].toLowerCase() ?? flag} (${flag})`).join(', ');
  const made = { flags_nb: named('nb'), flags_en: named('en') };
  known.set(rule, made);
  return made;
}
