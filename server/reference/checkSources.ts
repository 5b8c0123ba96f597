// Does each row say where it comes from, in a way that can be followed up?
import type { Report } from './problem.ts';
import type { Tables } from './readTables.ts';

/** Tables whose rows cite; `sources.csv` is what they cite. */
const CITING = [
  'resources.csv',
  'rules.csv',
  'use-types.csv',
  'waste-codes.csv',
  'factors.csv',
  'heat.csv',
  'pipes.csv',
  'steam.csv',
  'degree-days.csv',
  'legal-flags.csv',
  'nace-codes.csv',
  'glossary.csv',
  'screening-template.csv',
  'shared-words.csv',
] as const;

/** A documented row cites a source by its short name; a judgement row says the word, or cites what it leans on. */
export function checkSources(tables: Tables, report: Report): void {
  const names = tables['sources.csv'].map(({ row }) => row.short_name);
  const checked = new Map<string, boolean>();
  const cites = (source: string): boolean => {
    const before = checked.get(source);
    if (before !== undefined) return before;
    const found = names.some((name) => source.includes(name));
    checked.set(source, found);
    return found;
  };
  for (const name of CITING)
    for (const { file, line, row } of tables[name]) {
      if (row.evidence === 'judgement' ? row.source.includes('judgement') || cites(row.source) : cites(row.source)) continue;
      report({
        file,
        line,
        column: 'source',
        found: row.source,
        expected: row.evidence === 'judgement' ? 'the word judgement, or a short name of sources.csv' : 'a short name of sources.csv',
      });
    }
}
