// All tables of data/, each row as its schema made it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Report } from './problem.ts';
import { readTable, type Placed } from './readTable.ts';
import { TABLES } from './tables.ts';

type Shapes = typeof TABLES;
export type TableName = keyof Shapes;
export type RowOf<Name extends TableName> = z.output<Shapes[Name]>;
export type Tables = { readonly [Name in TableName]: readonly Placed<RowOf<Name>>[] };

export function readTables(dir: string, report: Report): Tables {
  const table = <Name extends TableName>(name: Name): readonly Placed<RowOf<Name>>[] => readTable(dir, name, TABLES[name], report);
  /** A table's rows, and after them those of its second file `*-more.csv` where there is one. */
  const withMore = <Name extends TableName>(name: Name): readonly Placed<RowOf<Name>>[] => {
    const rows = table(name);
    const more = name.replace('.csv', '-more.csv');
    return existsSync(join(dir, more)) ? [...rows, ...readTable(dir, more, TABLES[name], report)] : rows;
  };
  return {
    'resources.csv': withMore('resources.csv'),
    'rules.csv': withMore('rules.csv'),
    'use-types.csv': table('use-types.csv'),
    'waste-codes.csv': table('waste-codes.csv'),
    'factors.csv': table('factors.csv'),
    'heat.csv': table('heat.csv'),
    'pipes.csv': table('pipes.csv'),
    'steam.csv': table('steam.csv'),
    'degree-days.csv': table('degree-days.csv'),
    'legal-flags.csv': table('legal-flags.csv'),
    'nace-codes.csv': table('nace-codes.csv'),
    'glossary.csv': table('glossary.csv'),
    'sources.csv': table('sources.csv'),
    'screening-template.csv': table('screening-template.csv'),
    'shared-words.csv': table('shared-words.csv'),
  };
}
