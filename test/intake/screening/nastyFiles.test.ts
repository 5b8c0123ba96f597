// The shared difficult files, scored as their expected.json says (fixtures/nasty; its conventions are quoted there).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScreeningRow } from '../../../server/domain/screening.ts';
import { textOf } from '../../../server/intake/messages.ts';
import { readAll, sourceOf } from './readAll.ts';

type Value = { line: number; field: string; value: unknown; unit?: string; or?: unknown[] };
type Expected = {
  file: string;
  encoding: string;
  delimiter: string;
  outcome: string;
  rows_ok: number;
  rows_rejected: number;
  rows_skipped: number;
  values: Value[];
  must_mention: { line?: number; text: string[] }[];
};

const folder = join(import.meta.dirname, '../../../fixtures/nasty');
const { files } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { files: Expected[] };

function fieldOf(row: ScreeningRow, field: string): unknown {
  if (field === 'resource') return row.words;
  if (field === 'category') return row.wasteCode;
  if (field === 'quantity') return row.stated !== null && 'value' in row.stated ? row.stated.value : row.stated;
  if (field === 'company' || field === 'municipality' || field === 'direction' || field === 'comment') return row[field];
  if (field === 'hours' || field === 'price' || field === 'temperature') return row[field];
  throw new Error(`no such field: ${field}`);
}
const plain = (value: unknown, field: string): unknown =>
  field === 'category' && typeof value === 'string' ? value.replaceAll(/[ .]/g, '') : value;

describe('the shared difficult files', () => {
  it.each(files)('$file', async (expected) => {
    const all = await readAll(sourceOf(readFileSync(join(folder, expected.file)), expected.file));
    const { report } = all;
    expect({ outcome: report.outcome, encoding: report.encoding, delimiter: report.delimiter }).toEqual({
      outcome: expected.outcome,
      encoding: expected.encoding,
      delimiter: expected.delimiter,
    });
    expect([report.rowsOk, report.rowsRejected, report.rowsSkipped]).toEqual([
      expected.rows_ok,
      expected.rows_rejected,
      expected.rows_skipped,
    ]);
    expect(report.rowsRead).toBe(report.rowsOk + report.rowsRejected + report.rowsSkipped);
    for (const { line, field, value, unit, or } of expected.values) {
      const row = all.rows.find((one) => one.line === line);
      expect(row, `line ${line}`).toBeDefined();
      if (row === undefined) continue;
      expect(
        [value, ...(or ?? [])].map((one) => plain(one, field)),
        `line ${line} ${field}`,
      ).toContainEqual(plain(fieldOf(row, field), field));
      if (field === 'quantity') expect(row.unit).toBe(unit);
    }
    for (const { line, text } of expected.must_mention) {
      const said = all.messages
        .filter((message) => line === undefined || message.line === line)
        .map((message) => textOf(message, 'nb').toLowerCase());
      expect(
        said.some((sentence) => text.every((variants) => variants.split('|').some((variant) => sentence.includes(variant.toLowerCase())))),
      ).toBe(true);
    }
  });
});
