import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assert, asyncProperty, constantFrom, array, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScreeningRow } from '../../../server/domain/screening.ts';
import { readCompanionFiles, readScreeningFile } from '../../../server/intake/screening/readScreeningFile.ts';
import type { ByteSource } from '../../../server/intake/table/types.ts';
import { knowledge } from './knowledge.ts';
import { readAll, readText, sourceOf } from './readAll.ts';

const HEAD = 'Bedrift;Retning;Ressurs;Mengde;Enhet\n';
const folder = join(import.meta.dirname, '../../../fixtures/screenings');
const fixture = (name: string): ByteSource => sourceOf(readFileSync(join(folder, name)), name);

describe('what a person decides', () => {
  it('takes the decimal mark that was chosen', async () => {
    const comma = await readText(`${HEAD}A;ut;Aske;1.234;tonn\n`, { decimal: ',' });
    expect(comma.rows[0]?.stated).toEqual({ value: 1234 });
    const point = await readText(`${HEAD}A;ut;Aske;1.234;tonn\n`, { decimal: '.' });
    expect(point.rows[0]?.stated).toEqual({ value: 1.234 });
  });
  it('takes the column that was chosen for a field, by field or header name', async () => {
    const text = 'Bedrift;Retning;Ressurs;Mengde;Volum;Enhet\nA;ut;Flis;1;5;tonn\n';
    expect((await readText(text, { map: { Volum: 'quantity', Mengde: 'ignore' } })).rows[0]?.stated).toEqual({ value: 5 });
    expect((await readText(text, { map: { Volum: 'mengde' } })).rows[0]?.stated).toEqual({ value: 5 });
    const years = 'Bedrift;Retning;Ressurs;Enhet;2022;2023\nA;ut;Flis;tonn;1;2\n';
    const year = await readText(years, { map: { 2023: 'quantity', 2022: 'ignore' } });
    expect(year.rows[0]).toMatchObject({ stated: { value: 2 }, period: '2023' });
  });
  it('says which header or field of a choice is not known', async () => {
    const all = await readText(`${HEAD}A;ut;Aske;1;tonn\n`, { map: { Farge: 'quantity', Mengde: 'fargen' } });
    expect(all.report.outcome).toBe('ask');
    expect(all.messages.map(({ code }) => code)).toEqual(expect.arrayContaining(['columns.map.header', 'columns.map.field']));
  });
});

describe('a whole file', () => {
  it('counts every record once: accepted, rejected or skipped', async () => {
    const cell = constantFrom(
      '',
      'A AS',
      'ut',
      'inn',
      'Flis',
      '12',
      '1,5',
      '-3',
      'mye',
      'tonn',
      'kwhh',
      'Sum',
      '"',
      '=1',
      '2024',
      '#REF!',
      'ø',
      '\t',
      '1.234',
    );
    await assert(
      asyncProperty(array(array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 12 }), async (records) => {
        const all = await readText(HEAD + records.map((cells) => cells.join(';')).join('\n'));
        const { rowsRead, rowsOk, rowsRejected, rowsSkipped, outcome } = all.report;
        expect(rowsOk + rowsRejected + rowsSkipped).toBe(rowsRead);
        if (outcome === 'import')
          expect([all.rejected.length, all.skipped.length, all.rows.length]).toEqual([rowsRejected, rowsSkipped, rowsOk]);
        for (const { messages } of all.rejected) expect(messages.some(({ severity }) => severity === 'error')).toBe(true);
        for (const row of all.rows) if (row.annual !== null) expect(row.annual.low).toBeGreaterThanOrEqual(0);
      }),
      { seed: 17, numRuns: 150 },
    );
  });
  it('survives any text', async () => {
    await assert(
      asyncProperty(string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const all = await readText(text);
        expect(['import', 'ask', 'refuse']).toContain(all.report.outcome);
      }),
      { seed: 23, numRuns: 60 },
    );
  });
  it('tells a thousand of a kind one by one and counts the rest with their lines', async () => {
    const all = await readText(HEAD + Array.from({ length: 1500 }, (_, i) => `Bedrift ${i};ut;Flis;ukjent;tonn\n`).join(''));
    expect(all.messages.filter(({ code }) => code === 'quantity.unknown')).toHaveLength(1000);
    expect(all.messages.find(({ code }) => code === 'messages.more')?.values).toMatchObject({
      code: 'quantity.unknown',
      count: 500,
      lines: '1002-1501',
    });
  });
  it('never stores a record whose cells may stand in the wrong columns', async () => {
    const all = await readText(`${HEAD}A;ut;Flis;1;tonn\nA;ut;Bark;med, komma;2;tonn;x\n`);
    expect(all.rows.map(({ words }) => words)).toEqual(['Flis']);
    expect(all.rejected[0]?.messages.map(({ code }) => code)).toContain('row.damaged');
  });
  it('gives the same answer twice', async () => {
    const one = await readAll(fixture('units_many.csv'));
    const two = await readAll(fixture('units_many.csv'));
    expect(two).toEqual(one);
  });
});

describe('the screening template', () => {
  const SHEETS = ['company', 'site', 'process', 'flow', 'heat', 'el', 'water', 'service', 'project'];
  const withoutPlace = ({ sheet: _sheet, line: _line, cells: _cells, ...rest }: ScreeningRow) => rest;

  it('reads the same as a workbook and as one CSV a sheet', async () => {
    const workbook = await readAll(fixture('template.xlsx'));
    const sources = SHEETS.map((sheet) => fixture(`template_${sheet}.csv`));
    const companions = await readCompanionFiles(sources, {}, knowledge);
    const rows: ScreeningRow[] = [];
    for (const source of sources) for await (const batch of readScreeningFile(source, {}, knowledge, companions)) rows.push(...batch.rows);
    expect(rows.map(withoutPlace)).toEqual(workbook.rows.map(withoutPlace));
    expect(rows).toHaveLength(6);
  });
});
