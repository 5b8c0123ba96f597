// What holds between the rows of data/: nothing twice, nothing that points nowhere, no figure outside its range.
import { checkFigures } from './checkFigures.ts';
import { checkRules } from './checkRules.ts';
import { checkSources } from './checkSources.ts';
import { checkTaxonomy } from './checkTaxonomy.ts';
import { checkWasteCodes } from './checkWasteCodes.ts';
import { checkWords } from './checkWords.ts';
import type { Report } from './problem.ts';
import type { Placed } from './readTable.ts';
import type { TableName, Tables } from './readTables.ts';

type Keyed = { readonly file: string; readonly line: number; readonly key: string };

/** What makes a row of each table one of a kind. */
function keysOf(tables: Tables): { readonly [Name in TableName]: readonly Keyed[] } {
  const keyed = <Row>(rows: readonly Placed<Row>[], key: (row: Row) => string): readonly Keyed[] =>
    rows.map(({ file, line, row }) => ({ file, line, key: key(row) }));
  return {
    'resources.csv': keyed(tables['resources.csv'], (row) => row.id),
    'rules.csv': keyed(tables['rules.csv'], (row) => row.id),
    'use-types.csv': keyed(tables['use-types.csv'], (row) => row.use_type),
    'waste-codes.csv': keyed(tables['waste-codes.csv'], (row) => row.code),
    'factors.csv': keyed(tables['factors.csv'], (row) => row.id),
    'heat.csv': keyed(tables['heat.csv'], (row) => row.id),
    'pipes.csv': keyed(tables['pipes.csv'], (row) => String(row.dn)),
    'steam.csv': keyed(tables['steam.csv'], (row) => String(row.bar_abs)),
    'degree-days.csv': keyed(tables['degree-days.csv'], (row) => `${row.place} ${row.month}`),
    'legal-flags.csv': keyed(tables['legal-flags.csv'], (row) => row.flag),
    'nace-codes.csv': keyed(tables['nace-codes.csv'], (row) => row.code),
    'glossary.csv': keyed(tables['glossary.csv'], (row) => `${row.en} / ${row.nb}`),
    'sources.csv': keyed(tables['sources.csv'], (row) => row.short_name),
    'screening-template.csv': keyed(tables['screening-template.csv'], (row) => `${row.sheet} ${row.column}`),
    'shared-words.csv': keyed(tables['shared-words.csv'], (row) => row.word),
  };
}

function checkDuplicates(rows: readonly Keyed[], report: Report): void {
  const first = new Map<string, string>();
  for (const { file, line, key } of rows) {
    const before = first.get(key);
    if (before === undefined) first.set(key, `${file}, line ${line},`);
    else report({ file, line, column: null, found: key, expected: `one row for it; ${before} has it already` });
  }
}

export function checkTables(tables: Tables, report: Report): void {
  for (const rows of Object.values(keysOf(tables))) checkDuplicates(rows, report);
  checkTaxonomy(tables, report);
  checkWords(tables, report);
  checkWasteCodes(tables, report);
  checkRules(tables, report);
  checkFigures(tables, report);
  checkSources(tables, report);
}
