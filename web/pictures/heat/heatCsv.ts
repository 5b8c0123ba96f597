// The table of a heat picture as a file: comma-separated, decimal points, numbers as they are, not as they are shown. Pure.
import type { HeatTable } from './HeatFigure.tsx';

/** Texts that a spreadsheet would run as a formula get an apostrophe in front. */
function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const heatCsv = ({ head, csvHead = head, rows }: HeatTable): string =>
  [csvHead, ...rows.map((row) => row.map((one) => (typeof one === 'string' ? one : one.value)))]
    .map((row) => row.map(cell).join(','))
    .join('\n')
    .concat('\n');
