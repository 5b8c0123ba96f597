// Files that are repaired where they are read, read as last time, and templates that read straight in.
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer } from './aServer.ts';
import type { TestServer } from './aServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const csv = (name: string, rows: string): { name: string; content: string } => ({
  name,
  content: `Bedrift;Retning;Ressurs;Mengde;Enhet\n${rows}`,
});
const again = async (preview: string, body: unknown) => server.settled(await server.ask('previewAgain', { path: { preview }, body }));

describe('a problem repaired where the file is read', () => {
  it('sets one unit for all rows that lack it, keeps the file, and says at the source what was repaired', async () => {
    const read = await server.previewed(csv('enhet.csv', 'Øst AS;ut;Bark;12;\nØst AS;ut;Aske;7;\nØst AS;ut;Slagg;5;tonn/år\n'), 'Rettet');
    const missing = read.file.messages.filter(({ code }) => code === 'unit.missing');
    expect(missing.map(({ line }) => line)).toEqual([2, 3]);
    const repairs = [{ sheet: null, lines: [2, 3], column: 5, header: 'Enhet', text: 'tonn/år' }];
    const mended = await again(read.id, { repairs });
    expect(mended.file.messages.filter(({ code }) => code === 'unit.missing')).toEqual([]);
    expect(mended.rows.map(({ annual }) => annual?.likely)).toEqual([12, 7, 5]);
    await server.settled(await server.ask('commit', { body: { preview: read.id } }));
    const { flows } = await server.ask('cluster', { path: { cluster: 'Rettet' } });
    const bark = flows.find(({ resource }) => resource === 'Bark');
    const { cells } = await server.ask('source', { path: { flow: bark?.id ?? '' } });
    expect(cells).toContainEqual({ header: 'Enhet', text: 'tonn/år', repaired: true });
    expect(cells).toContainEqual({ header: 'Mengde', text: '12' });
  });

  it('makes a column that the file does not have', async () => {
    const read = await server.previewed({ name: 'uten.csv', content: 'Bedrift;Retning;Ressurs;Mengde\nØst AS;ut;Bark;12\n' }, 'Uten');
    const mended = await again(read.id, { repairs: [{ sheet: null, lines: [2], column: null, header: 'unit', text: 'tonn/år' }] });
    expect(mended.rows[0]?.annual).toMatchObject({ likely: 12, unit: 't' });
  });

  it('takes in a rejected row once its cell is mended, and takes the repair back', async () => {
    const read = await server.previewed(csv('avvist.csv', 'Øst AS;ut;Bark;mye;tonn/år\n'), 'Avvist');
    expect(read.file.rows_rejected).toBe(1);
    const mended = await again(read.id, { repairs: [{ sheet: null, lines: [2], column: 4, header: 'Mengde', text: 'ca. 30' }] });
    expect(mended.file).toMatchObject({ rows_rejected: 0, rows_ok: 1 });
    expect((await again(read.id, {})).file.rows_rejected).toBe(1);
  });

  it('proposes what a message knows', async () => {
    const read = await server.previewed(csv('forslag.csv', 'Øst AS;ut;Bark;12;tonnn/år\n'), 'Forslag');
    expect(read.proposals).toContainEqual({ sheet: null, line: 2, code: 'unit.unknown.near', field: 'unit', text: 'tonn/år' });
  });
});

describe('a file of a shape that was read before', () => {
  const odd = (name: string, amount: number): { name: string; content: string } => ({
    name,
    content: `Bedrift;Retning;Hva slags ting;Mengde;Enhet\nNord AS;ut;Bark;${amount};tonn/år\n`,
  });

  it('is read as last time, says so, and can be read without', async () => {
    const first = await server.previewed(odd('januar.csv', 3), 'Husket');
    expect(first.remembered).toBeNull();
    await again(first.id, { map: { 'Hva slags ting': 'resource' } });
    await server.settled(await server.ask('commit', { body: { preview: first.id } }));

    const second = await server.previewed(odd('februar.csv', 4), 'Husket');
    expect(second.remembered).toMatchObject({ file: 'januar.csv' });
    expect(second.file.rows_ok).toBe(1);
    const without = await again(second.id, {});
    expect(without.remembered).toBeNull();
  });

  it('is not read as somebody else read theirs', async () => {
    const cookie = `flytkart-viewer=${encodeURIComponent(`manager:${encodeURIComponent('Husket')}`)}`;
    const read = await server.ask('preview', { query: { cluster: 'Husket' }, file: odd('mars.csv', 5), headers: { cookie } });
    expect(read.remembered).toBeNull();
  });
});

it('lists what a changed file adds, changes and withdraws', async () => {
  await server.imported(csv('liste.csv', 'Sør AS;ut;Bark;12;tonn/år\nSør AS;ut;Aske;7;tonn/år\n'), 'Liste');
  const { listed, changes } = await server.previewed(csv('liste.csv', 'Sør AS;ut;Bark;15;tonn/år\nSør AS;ut;Slagg;1;tonn/år\n'), 'Liste');
  expect(changes).toMatchObject({ added: 1, changed: 1, withdrawn: 1 });
  expect(
    listed
      .map(({ what, resource, before, after }) => [what, resource, before?.likely ?? null, after?.likely ?? null])
      .toSorted((a, b) => String(a).localeCompare(String(b))),
  ).toEqual([
    ['added', 'Slagg', null, 1],
    ['changed', 'Bark', 12, 15],
    ['withdrawn', 'Aske', 7, null],
  ]);
});

describe.each(['nb', 'en'] as const)('the template in %s', (lang) => {
  const ROW: Record<string, string> =
    lang === 'nb'
      ? {
          Bedrift: 'Mal AS',
          Retning: 'ut',
          Ressurs: 'Brødrester',
          Mengde: '120',
          Enhet: 'tonn/år',
          Rolle: 'overskudd',
          Datakvalitet: 'målt',
        }
      : {
          Company: 'Template Ltd',
          Direction: 'out',
          Resource: 'Bread residues',
          Quantity: '120',
          Unit: 't/year',
          Role: 'surplus',
          'Data quality': 'measured',
        };
  const filled = (headers: readonly unknown[]): string[] => headers.map((header) => ROW[String(header)] ?? '');

  it('as CSV reads straight in when it is filled', async () => {
    const text = await (await server.send('template', { path: { format: 'csv' }, query: { lang } })).text();
    const headers = (text.trim().split('\r\n').at(-1) ?? '').split(';');
    const preview = await server.previewed({ name: `mal-${lang}.csv`, content: `${text}${filled(headers).join(';')}\r\n` }, `Mal ${lang}`);
    expect(preview.file).toMatchObject({ outcome: 'import', rows_ok: 1, rows_rejected: 0 });
    expect(preview.file.messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(preview.rows[0]?.annual).toMatchObject({ likely: 120, unit: 't' });
  });

  it('as a workbook has lists to choose from, and reads straight in when it is filled', async () => {
    const bytes = Buffer.from(await (await server.send('template', { path: { format: 'xlsx' }, query: { lang } })).arrayBuffer());
    const [headers = []] = await readSheet(bytes, 1);
    expect(headers.length).toBeGreaterThan(20);
    // As Excel saves it: the guidance and the lists stay where they are.
    const [guide, lists] = [await readSheet(bytes, 2), await readSheet(bytes, 3)];
    const saved = await writeXlsxFile([
      { sheet: 'A', data: [headers, filled(headers)].map((row) => row.map((cell) => ({ type: String, value: String(cell ?? '') }))) },
      { sheet: 'B', data: guide.map((row) => row.map((cell) => ({ type: String, value: String(cell ?? '') }))) },
      { sheet: 'C', data: lists.map((row) => row.map((cell) => ({ type: String, value: String(cell ?? '') }))) },
    ]).toBuffer();
    const preview = await server.previewed({ name: `mal-${lang}.xlsx`, content: saved }, `Mal ${lang}`);
    expect(preview.file).toMatchObject({ outcome: 'import', rows_rejected: 0 });
    expect(preview.rows.map(({ resource }) => resource)).toEqual([ROW['Ressurs'] ?? ROW['Resource']]);
    expect(preview.file.messages.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});
