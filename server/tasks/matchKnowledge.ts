// Matching's own tables of data/, read once and joined with the reference tables.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { createKnowledge, type MatchKnowledge, type MatchReference, type MatchTables } from '../matching/knowledge.ts';

const rowsOf = (file: string): MatchTables['settings'] =>
  parse(readFileSync(new URL(`../../data/${file}`, import.meta.url)), { bom: true, columns: true });

export const readMatchTables = (): MatchTables => ({
  settings: rowsOf('matching.csv'),
  processors: rowsOf('processors.csv'),
  hardStops: rowsOf('hard-stops.csv'),
  grades: rowsOf('grades.csv'),
  properties: rowsOf('quality-properties.csv'),
  useLimits: rowsOf('use-limits.csv'),
  worth: rowsOf('worth.csv'),
  treatments: rowsOf('treatments.csv'),
});

const built = new WeakMap<MatchReference, MatchKnowledge>();

/** What matching knows, built once for a set of reference tables. Throws where a table of data/ is broken. */
export function loadMatchKnowledge(reference: MatchReference): MatchKnowledge {
  const before = built.get(reference);
  if (before !== undefined) return before;
  const knowledge = createKnowledge(reference, readMatchTables());
  built.set(reference, knowledge);
  return knowledge;
}
