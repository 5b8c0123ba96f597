// Each fixture of fixtures/screenings against what a person can read beside it: NAME.expected.txt.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Annual } from '../../../server/domain/estimate.ts';
import { wasteCodeText } from '../../../server/domain/flow.ts';
import type { Stated } from '../../../server/domain/quantity.ts';
import type { ExchangeRow, ScreeningRow } from '../../../server/domain/screening.ts';
import { MESSAGES } from '../../../server/intake/messages.ts';
import { SCREENING_MESSAGES } from '../../../server/intake/screening/messageTexts.ts';
import { readAll, sourceOf } from './readAll.ts';
import type { Everything } from './readAll.ts';

const folder = join(import.meta.dirname, '../../../fixtures/screenings');
const files = readdirSync(folder).filter((name) => /\.(?:csv|xlsx)$/.test(name));
const seen = new Map<string, Everything>();

const stated = (value: Stated | null): string => (value === null ? 'unknown' : JSON.stringify(value).replaceAll('"', ''));
const annual = (value: Annual | null): string =>
  value === null
    ? '-'
    : `${[value.low, value.likely, value.high].map((one) => (one === null ? '?' : Number(one.toPrecision(5)))).join('/')} ${value.unit} a year`;

function rowLine(row: ScreeningRow): string {
  const heat =
    row.temperature === null
      ? null
      : `${JSON.stringify(row.temperature).replaceAll('"', '')}${row.temperatureReturn === null ? '' : `/${row.temperatureReturn}`} °C`;
  const parts = [
    `${row.sheet === null ? '' : `${row.sheet} `}${row.line}`,
    `${row.company}${row.orgNumber === null ? '' : ` (${row.orgNumber})`}`,
    `${row.direction}${row.role === 'unknown' ? '' : ` ${row.role}`}`,
    row.words,
    `${stated(row.stated)} ${row.unit ?? '-'}`,
    annual(row.annual),
    row.wasteCode === null ? null : `EAL ${wasteCodeText(row)}`,
    row.period,
    heat,
    row.hours === null ? null : `${row.hours} h`,
    row.price === null ? null : `price ${JSON.stringify(row.price).replaceAll('"', '')}`,
    row.profile === null ? null : `profile ${row.profile.map((share) => Number(share.toPrecision(3))).join(' ')}`,
    row.place === null ? null : `at ${row.place.lat}, ${row.place.lon}`,
    row.dataQuality,
    row.sharing,
    row.comment === null ? null : `"${row.comment}"`,
    row.screening ? `screened ${[row.screening.date, row.screening.by, row.screening.state].map((one) => one ?? '?').join(', ')}` : null,
  ];
  return parts.filter((part) => part !== null).join(' | ');
}

const exchangeLine = (row: ExchangeRow): string =>
  [row.line, `${row.from} -> ${row.to}`, row.words, `${stated(row.stated)} ${row.unit ?? '-'}`, annual(row.annual), row.period ?? '-'].join(
    ' | ',
  );

function told(all: Everything): string {
  const { report } = all;
  const few = (lines: readonly string[]): readonly string[] =>
    lines.length <= 60 ? lines : [...lines.slice(0, 3), `… ${lines.length} in all`];
  return [
    `${report.outcome}; read ${report.rowsRead} = ok ${report.rowsOk} + rejected ${report.rowsRejected} + skipped ${report.rowsSkipped}; decimal ${report.decimal ?? '-'}`,
    ...few(all.rows.map(rowLine)),
    ...all.exchanges.map(exchangeLine),
    '',
    ...few(
      all.messages.map(({ code, severity, sheet, line, header, found }) =>
        [sheet, line, severity, code, header, found].filter((part) => part !== null).join(' | '),
      ),
    ),
    '',
  ].join('\n');
}

describe('screenings as people make them', () => {
  it.each(files)('%s', async (name) => {
    const all = await readAll(sourceOf(readFileSync(join(folder, name)), name));
    seen.set(name, all);
    const { rowsRead, rowsOk, rowsRejected, rowsSkipped } = all.report;
    expect(rowsOk + rowsRejected + rowsSkipped).toBe(rowsRead);
    expect(all.rejected.every(({ messages }) => messages.some(({ severity }) => severity === 'error'))).toBe(true);
    await expect(told(all)).toMatchFileSnapshot(join(folder, `${name}.expected.txt`));
  });

  it('has a fixture for everything that intake can say of a screening', async () => {
    const codes = new Set(
      [...seen.values()]
        .flatMap(({ messages, rejected }) => [...messages, ...rejected.flatMap((one) => one.messages)])
        .map(({ code }) => code),
    );
    // Said only when a person has chosen, or past a thousand of a kind, or of what the table layer found: tests of their own below.
    const elsewhere = new Set(['columns.map.header', 'columns.map.field', 'messages.more', 'row.damaged']);
    expect(Object.keys(SCREENING_MESSAGES).filter((code) => !codes.has(code) && !elsewhere.has(code))).toEqual([]);
  });

  it('fills every sentence in both languages with what was found', () => {
    for (const all of seen.values()) for (const text of all.texts) expect(text).not.toMatch(/\{\w+\}/);
    for (const [code, { nb, en }] of Object.entries(MESSAGES)) {
      const places = (text: string): string[] =>
        [...new Set(text.match(/\{\w+\}/g))].filter((place) => !/En\}|kind\}|repair\}/.test(place)).sort();
      expect([code, places(en)]).toEqual([code, places(nb)]);
    }
  });
});
