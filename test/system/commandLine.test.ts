import { copyFileSync, existsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importAnswerSchema } from '../../server/contract/importAnswer.ts';
import { matchAnswerSchema } from '../../server/contract/matchAnswer.ts';
import { importSchema } from '../../server/contract/previews.ts';
import { COMMANDS } from '../../server/cli/commands.ts';
import { LOCAL } from '../../server/domain/viewer.ts';
import { openForReading } from '../../server/tasks/open.ts';
import { aFolder, answerOf, flytkart, root } from '../cli/flytkart.ts';

const folder = aFolder();
const at = (name: string): string => join(folder, name);
function aFile(name: string, text: string): string {
  writeFileSync(at(name), text);
  return at(name);
}
const HEADER = 'Bedrift;Retning;Ressurs;Mengde;Enhet;Temperatur\n';
const SCREENING = `${HEADER}Øst AS;ut;Slagg;5;tonn/år;\nØst AS;ut;Varmtvann;800;MWh/år;70\nVest AS;inn;Varme;500;MWh/år;45\n`;

const checkAnswer = z.strictObject({ ok: z.boolean(), problems: z.array(z.string()) });
const importsAnswer = z.array(importSchema);
/** All that a person sees of a database, with what each flow was read from. */
function contents(database: string) {
  const store = openForReading(database);
  try {
    return store.clusters(LOCAL).map((cluster) => ({
      cluster,
      companies: store.companiesOf(LOCAL, cluster),
      flows: store.flowsOf(LOCAL, { cluster }).map((flow) => ({ ...flow, cells: store.sourceOf(LOCAL, flow.id)?.cells })),
      exchanges: store.exchangesOf(LOCAL, { cluster }),
    }));
  } finally {
    store.close();
  }
}
const importInto = (database: string, ...words: readonly string[]) => answerOf(importAnswerSchema, 'import', ...words, '--db', database);
const lastChanges = async (database: string) => (await answerOf(importsAnswer, 'imports', '--db', database))[0]?.changes;

describe('import, imports, undo', () => {
  it('says what became of every row and stores it; the same file again changes nothing; a changed one is compared; undo is exact', async () => {
    const database = at('import.db');
    const file = aFile('øst og vest.csv', SCREENING);
    const first = await importInto(database, file, '--cluster', 'Fjord', '--rows');
    expect(first.files[0]).toMatchObject({
      file: 'øst og vest.csv',
      outcome: 'import',
      rows_read: 3,
      rows_ok: 3,
      delimiter: ';',
      header_line: 1,
    });
    expect(first.files[0]?.rows).toHaveLength(3);
    expect(first.files[0]?.rows?.[1]).toMatchObject({ line: 3, company: 'Øst AS', temperature: 70, annual: { likely: 800, unit: 'MWh' } });
    const stored = contents(database);

    // It names the import that holds it.
    expect((await importInto(database, file, '--cluster', 'Fjord')).import).toBe(first.import);
    expect(await answerOf(importsAnswer, 'imports', '--db', database)).toHaveLength(1);
    expect(contents(database)).toEqual(stored);

    aFile('øst og vest.csv', `${HEADER}Øst AS;ut;Slagg;6;tonn/år;\nVest AS;inn;Varme;500;MWh/år;45\nVest AS;ut;Aske;2;tonn/år;\n`);
    const changed = await importInto(database, file, '--cluster', 'Fjord');
    expect(await lastChanges(database)).toEqual({ added: 1, changed: 1, withdrawn: 1, unchanged: 1 });

    expect((await flytkart('undo', String(changed.import), '--db', database)).code).toBe(0);
    expect(contents(database)).toEqual(stored);
    expect((await flytkart('undo', String(changed.import), '--db', database)).code).toBe(1);
    expect((await flytkart('undo', String(first.import), '--db', database)).code).toBe(0);
    expect(contents(database)).toEqual([]);
    expect(await answerOf(checkAnswer, 'check', '--db', database)).toEqual({ ok: true, problems: [] });
  });

  it('a header with nothing below it is refused', async () => {
    const said = await flytkart('import', aFile('empty.csv', HEADER), '--db', at('empty.db'), '--json');
    expect(said.code).toBe(1);
    expect(importAnswerSchema.parse(JSON.parse(said.out))).toMatchObject({
      import: null,
      files: [{ outcome: 'refuse', rows_read: 0, messages: [{ code: 'table.noRecords', line: 1 }] }],
    });
  });

  it('tells a person what a changed file changes, before and after', async () => {
    const words = ['import', aFile('month.csv', SCREENING), '--db', at('changes.db'), '--cluster', 'Fjord', '--lang', 'nb'];
    expect((await flytkart(...words)).out).toMatch(/3 ny, 0 endret, 0 trukket, 0 uendret\nLagret som import 1\./);
    aFile('month.csv', `${HEADER}Øst AS;ut;Slagg;6;tonn/år;\nVest AS;inn;Varme;500;MWh/år;45\nVest AS;ut;Aske;2;tonn/år;\n`);
    expect((await flytkart(...words, '--dry-run')).out).toMatch(/1 ny, 1 endret, 1 trukket, 1 uendret\nPrøvekjøring/);
    expect((await flytkart(...words)).out).toMatch(/1 ny, 1 endret, 1 trukket, 1 uendret\nLagret som import 2\./);
    expect((await flytkart('undo', '2', '--db', at('changes.db'), '--lang', 'nb')).out).toBe('2  angret\n');
    expect((await flytkart('undo', '2', '--db', at('changes.db'), '--lang', 'nb')).err).toMatch(/^Import 2 er angret/);
  });

  it('a dry run stores nothing and makes no database', async () => {
    const answer = await importInto(at('dry.db'), aFile('dry.csv', SCREENING), '--dry-run');
    expect(answer).toMatchObject({ import: null, files: [{ rows_ok: 3 }] });
    expect(answer.files[0]?.rows).toBeUndefined();
    expect(existsSync(at('dry.db'))).toBe(false);
  });

  it('leaves with 1 where a row is rejected, and stores the others', async () => {
    const said = await flytkart(
      'import',
      aFile('mye.csv', `${HEADER}Øst AS;ut;Slagg;mye;tonn/år;\nØst AS;ut;Aske;3;tonn/år;\n`),
      '--db',
      at('one.db'),
      '--json',
    );
    expect(said.code).toBe(1);
    expect(importAnswerSchema.parse(JSON.parse(said.out)).files[0]).toMatchObject({ rows_ok: 1, rows_rejected: 1 });
    expect(contents(at('one.db'))[0]?.flows).toHaveLength(1);
  });

  it('takes exchanges between companies in with the flows, as one import of two files', async () => {
    const exchanges = aFile('utveksling.csv', 'source,target,resource,quantity,unit\nØst AS,Vest AS,Damp,120,MWh/år\n');
    const answer = await importInto(at('both.db'), aFile('begge.csv', SCREENING), exchanges, '--cluster', 'Fjord');
    expect(answer.files.map((one) => one.rows_ok)).toEqual([3, 1]);
    expect(contents(at('both.db'))[0]?.exchanges).toMatchObject([{ words: 'Damp', annual: { likely: 120, unit: 'MWh' } }]);
  });

  it('reads a file as it is told to', async () => {
    const file = aFile('odd.txt', 'Tittel\nFirma|Ut/inn|Hva|Hvor mye|Enhet\nØst AS|ut|Slagg|1.234|tonn/år\n');
    const words = ['--delimiter', '|', '--header-line', '2', '--decimal', '.', '--encoding', 'utf-8', '--map', 'Hva=resource', '--map', 'Hvor mye=quantity', '--map', 'Ut/inn=direction']; // prettier-ignore
    const answer = await importInto(at('told.db'), file, '--rows', ...words);
    expect(answer.files[0]?.rows?.[0]).toMatchObject({ resource: 'Slagg', quantity: { value: 1.234 }, line: 3 });
  });

  it('refuses what is no table, with the reason, and stores nothing', async () => {
    const said = await flytkart('import', join(root, 'fixtures', 'tables', 'picture.csv'), '--db', at('refuse.db'), '--json');
    expect(said.code).toBe(1);
    const answer = importAnswerSchema.parse(JSON.parse(said.out));
    expect(answer).toMatchObject({ import: null, files: [{ outcome: 'refuse', rows_ok: 0 }] });
    expect(answer.files[0]?.messages[0]?.text.length).toBeGreaterThan(10);
  });
});

describe('match', () => {
  const companies = aFile(
    'companies.csv',
    'company_id,name,activity,nace,country,lat,lon\nA,Aluminium AS,Smelteverk,24.42,NO,61.1,7.1\nB,Gartneri AS,Veksthus,01.13,NO,61.11,7.12\n',
  );
  const flows = aFile(
    'flows.csv',
    'flow_id,company_id,direction,resource,kind,quantity,unit,temperature_c\nA1,A,surplus,Varmtvann fra kjøling,heat,9000,MWh/år,70\nB1,B,need,Oppvarming av veksthus,heat,4000,MWh/år,45\n',
  );

  it('of two files opens no database, and says the same each time', async () => {
    const words = ['match', '--companies', companies, '--flows', flows, '--db', at('never.db')];
    const answer = await answerOf(matchAnswerSchema, ...words);
    expect(answer.matches[0]).toMatchObject({ surplus: 'A1', need: 'B1' });
    expect(answer.refused).toEqual([]);
    expect(existsSync(at('never.db'))).toBe(false);
    expect(await answerOf(matchAnswerSchema, ...words)).toEqual(answer);
  });

  it('--why tells one pair alone', async () => {
    const answer = await answerOf(matchAnswerSchema, 'match', '--companies', companies, '--flows', flows, '--why', 'A1', 'B1');
    expect([...answer.matches, ...answer.refused]).toHaveLength(1);
    const words = await flytkart('match', '--companies', companies, '--flows', flows, '--why', 'A1', 'B1');
    expect(words.out).toMatch(/temperature: (?:pass|warn)\. /);
  });

  it('of the database names flows as their file does, by company and words where it does not', async () => {
    const database = at('match.db');
    await importInto(database, aFile('treff.csv', SCREENING), '--cluster', 'Fjord');
    const answer = await answerOf(matchAnswerSchema, 'match', '--db', database, '--cluster', 'Fjord', '--refused');
    expect(answer.matches.length + answer.refused.length).toBeGreaterThan(0);
    expect(await flytkart('match', '--db', database, '--cluster', 'Ingen')).toMatchObject({ code: 1, out: '' });
  });
});

describe('export', () => {
  it('does not overwrite, and knows the clusters', async () => {
    const database = at('export.db');
    await importInto(database, aFile('ut.csv', SCREENING), '--cluster', 'Fjord');
    expect((await flytkart('export', '--cluster', 'Fjord', '--out', at('ut.csv'), '--db', database)).err).toMatch(/is there already/);
    expect((await flytkart('export', '--cluster', 'Ingen', '--out', at('x.csv'), '--db', database)).err).toMatch(/no cluster named Ingen/);
    const done = await answerOf(z.strictObject({ files: z.array(z.string()), flows: z.number(), exchanges: z.number() }), 'export', '--cluster', 'Fjord', '--out', at('ny.csv'), '--db', database); // prettier-ignore
    expect(done).toEqual({ files: [at('ny.csv')], flows: 3, exchanges: 0 });
  });
});

describe('check, backup, restore', () => {
  it('a backup brings back what was there, into a new file only', async () => {
    const database = at('kept.db');
    await importInto(database, aFile('kept.csv', SCREENING), '--cluster', 'Fjord');
    expect(await answerOf(z.strictObject({ file: z.string() }), 'backup', at('copy.db'), '--db', database)).toEqual({
      file: at('copy.db'),
    });
    expect((await flytkart('backup', at('copy.db'), '--db', database)).err).toMatch(/is there already and is not overwritten/);
    expect((await flytkart('restore', at('copy.db'), '--to', database)).err).toMatch(/is there already/);
    expect((await flytkart('restore', at('copy.db'), '--to', at('back.db'))).code).toBe(0);
    expect(contents(at('back.db'))).toEqual(contents(database));
    expect(await answerOf(checkAnswer, 'check', '--db', at('back.db'))).toEqual({ ok: true, problems: [] });
  });

  it('refuses to restore what is no backup, and leaves nothing', async () => {
    const said = await flytkart(
      'restore',
      aFile('no.db', 'this is a letter, not a database, and it goes on for a while'),
      '--to',
      at('never2.db'),
    );
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.err.trim().split('\n')).toHaveLength(1);
    expect(existsSync(at('never2.db'))).toBe(false);
  });
});

describe('a database that cannot be used is told in one sentence', () => {
  const others = ['check', 'imports', 'match'];
  const oneSentence = async (database: string, pattern: RegExp): Promise<void> => {
    for (const command of others) {
      const said = await flytkart(command, '--db', database);
      expect(said).toMatchObject({ code: 1, out: '' });
      expect(said.err).toMatch(pattern);
      expect(said.err.trim().split('\n')).toHaveLength(1);
    }
  };
  it('missing', () => oneSentence(at('missing.db'), /There is no database at .*missing\.db/));
  it('of something else', () => {
    const db = new Database(at('foreign.db'));
    db.exec('CREATE TABLE recipes (name TEXT)');
    db.close();
    return oneSentence(at('foreign.db'), /is not a Flytkart database/);
  });
  it('not a database', () => oneSentence(aFile('letter.db', 'Dear reader, '.repeat(400)), /is (?:not a Flytkart database|damaged)/));
  it('written by a newer Flytkart', async () => {
    await importInto(at('newer.db'), aFile('newer.csv', SCREENING));
    const db = new Database(at('newer.db'));
    db.pragma('user_version = 9999');
    db.close();
    await oneSentence(at('newer.db'), /written by a newer Flytkart \(schema 9999/);
  });
  it('cut short', async () => {
    await importInto(at('whole.db'), aFile('whole.csv', SCREENING));
    copyFileSync(at('whole.db'), at('cut.db'));
    truncateSync(at('cut.db'), 20_000);
    const said = await flytkart('check', '--db', at('cut.db'), '--json');
    expect(said.code).toBe(1);
    expect(checkAnswer.parse(JSON.parse(said.out)).problems.length).toBeGreaterThan(0);
  });
});

describe('wrong use', () => {
  it.each([
    [['fly'], /There is no command "fly"/],
    [['import'], /import FILE/],
    [['import', '/'], /is a folder/],
    [['import', 'x.csv', '--decimal', ';'], /--decimal ;/],
    [['import', 'x.csv', '--map', 'Mengde'], /HEADER=FIELD/],
    [['import', 'x.csv', '--delimiter', ''], /--delimiter "": one character/],
    [['import', 'x.csv', '--delimiter', ';;'], /--delimiter ";;": one character/],
    [['import', 'x.csv', '--cluster'], /--cluster: the value of the option is missing/],
    [['import', 'x.csv', '--header-line', 'two'], /a whole number of at least 1/],
    [['imports', '--nothing'], /--nothing/],
    [['undo'], /undo IMPORT/],
    [['undo', 'first'], /the number of an import/],
    [['match', '--companies', 'x.csv'], /both files are needed/],
    [['match', '--why', 'A1'], /one surplus and one need/],
    [['export', '--cluster', 'A'], /both are needed/],
    [['restore', 'x.db'], /the new file is missing/],
    [['allocate', '--objective', 'fun'], /--objective fun/],
    [['pinch'], /pinch STREAMS/],
    [['serve', '--host', '0.0.0.0'], /--address/],
    [['start', '--host', '192.0.2.1', '--address', 'not an address'], /address/],
    [['serve', '--port', '80a'], /--port 80a/],
    [['check', '--lang', 'de'], /nb or en/],
  ] as const)('%j leaves with 2 and says what is expected', async (words, pattern) => {
    const said = await flytkart(...words, '--db', at('unused.db'));
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toMatch(pattern);
    expect(said.err).not.toMatch(/ at .*\.ts:/);
  });

  it('a file that is not there is a refusal, not wrong use', async () => {
    const said = await flytkart('import', at('nowhere.csv'), '--db', at('unused.db'));
    expect(said).toMatchObject({ code: 1, out: '' });
    expect(said.err).toMatch(/nowhere\.csv cannot be read/);
  });

  it('answers with one JSON document all the same where one was asked for, in both languages', async () => {
    const told = z.strictObject({ error: z.strictObject({ code: z.string(), nb: z.string(), en: z.string() }) });
    const errorOf = async (...words: readonly string[]) => {
      const said = await flytkart(...words, '--json', '--db', at('unused.db'));
      return { code: said.code, error: told.parse(JSON.parse(said.out)).error };
    };
    expect(await errorOf('import', 'nowhere.csv')).toMatchObject({ code: 1, error: { code: 'file.unreadable' } });
    expect(await errorOf('check')).toMatchObject({ code: 1, error: { code: 'store.missing' } });
    expect(await errorOf('fly')).toMatchObject({ code: 2, error: { code: 'usage.wrong' } });
    const undo = await errorOf('undo', 'first');
    expect(undo).toMatchObject({ code: 2, error: { code: 'usage.wrong' } });
    expect(undo.error.nb).toMatch(/her ventes nummeret på en import/);
    expect(undo.error.en).toMatch(/the number of an import is expected/);
  });

  it('speaks Norwegian of wrong options too', async () => {
    const norwegian = async (...words: readonly string[]) => (await flytkart(...words, '--lang', 'nb', '--db', at('unused.db'))).err;
    expect(await norwegian('import', 'x.csv', '--tull')).toMatch(/^--tull: «import» har ikke noe slikt valg/);
    expect(await norwegian('import', 'x.csv', '--header-line', '0')).toMatch(/her ventes et helt tall på minst 1/);
    expect(await norwegian('fly')).toMatch(/^Det finnes ingen kommando «fly»/);
  });

  it('speaks Norwegian when asked', async () =>
    expect((await flytkart('check', '--db', at('missing.db'), '--lang', 'nb')).err).toMatch(/Det finnes ingen database i/));
});

it.each(COMMANDS.map(({ name }) => name))('help tells %s', async (name) => {
  expect((await flytkart('help', name)).out).toContain(`npx flytkart ${name}`);
  expect((await flytkart('help')).out).toContain(`  ${name} `);
});

describe('heat and allocation', () => {
  it('pinch answers for a table of streams', async () => {
    const streams = aFile('streams.csv', 'company,stream,supply_c,target_c,heat_kw\nA,hot,150,60,900\nB,cold,20,120,1000\n');
    const answer = await answerOf(
      z.looseObject({ hot_utility_kw: z.number(), cold_utility_kw: z.number(), recovery_kw: z.number(), kind: z.string(), sharing_potential_kw: z.number() }),
      'pinch', streams, '--dtmin', '10',
    ); // prettier-ignore
    expect(answer.recovery_kw + answer.hot_utility_kw).toBeCloseTo(1000, 6);
  });
  it('pinch tells each fault of a table in a sentence with its line', async () => {
    const said = await flytkart('pinch', aFile('faults.csv', 'company,stream,supply_c,target_c,heat_kw\nA,hot,warm,60,900\nB,cold,20,120,1,5\n'), '--json'); // prettier-ignore
    expect(said.code).toBe(1);
    // One document all the same, with nothing that was worked out.
    expect(JSON.parse(said.out)).toMatchObject({ hot_utility_kw: null, recovery_kw: null });
    expect(said.err).toMatch(/^Line 2: .*warm/m);
    expect(said.err).toMatch(/^Line 3: /m);
  });
  it('allocate and heat answer with one document of the agreed keys', async () => {
    await importInto(at('heat.db'), aFile('heat.csv', SCREENING), '--cluster', 'Fjord');
    const allocate = JSON.parse((await flytkart('allocate', '--cluster', 'Fjord', '--db', at('heat.db'), '--json')).out) as object;
    expect(Object.keys(allocate)).toEqual(expect.arrayContaining(['allocations', 'objective', 'shadow_prices', 'unplaced']));
    const heat = JSON.parse((await flytkart('heat', '--cluster', 'Fjord', '--db', at('heat.db'), '--json')).out) as object;
    expect(Object.keys(heat)).toEqual(expect.arrayContaining(['sharing_potential_kw', 'months', 'pairs', 'network']));
  });
});
