// data/lexicon*.csv: what words mean, read and checked once.
import { join } from 'node:path';
import type { Lexicon } from '../domain/lexicon.ts';
import type { ResourceId } from '../domain/resource.ts';
import { LEXICON_TABLES } from './lexiconTables.ts';
import { ReferenceError, type ReferenceProblem } from './problem.ts';
import { readTable } from './readTable.ts';

const DATA = join(import.meta.dirname, '..', '..', 'data');
/** One table may be kept in several files, one subject each. */
const PHRASE_FILES = [
  'lexicon.csv',
  'lexicon-needs.csv',
  'lexicon-substances.csv',
  'lexicon-energy.csv',
  'lexicon-trades.csv',
  'lexicon-processes.csv',
] as const;

const loaded = new Map<string, Lexicon>();

function read(dir: string, known: ReadonlySet<ResourceId>): Lexicon {
  const problems: ReferenceProblem[] = [];
  const report = (problem: ReferenceProblem): void => void problems.push(problem);
  const pointed = (file: string, line: number, column: string, resource: ResourceId): void => {
    if (!known.has(resource)) report({ file, line, column, found: resource, expected: 'a resource of resources.csv' });
  };
  const phrases = PHRASE_FILES.flatMap((file) =>
    readTable(dir, file, LEXICON_TABLES.phrases, report).map(({ line, row: phrase }) => {
      pointed(file, line, 'resource', phrase.resource);
      return phrase;
    }),
  );
  const words = readTable(dir, 'lexicon-words.csv', LEXICON_TABLES.words, report).map(({ row }) => row);
  const activities = readTable(dir, 'lexicon-activities.csv', LEXICON_TABLES.activities, report).map(({ line, row: profile }) => {
    for (const resource of profile.takes) pointed('lexicon-activities.csv', line, 'takes', resource);
    for (const resource of profile.gives) pointed('lexicon-activities.csv', line, 'gives', resource);
    return profile;
  });
  const grades = readTable(dir, 'lexicon-grades.csv', LEXICON_TABLES.grades, report).map(({ line, row: grade }) => {
    pointed('lexicon-grades.csv', line, 'resource', grade.resource);
    return grade;
  });
  const temperatures = readTable(dir, 'lexicon-temperatures.csv', LEXICON_TABLES.temperatures, report).map(({ line, row: one }) => {
    pointed('lexicon-temperatures.csv', line, 'resource', one.resource);
    return one;
  });
  if (problems.length > 0) throw new ReferenceError(problems);
  return Object.freeze({ phrases, words, activities, grades, temperatures });
}

/**
 * The lexicon, read once per directory and process. `resources` are the taxonomy's ids; a row that points elsewhere is reported. Throws a
 * ReferenceError with every problem found.
 */
export function loadLexicon(resources: ReadonlySet<ResourceId>, dir: string = DATA): Lexicon {
  const before = loaded.get(dir);
  if (before !== undefined) return before;
  const lexicon = read(dir, resources);
  loaded.set(dir, lexicon);
  return lexicon;
}
