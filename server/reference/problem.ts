// What is wrong with a table of data/: told all at once, each with its place.

export type ReferenceProblem = {
  readonly file: string;
  /** The file's line as an editor shows it; null where the file as a whole is meant. */
  readonly line: number | null;
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
};

const sentence = (p: ReferenceProblem): string =>
  `${p.file}${p.line === null ? '' : `, line ${p.line}`}${p.column === null ? '' : `, ${p.column}`}: found ${JSON.stringify(p.found)}, expected ${p.expected}`;

/** Thrown once with every problem found in data/. */
export class ReferenceError extends Error {
  readonly problems: readonly ReferenceProblem[];
  constructor(problems: readonly ReferenceProblem[]) {
    super(`The reference tables hold ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.map(sentence).join('\n')}`);
    this.name = 'ReferenceError';
    this.problems = problems;
  }
}

/** Takes a problem; whoever collects them throws at the end. */
export type Report = (problem: ReferenceProblem) => void;
