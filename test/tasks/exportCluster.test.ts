import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCAL } from '../../server/domain/viewer.ts';
import { openForReading, openForWriting } from '../../server/tasks/open.ts';
import { aFolder } from '../store/makers.ts';
import { compared, exported, takenIn } from './reimport.ts';

const fixtures = join(import.meta.dirname, '../../fixtures');
const files = [
  ...['screenings', 'nasty'].flatMap((folder) =>
    readdirSync(join(fixtures, folder))
      .filter((name) => /\.(?:csv|xlsx)$/.test(name))
      .map((name) => join(folder, name)),
  ),
  'demo/demo-cluster.csv',
];

describe('an export', () => {
  it('tells unknown columns under their own headers, and what a person said of a screening', async () => {
    const at = aFolder();
    const [a, b, file, out, again] = ['a.db', 'b.db', 'in.csv', 'out.csv', 'again.csv'].map((one) => join(at, one)) as [
      string,
      string,
      string,
      string,
      string,
    ];
    const rows = [
      'Bedrift;Retning;Ressurs;Mengde;Enhet;Merknad;Kommentar;Farge;=Sum;Receiver;Prisenhet;Pris;Kartlagt dato',
      'Øre AS;ut;Bark;12;tonn/år;våt;tom uke 28;brun;-x;Kari;øre/kg;3;12.03.2024',
      'Øre AS;ut;Aske;3;tonn/år;;;"grå; tørr";;;;;',
    ];
    writeFileSync(file, rows.join('\n'));
    await takenIn(a, 'Rana', file);
    const store = openForWriting(a);
    const [screening] = store.screeningsOf(LOCAL, { cluster: 'Rana' });
    store.decideScreening(LOCAL, screening?.id ?? '', { state: 'approved', by: '=Ola', date: '2024-04-01' }, '2026-03-02T10:00:00Z');
    store.close();
    await exported(a, 'Rana', out);
    const [head = ''] = readFileSync(out, 'utf8').split('\r\n');
    const own = head.split(',').slice(head.split(',').indexOf('comment') + 1);
    expect(own).toEqual(
      [
        '=Sum',
        'Farge',
        'other: Kommentar',
        'other: price_unit',
        'other: receiver',
        'screening_by',
        'screening_date',
        'screening_made',
        'screening_state',
      ].map((name) => (name === '=Sum' || name === 'screening_by' ? `'${name}` : name)),
    );
    expect((await compared(a, 'Rana', out)).changes).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect((await takenIn(a, 'Rana', out)).files[0]?.messages[0]?.code).toBe('import.unchanged');
    await takenIn(b, 'Rana', out);
    await exported(b, 'Rana', again);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(out, 'utf8'));
    const there = openForReading(b);
    expect(there.screeningsOf(LOCAL, { cluster: 'Rana' })[0]).toMatchObject({ state: 'approved', by: '=Ola', date: '2024-04-01' });
    const others: unknown[] = [];
    there.asStated(LOCAL, 'Rana', (_, stated) => others.push(stated.others));
    there.close();
    expect(others).toEqual([
      { Farge: 'brun', '=Sum': '-x', Kommentar: 'tom uke 28', price_unit: 'øre/kg', receiver: 'Kari', screening_date: '12.03.2024' },
      { Farge: 'grå; tørr' },
    ]);
  });

  it.each(files)('of %s changes nothing where it came from, and is the same again from elsewhere', async (name) => {
    const at = aFolder();
    const [a, b, out, again] = ['a.db', 'b.db', 'out.csv', 'again.csv'].map((one) => join(at, one)) as [string, string, string, string];
    const first = await takenIn(a, 'Rana', join(fixtures, name));
    if (first.importId === null) return;
    const written = await exported(a, 'Rana', out);
    const back = await compared(a, 'Rana', ...written);
    expect(back.files.map(({ outcome, rowsRejected, rowsSkipped }) => [outcome, rowsRejected, rowsSkipped])).toEqual(
      written.map(() => ['import', 0, 0]),
    );
    expect(back.changes).toMatchObject({ added: 0, changed: 0, withdrawn: 0 });
    // The property of test/system/exportImport.test.ts says so of any words; here a few files are enough.
    if (name.startsWith('screenings')) return;
    await takenIn(b, 'Rana', ...written);
    await exported(b, 'Rana', again);
    expect(readFileSync(again, 'utf8')).toBe(readFileSync(out, 'utf8'));
  });
});
