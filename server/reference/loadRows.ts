// A table of data/ as rows of text, for tables that are checked where they are used.
import { ReferenceError } from './problem.ts';
import type { ReferenceProblem } from './problem.ts';
import { readRawRows } from './readTable.ts';
import { join } from 'node:path';

const DATA = join(import.meta.dirname, '..', '..', 'data');

/** Throws a ReferenceError where the file is missing or is no table. */
export function loadRows(file: string, dir: string = DATA): readonly Readonly<Record<string, string>>[] {
  const problems: ReferenceProblem[] = [];
  const rows = readRawRows(dir, file, (problem) => void problems.push(problem));
  if (problems.length > 0) throw new ReferenceError(problems);
  return rows;
}
