import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder, flytkart } from '../cli/flytkart.ts';

const folder = aFolder();
const at = (name: string): string => join(folder, name);
writeFileSync(
  at('two.csv'),
  'Bedrift;Retning;Ressurs;Mengde;Enhet;Temperatur\nØst AS;ut;Varmtvann;800;MWh/år;70\nVest AS;inn;Varme;500;MWh/år;45\n',
);

describe('what a person reads at the terminal', () => {
  it('match names words and companies, how much and what it is worth, in the language that was asked for', async () => {
    await flytkart('import', at('two.csv'), '--cluster', 'Fjord', '--db', at('two.db'));
    const { out } = await flytkart('match', '--db', at('two.db'), '--lang', 'nb');
    expect(out).toMatch(/Varmtvann \(Øst AS, \S+\) -> Varme \(Vest AS, \S+\)\n +500 MWh\/år · /);
    const none = await flytkart('match', '--db', at('two.db'), '--why', 'a', 'b', '--lang', 'nb');
    expect(none.out).toBe('Ingen treff.\n');
  });

  it.each([
    ['import a file that is not there', ['import', 'none.csv'], /none\.csv cannot be read: there is no file or folder of that name\./],
    [
      'import into a folder that is not there',
      ['import', 'two.csv', '--db', 'none/x.db'],
      /x\.db cannot be written: its folder is not there/,
    ],
    [
      'export into a folder that is not there',
      ['export', '--cluster', 'Fjord', '--out', 'none/x.csv', '--db', 'two.db'],
      /its folder is not there/,
    ],
    ['back up into a folder that is not there', ['backup', 'none/x.db', '--db', 'two.db'], /its folder is not there/],
  ])('to %s is answered with a sentence and leaves nothing', async (_, words, sentence) => {
    const { out, err, code } = await flytkart(...words.map((word) => (/\.(?:db|csv)$/.test(word) ? at(word) : word)), '--lang', 'en');
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(existsSync(at('none'))).toBe(false);
  });

  it('match refuses files that are no such tables', async () => {
    const { code, err } = await flytkart('match', '--companies', at('two.csv'), '--flows', at('two.csv'), '--lang', 'en');
    expect(code).toBe(1);
    expect(err).toMatch(/the column company_id is missing/);
  });
});
