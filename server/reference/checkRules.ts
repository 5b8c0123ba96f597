// Do synergy rules point at what exists, once each, and keep to what the law forbids outright?
import type { Report } from './problem.ts';
import type { RowOf, Tables } from './readTables.ts';
import { toFlag } from './toDomain.ts';

type Rule = RowOf<'rules.csv'>;

const FEED = /^mat\.prod\.(?:feed|fishfeed|petfood|insectfeed|dairyfeedmilk)(?:\.|$)/u;
const FOOD = /^mat\.prod\.food(?:\.|$)/u;

/** What may never be written as a rule, whoever writes it: the resource and the use it may not serve, with the law. */
const FORBIDDEN: readonly { readonly resource: RegExp; readonly use: RegExp; readonly why: string }[] = [
  {
    resource: /^mat\.animal\.(?:cat1|cat2|fat\.cat1)|^mat\.marine\.ensilage2/u,
    use: new RegExp(`${FEED.source}|${FOOD.source}`, 'u'),
    why: 'another use: category 1 and 2 by-products are neither food nor feed (1069/2009)',
  },
  {
    resource: /^mat\.food\.kitchen|^mat\.sludge\.|^mat\.animal\.manure|^mat\.oil\.frying/u,
    use: new RegExp(`^(?!mat\\.prod\\.feed\\.mineral$)(?:${FEED.source}|${FOOD.source})`, 'u'),
    why: 'another use: catering waste, manure, sludge and digestate are neither food nor feed (1069/2009, 767/2009)',
  },
  {
    resource: /^mat\.wood\.waste\.(?:impregnated|painted)/u,
    use: /^mat\.prod\.(?:bedding|soil|mulch|compoststruct|boilerfuel|firewood|smokewood|pelletraw|food|feed)/u,
    why: 'another use: painted and impregnated wood is burned only with a permit and never spread or bedded on',
  },
];

export function checkRules(tables: Tables, report: Report): void {
  const resources = new Set(tables['resources.csv'].map(({ row }) => row.id));
  const divisions = new Set(tables['nace-codes.csv'].map(({ row }) => row.code));
  const flags = new Set(tables['legal-flags.csv'].map(({ row }) => row.flag));
  const useTypes = new Set(tables['use-types.csv'].map(({ row }) => row.use_type));
  const pairs = new Map<string, string>();

  for (const { file, line, row } of tables['rules.csv']) {
    const wrong = (column: keyof Rule, found: string, expected: string): void => report({ file, line, column, found, expected });
    if (!resources.has(row.resource_id)) wrong('resource_id', row.resource_id, 'a resource of resources.csv');
    if (!resources.has(row.use_id)) wrong('use_id', row.use_id, 'a resource of resources.csv');
    if (!useTypes.has(row.use_type)) wrong('use_type', row.use_type, 'a use type of use-types.csv');
    for (const column of ['from_nace', 'to_nace'] as const)
      for (const code of row[column]) if (!divisions.has(code)) wrong(column, code, 'a division of nace-codes.csv');
    for (const cell of row.legal_flags) if (!flags.has(toFlag(cell).flag)) wrong('legal_flags', cell, 'a flag of legal-flags.csv');
    if (row.trl !== null && !(Number.isInteger(row.trl) && row.trl >= 1 && row.trl <= 9))
      wrong('trl', String(row.trl), 'a whole number from 1 to 9');
    const pair = `${row.resource_id} -> ${row.use_id}`;
    const before = pairs.get(pair);
    if (before === undefined) pairs.set(pair, row.id);
    else wrong('use_id', pair, `one rule for the pair; ${before} has it already`);
    for (const { resource, use, why } of FORBIDDEN) if (resource.test(row.resource_id) && use.test(row.use_id)) wrong('use_id', pair, why);
    if (FEED.test(row.use_id) && !row.legal_flags.includes('FEED'))
      wrong('legal_flags', row.legal_flags.join('|'), 'FEED among them, as the use is feed');
    if (FOOD.test(row.use_id) && !row.legal_flags.includes('FOOD'))
      wrong('legal_flags', row.legal_flags.join('|'), 'FOOD among them, as the use is food');
  }
}
