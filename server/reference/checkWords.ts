// Is each word claimed by one resource (or by one and those below it)?
import type { Report } from './problem.ts';
import type { Tables } from './readTables.ts';

const related = (a: string, b: string): boolean => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

/**
 * A word of two unrelated resources must stand in `shared-words.csv` with both, else it is a mistake: the classifier would have to guess. Case is
 * left aside.
 */
export function checkWords(tables: Tables, report: Report): void {
  const known = new Set(tables['resources.csv'].map(({ row }) => row.id));
  const shared = new Map(tables['shared-words.csv'].map(({ row }) => [row.word.toLowerCase(), new Set(row.resource_ids)]));
  for (const { line, row } of tables['shared-words.csv'])
    for (const id of row.resource_ids)
      if (!known.has(id))
        report({ file: 'shared-words.csv', line, column: 'resource_ids', found: id, expected: 'a resource of resources.csv' });

  const owners = new Map<string, string[]>();
  for (const { file, line, row } of tables['resources.csv']) {
    const words = new Set([row.name_nb, row.name_en, ...row.synonyms_nb, ...row.synonyms_en].map((word) => word.toLowerCase()));
    for (const word of words) {
      const before = owners.get(word);
      if (before === undefined) {
        owners.set(word, [row.id]);
        continue;
      }
      for (const other of before) {
        const allowed = shared.get(word);
        if (related(other, row.id) || (allowed?.has(other) === true && allowed.has(row.id))) continue;
        report({
          file,
          line,
          column: 'synonyms_nb',
          found: word,
          expected: `a word of one resource; ${other} has it too (shared-words.csv lists what may be shared)`,
        });
      }
      before.push(row.id);
    }
  }
}
