// What a bench prints, as figures and as a table.

/** `ok` null: the line tells what to reach but not as a number to hold it against. */
export type Figure = {
  readonly bench: string;
  readonly what: string;
  readonly measured: string;
  readonly reach: string;
  readonly ok: boolean | null;
};

const LINE = /^(?:(ok|MISS)\s+)?([^:]+(?::(?! )[^:]*)*): (.*?)\(reach ([^)]+)\)(.*)$/;

/** `ok WHAT: MEASURED (reach R)`; without `ok` or `MISS` the number before the bracket is held against the one in it, lower being better. */
export function asFigure(bench: string, line: string): Figure | null {
  const found = LINE.exec(line.trim());
  if (found === null) return null;
  const [, said, what = '', before = '', reach = '', behind = ''] = found;
  const measured = `${before.trim()}${behind.trimEnd()}`;
  const numbers = before.match(/\d+(?:\.\d+)?/g);
  const [value, limit] = [Number(numbers?.at(-1)), Number(/\d+(?:\.\d+)?/.exec(reach)?.[0])];
  const judged = Number.isNaN(value) || Number.isNaN(limit) ? null : value <= limit;
  return { bench, what: what.trim(), measured, reach, ok: said === undefined ? judged : said === 'ok' };
}

/** One line as `asFigure` reads it. */
export const asLine = (what: string, measured: string, reach: string, ok: boolean): string =>
  `${ok ? 'ok  ' : 'MISS'} ${what}: ${measured} (reach ${reach})`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

export const asTable = (figures: readonly Figure[]): string =>
  [
    '| what | measured | reach | |',
    '| --- | --- | --- | --- |',
    ...figures.map(
      ({ what, measured, reach, ok }) =>
        `| ${cell(what)} | ${cell(measured)} | ${cell(reach)} | ${ok === null ? '' : ok ? 'reached' : 'missed'} |`,
    ),
    '',
  ].join('\n');

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
