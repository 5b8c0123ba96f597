// What holds between the rows of data/: nothing twice, nothing that points nowhere, no figure outside its range.
import { checkFigures } from './checkFigures.ts';
import { checkRules } from './checkRules.ts';
import { checkSources } from './checkSources.ts';
import { checkTaxonomy } from './checkTaxonomy.ts';
import { checkWasteCodes } from './checkWasteCodes.ts';
import { checkWords } from './checkWords.ts';
import type { Report } from './problem.ts';
import type { TableName, Tables } from './readTables.ts';

/** What makes a row of each table one of a kind. */
const KEYS: { readonly [Name in TableName]: (row: Tables[Name][number]['row']) => string } = {
  'resources.csv': (row) => row.id,
  'rules.csv': (row) => row.id,
  'use-types.csv': (row) => row.use_type,
  'waste-codes.csv': (row) => row.code,
  'factors.csv': (row) => row.id,
  'heat.csv': (row) => row.id,
  'pipes.csv': (row) => String(row.dn),
  'steam.csv': (row) => String(row.bar_abs),
  'degree-days.csv': (row) => `${row.place} ${row.month}`,
  'legal-flags.csv': (row) => row.flag,
  'nace-codes.csv': (row) => row.code,
  'glossary.csv': (row) => `${row.en} / ${row.nb}`,
  'sources.csv': (row) => row.short_name,
  'screening-template.csv': (row) => `${row.sheet} ${row.column}`,
  'shared-words.csv': (row) => row.word,
};

function checkDuplicates<Name extends TableName>(name: Name, tables: Tables, report: Report): void {
  const first = new Map<string, number>();
  const keyOf = KEYS[name];
  for (const { line, row } of tables[name]) {
    const key = keyOf(row);
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    else report({ file: name, line, column: null, found: key, expected: `one row for it; line ${before} has it already` });
  }
}

export function checkTables(tables: Tables, report: Report): void {
  for (const name of Object.keys(KEYS) as TableName[]) checkDuplicates(name, tables, report);
  checkTaxonomy(tables, report);
  checkWords(tables, report);
  checkWasteCodes(tables, report);
  checkRules(tables, report);
  checkFigures(tables, report);
  checkSources(tables, report);
}
