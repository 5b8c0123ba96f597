// A few matches side by side: one column each, one line an aspect.
import type { ComponentChildren } from 'preact';
import { CERTAINTY_WORDS, STAGE_WORDS } from '../../../server/contract/leadWords.ts';
import type { MatchRow } from '../../../server/contract/leads.ts';
import { CHECKS } from '../../../server/domain/match.ts';
import { amount, amountRange, money, moneyRange, number } from '../../state/format.ts';
import { address } from '../../state/route.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';

type Range = { readonly low: number; readonly likely: number | null; readonly high: number | null } | null;
type Props = { cluster: string; rows: readonly MatchRow[] };

export function CompareMatches({ cluster, rows }: Props) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const common = useWords();
  /** Low, likely and high, since the ranges decide what may be told apart. */
  const spread = (range: Range, say: (value: number) => string): string => {
    if (range === null) return words.unknown;
    if (range.likely === null || range.high === null) return say(range.low);
    return range.low === range.high
      ? say(range.likely)
      : `${say(range.likely)} (${fill(common.range, { low: say(range.low), high: say(range.high) })})`;
  };
  const verdict = (row: MatchRow, check: (typeof CHECKS)[number]): ComponentChildren => {
    const found = row.checks.find((one) => one.check === check)?.verdict ?? 'pass';
    return <span class={`verdict ${found}`}>{common.verdict[found]}</span>;
  };
  const lines: readonly (readonly [string, (row: MatchRow) => ComponentChildren])[] = [
    [words.from, (row) => row.giver_name],
    [words.to, (row) => row.taker_name],
    [common.via, (row) => row.via.join(', ')],
    [words.score, (row) => Math.round(row.score * 100)],
    [
      words.amount,
      (row) =>
        row.volume?.likely === null
          ? amountRange(row.volume, row.volume.unit, common, language)
          : spread(row.volume, (value) => amount(value, row.volume?.unit ?? '', language)),
    ],
    [
      words.nok,
      (row) =>
        row.nok_per_year?.likely === null
          ? moneyRange(row.nok_per_year, common, language)
          : spread(row.nok_per_year, (value) => money(value, language)),
    ],
    [words.co2, (row) => spread(row.t_co2e_per_year, (value) => `${number(value, language, 2)} t`)],
    [words.distance, (row) => (row.distance_km === null ? words.unknown : `${number(row.distance_km, language, 2)} km`)],
    [words.certainty, (row) => CERTAINTY_WORDS[language][row.certainty]],
    ...CHECKS.map((check) => [common.check[check], (row: MatchRow) => verdict(row, check)] as const),
    [words.stage, (row) => (row.lead === null ? words.noLead : STAGE_WORDS[language][row.lead.stage])],
  ];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.compare}>
      <table class="compare">
        <thead>
          <tr>
            <td />
            {rows.map((row) => (
              <th key={`${row.surplus} ${row.need}`} scope="col">
                <a href={address.match(cluster, row.surplus, row.need)}>
                  {row.surplus_words} <span aria-hidden="true">→</span> {row.need_words}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, say], at) => (
            <tr key={at}>
              <th scope="row">{label}</th>
              {rows.map((row) => (
                <td key={`${row.surplus} ${row.need}`}>{say(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
