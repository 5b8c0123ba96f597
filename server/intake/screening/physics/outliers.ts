// A factor of a thousand: kilograms written for tonnes, kWh for MWh.
import { sameText } from '../../../domain/identity.ts';
import type { Message } from '../../../domain/screening.ts';
import { note } from '../note.ts';
import type { CheckLimits } from '../knowledge.ts';
import type { Check } from './check.ts';

type Entry = {
  readonly sheet: string | null;
  readonly line: number;
  readonly words: string;
  readonly amount: number;
  readonly unit: string;
  readonly written: string;
};

/** Units that cannot have been meant as a smaller one. */
const SMALL_ALREADY = /(?<![\p{L}])(?:k?g|kilo(?:gram)?|gram|k?wh)(?![\p{L}])/iu;

/** Compares flows of the same words and unit with the median of the others, over the first rows of a file. */
export function outlierCheck(limits: CheckLimits): Check {
  const groups = new Map<string, Entry[]>();
  let kept = 0;
  return {
    row(row, say) {
      const { annual } = row;
      const amount = annual?.likely ?? null;
      if (annual === null || amount === null || !(amount > 0)) return;
      const most = annual.unit === 'MWh' ? limits.largeEnergy : annual.unit === 't' ? limits.largeMass : Number.POSITIVE_INFINITY;
      if (amount > most)
        say(
          note(SMALL_ALREADY.test(row.unit ?? '') ? 'check.large.plain' : 'check.large', 'warning', {
            sheet: row.sheet,
            line: row.line,
            found: row.unit,
            values: { amount, unit: annual.unit, most, smaller: annual.unit === 'MWh' ? 'kWh' : 'kg' },
          }),
        );
      if (kept >= limits.outlierRows) return;
      kept++;
      const key = `${annual.unit}|${row.direction}|${sameText(row.words)}`;
      const entry = { sheet: row.sheet, line: row.line, words: row.words, amount, unit: annual.unit, written: row.unit ?? '' };
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    },
    finish() {
      const messages: Message[] = [];
      for (const group of groups.values()) {
        if (group.length < limits.outlierFewest) continue;
        const sorted = group.map(({ amount }) => amount).sort((a, b) => a - b);
        const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
        for (const entry of group) {
          const ratio = entry.amount / median;
          const off = ratio > 1 ? ratio / limits.outlierFactor : 1 / ratio / limits.outlierFactor;
          if (off < 1 / limits.outlierWidth || off > limits.outlierWidth) continue;
          messages.push(
            note('check.outlier', 'warning', {
              sheet: entry.sheet,
              line: entry.line,
              found: entry.written,
              values: {
                words: entry.words,
                amount: Number(entry.amount.toPrecision(6)),
                unit: entry.unit,
                median: Number(median.toPrecision(4)),
                times: Number((ratio > 1 ? ratio : 1 / ratio).toPrecision(2)),
                repaired: Number((ratio > 1 ? entry.amount / 1000 : entry.amount * 1000).toPrecision(6)),
              },
            }),
          );
        }
      }
      return messages.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
    },
  };
}
