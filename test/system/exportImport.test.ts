import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { importAnswerSchema } from '../../server/contract/importAnswer.ts';
import { LOCAL } from '../../server/domain/viewer.ts';
import { openForReading } from '../../server/tasks/open.ts';
import { aFolder, answerOf, flytkart, root } from '../cli/flytkart.ts';

const folder = aFolder();
const CLUSTER = 'Æ & Ø: "klynge", 100 %';

/** Names and remarks as firms write them, and as nobody should. */
const text = fc.oneof(
  fc.constantFrom('Ærfugl', 'Blåbær & sønn', 'Ås "Nord"', 'to\nlinjer', "'sitert", "''dobbelt", '=1+1', '+47 22 00 00 00', '-bark', '@post', '\t=2+2', 'a;b,c|d'), // prettier-ignore
  fc.constantFrom('=HYPERLINK("http://example.invalid";"x")', "'=1+1", 'N/A-fri', 'Größe Ł', '漢字', '100 % ren', 'sum av alt mulig', 'ark #2', 'x'.repeat(300)), // prettier-ignore
  fc
    .string({
      unit: fc.constantFrom('a', 'æ', 'Ø', 'é', ' ', '"', "'", ',', ';', '=', '-', '+', '1', '.', '\n'),
      minLength: 1,
      maxLength: 12,
    })
    // Blanks around a text are no part of it, nor is a text without a letter a name.
    .map((one) => one.replaceAll(/\s+/g, ' ').trim())
    .filter((one) => /[a-zæØé]{2}/.test(one)),
);
const quantity = fc.oneof(
  fc.double({ min: 0.001, max: 1e7, noNaN: true }).map((value) => String(Number(value.toPrecision(9)))),
  fc.constantFrom('', 'ukjent', 'ca. 500', '1000 - 2000', '< 5', '> 100', 'inntil 80', '0', '12.5', '1234.5678', '1e-7'),
);
const row = fc.record({
  company: fc.integer({ min: 1, max: 9 }),
  name: text,
  direction: fc.constantFrom('in', 'out'),
  role: fc.constantFrom('', 'surplus', 'waste', 'product'),
  resource: text,
  quantity,
  unit: fc.constantFrom('tonn/år', 'MWh/år', 'm3/uke', 'stk/år', 'kg/mnd'),
  temperature: fc.constantFrom('', '-40', '65', '12.5', '-20 - -5', '30-60'),
  price: fc.constantFrom('', '-150', '99.5'),
  comment: fc.oneof(fc.constant(''), text),
  colour: fc.oneof(fc.constant(''), text),
  screened: fc.constantFrom('', '12.03.2025', '2024-01-31', 'i fjor'),
});

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Everything a screening says, without where it stood in its file. */
function data(database: string) {
  const store = openForReading(database);
  try {
    return {
      companies: store.companiesOf(LOCAL, CLUSTER),
      flows: store
        .flowsOf(LOCAL, { cluster: CLUSTER })
        .map((flow) => ({ ...flow, source: null }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      exchanges: store.exchangesOf(LOCAL, { cluster: CLUSTER }).map((exchange) => ({ ...exchange, source: null })),
    };
  } finally {
    store.close();
  }
}

it('what is exported imports to the same data, whatever the words, and exports again to the same bytes', { timeout: 120_000 }, async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 60 }), async (rows) => {
      run += 1;
      const at = (name: string): string => join(folder, `${run}-${name}`);
      const header = 'company,direction,role,resource,quantity,unit,temperature_c,price,comment,=Farge,Kartlagt dato';
      const lines = rows.map(({ company, name, ...one }) =>
        // A company's name is one throughout; the first row that names it decides.
        [`${rows.find((other) => other.company === company)?.name ?? name} ${company}`, one.direction, one.role, one.resource, one.quantity, one.unit, one.temperature, one.price, one.comment, one.colour, one.screened]
          .map(quoted)
          .join(','),
      ); // prettier-ignore
      writeFileSync(at('in.csv'), `${header}\n${lines.join('\n')}\n`);
      const words = ['--cluster', CLUSTER, '--db'];
      const [first] = (await answerOf(importAnswerSchema, 'import', at('in.csv'), ...words, at('a.db'))).files;
      if (first?.rows_ok === 0) return;
      expect((await flytkart('export', '--out', at('out.csv'), ...words, at('a.db'))).err).toBe('');
      // Where it came from, it is the same: the answer names the import that holds it.
      const same = await answerOf(importAnswerSchema, 'import', at('out.csv'), ...words, at('a.db'));
      expect(same.files[0]?.messages.map(({ code }) => code)).toContain('import.unchanged');
      const again = await answerOf(importAnswerSchema, 'import', at('out.csv'), ...words, at('b.db'));
      expect(again.files[0]).toMatchObject({ outcome: 'import', rows_rejected: 0, rows_skipped: 0 });
      expect(data(at('b.db'))).toEqual(data(at('a.db')));
      expect((await flytkart('export', '--out', at('again.csv'), ...words, at('b.db'))).err).toBe('');
      expect(readFileSync(at('again.csv'), 'utf8')).toBe(readFileSync(at('out.csv'), 'utf8'));
    }),
    { seed: 2026, numRuns: 8, endOnFailure: true },
  );
});

it.each([
  'template.xlsx',
  'monthly_columns.csv',
  'months_about.csv',
  'exchanges_to_look_at.csv',
  'shares_and_negatives.xlsx',
  'company_above_the_header.csv',
  'two_tables_with_titles.csv',
  'costs_and_dry_matter.csv',
])('%s: the same file again, and its export, change nothing; the export says the same in an empty database', async (name) => {
  const at = (end: string): string => join(folder, `${name}-${end}`);
  const words = ['--cluster', CLUSTER, '--db'];
  const file = join(root, 'fixtures', 'screenings', name);
  // A cluster of exchanges alone has no flows: then only the file of exchanges has rows.
  const codesOf = async (files: readonly string[]): Promise<(readonly string[])[]> => {
    const answer = await answerOf(importAnswerSchema, 'import', ...files, ...words, at('a.db'));
    return answer.files.filter(({ rows_read }) => rows_read > 0).map(({ messages }) => messages.map(({ code }) => code));
  };
  await codesOf([file]);
  for (const codes of await codesOf([file])) expect(codes).toContain('import.unchanged');
  const { files } = await answerOf(z.looseObject({ files: z.array(z.string()) }), 'export', '--out', at('out.csv'), ...words, at('a.db'));
  for (const codes of await codesOf(files)) expect(codes).toContain('import.unchanged');
  await answerOf(importAnswerSchema, 'import', ...files, ...words, at('b.db'));
  expect(data(at('b.db'))).toEqual(data(at('a.db')));
});
