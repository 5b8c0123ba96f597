// Which rules of law must be looked at, and which forbid it outright?
import { isStopped } from '../hardStops.ts';
import { judged, type Check } from '../pair.ts';

export const checkLaw: Check = ({ link, surplus, need }, { hardStops, reference }) => {
  const stop = isStopped(hardStops, surplus, need);
  if (stop !== null) return judged('law', 'fail', 'law.stop', { flag: stop.flag, why_nb: stop.why.nb, why_en: stop.why.en });
  const flags = link.rule?.legalFlags ?? [];
  if (flags.length === 0) return judged('law', 'pass', 'law.none');
  const named = (language: 'nb' | 'en'): string =>
    flags.map(({ flag }) => `${reference.legalFlags.get(flag)?.name[language].toLowerCase() ?? flag} (${flag})`).join(', ');
  return judged('law', 'unknown', 'law.ask', { flags_nb: named('nb'), flags_en: named('en') });
};
