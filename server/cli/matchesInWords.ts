// Matches for a person at a terminal: what, from whom, to whom, how much, what it is worth, how far, and what speaks against it.
import type { Language } from '../contract/errors.ts';
import type { MatchAnswer, MatchShown } from '../contract/matchAnswer.ts';
import type { FlowNames } from '../tasks/matchCluster.ts';

const WORDS = {
  nb: { year: 'år', nok: 'kr', via: 'gjennom', no: 'Nei: ', none: 'Ingen treff.' },
  en: { year: 'year', nok: 'NOK', via: 'through', no: 'No: ', none: 'No matches.' },
} as const;

/** `everything`: each check with its reason, and what to ask; else only what fails or warns. */
export function matchesInWords(answer: MatchAnswer, names: FlowNames, language: Language, everything: boolean): string {
  const words = WORDS[language];
  const number = new Intl.NumberFormat(language === 'nb' ? 'nb-NO' : 'en-GB', { maximumSignificantDigits: 3 });
  const nameOf = (id: string): string => {
    const name = names.get(id);
    return name === undefined ? id : `${name.words} (${name.company}, ${id})`;
  };
  const span = (range: { low: number; high: number | null }, unit: string): string =>
    `${number.format(range.low)} – ${range.high === null ? '?' : number.format(range.high)} ${unit}`;
  const figures = (match: MatchShown): string =>
    [
      match.volume === null ? null : `${number.format(match.volume.likely ?? match.volume.low)} ${match.volume.unit}/${words.year}`,
      match.nok_per_year === null ? null : span(match.nok_per_year, `${words.nok}/${words.year}`),
      match.distance_km === null ? null : `${number.format(match.distance_km)} km`,
      match.rule,
      match.via.length === 0 ? null : `${words.via} ${match.via.join(', ')}`,
    ]
      .filter((one) => one !== null)
      .join(' · ');
  const lines = (match: MatchShown, lead: string): string[] => [
    `${lead}${match.score.toFixed(2)}  ${nameOf(match.surplus)} -> ${nameOf(match.need)}`,
    `      ${figures(match)}`,
    ...match.checks
      .filter(({ verdict }) => everything || verdict === 'warn' || verdict === 'fail')
      .map((one) => `      ${one.check}: ${one.verdict}. ${one.reason}`),
    ...(everything ? match.questions.map((one) => `      ? ${one.text}`) : []),
  ];
  const all = [...answer.matches.flatMap((one) => lines(one, '')), ...answer.refused.flatMap((one) => lines(one, words.no))];
  return `${all.length === 0 ? words.none : all.join('\n')}\n`;
}
