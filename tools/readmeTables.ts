// The tables of the README that are made from the code. `node tools/readmeTables.ts` writes them; a test holds them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandTable } from '../server/cli/help.ts';
import { ERRORS } from '../server/contract/errors.ts';
import { policyTable } from '../server/domain/policyTable.ts';
import { FIELDS } from '../server/intake/screening/fields.ts';

const root = join(import.meta.dirname, '..');
const README = join(root, 'README.md');

const cell = (text: string): string => text.replaceAll('|', '\\|');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [`| ${head.join(' | ')} |`, `| ${head.map(() => '---').join(' | ')} |`, ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`)].join(
    '\n',
  );

/** Figures of `npm run drill` as they were last measured in full. */
function drillTable(): string {
  const path = join(root, 'drill', 'figures.json');
  if (!existsSync(path)) return 'Not measured yet in full.';
  type Kept = Readonly<Record<string, { what: string; figures: Readonly<Record<string, string | number>>; faults: number }>>;
  const kept = JSON.parse(readFileSync(path, 'utf8')) as Kept;
  return table(
    ['drill', 'figures', 'faults'],
    Object.values(kept).map(({ what, figures, faults }) => [
      what,
      Object.entries(figures)
        .map(([name, value]) => `${name}: ${value}`)
        .join('; '),
      String(faults),
    ]),
  );
}

const TABLES: Readonly<Record<string, () => string>> = {
  commands: commandTable,
  columns: () =>
    table(
      ['field', 'header we write', 'what it holds', 'also read as, among others'],
      Object.entries(FIELDS).map(([field, { header, help, names }]) => [
        `\`${field}\``,
        `\`${header}\``,
        help.en,
        names.split('|').slice(0, 3).join(', '),
      ]),
    ),
  errors: () =>
    table(
      ['code', 'status', 'sentence'],
      Object.entries(ERRORS).map(([code, { status, en }]) => [`\`${code}\``, String(status), en]),
    ),
  policy: policyTable,
  drill: drillTable,
  bench: () => (existsSync(join(root, 'bench', 'figures.md')) ? readFileSync(join(root, 'bench', 'figures.md'), 'utf8').trim() : ''),
};

/** The README with every table as the code has it now. */
export function withTables(text: string): string {
  return text.replaceAll(/<!-- table: (\w+) -->\n[\s\S]*?<!-- end -->/g, (whole, name: string) => {
    const make = TABLES[name];
    return make === undefined ? whole : `<!-- table: ${name} -->\n${make()}\n<!-- end -->`;
  });
}

if (process.argv[1] === import.meta.filename) writeFileSync(README, withTables(readFileSync(README, 'utf8')));
