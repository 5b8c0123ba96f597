// The command `heat` on screenings with rows that contradict themselves.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { heatAnswerSchema } from '../../server/contract/heatAnswer.ts';
import { aFolder, flytkart } from '../cli/flytkart.ts';

const folder = aFolder();
const HEADER = 'Flyt-id;Bedrift;Retning;Ressurs;Mengde;Enhet;Temperatur;Returtemperatur;Kommentar\n';
const GOOD = 'a;Øst AS;ut;Varmtvann;800;MWh/år;70;40;\nb;Vest AS;inn;Romoppvarming;500;MWh/år;45;30;\n';

async function heatOf(name: string, rows: string) {
  const [file, db] = [join(folder, `${name}.csv`), join(folder, `${name}.db`)];
  writeFileSync(file, HEADER + rows);
  await flytkart('import', file, '--cluster', 'Fjord', '--db', db, '--json');
  const done = await flytkart('heat', '--cluster', 'Fjord', '--network', '--db', db, '--json');
  return { ...done, answer: heatAnswerSchema.parse(JSON.parse(done.out)) };
}

it('leaves rows that contradict themselves out of every figure, names each with its line, and ends with 1', async () => {
  const good = await heatOf('good', GOOD);
  expect(good.code).toBe(0);
  expect(good.answer.sharing_potential_kw).toBeGreaterThan(0);
  const bad = await heatOf(
    'bad',
    `${GOOD}c;Nord AS;ut;Varmtvann;9000;MWh/år;40;70;\nd;Sør AS;ut;Varmtvann;9000;MWh/år;70;40;maks 0,2 MW\ne;Midt AS;ut;Varmtvann;9000;MWh/år;35;20;COP 4 ved 40 K løft, COP 5 ved 60 K løft\n`,
  );
  expect(bad.code).toBe(1);
  expect(bad.answer.problems.map(({ flow, line, field }) => [flow, line, field])).toEqual(
    expect.arrayContaining([
      ['c', 4, 'temperatureReturn'],
      ['d', 5, 'peak'],
      ['e', 6, 'comment'],
    ]),
  );
  expect(bad.answer.sharing_potential_kw).toBe(good.answer.sharing_potential_kw);
  expect(bad.err).toMatch(/bad\.csv, .*5, d: /);
});
