// Grades that decide: an alloy, polymer or fuel type named on both sides must be the same.

export type Grade = { readonly family: string; readonly grade: string; readonly pattern: RegExp };

/** From the rows of data/grades.csv by header; throws where a pattern is no regular expression. */
export const gradesFrom = (rows: Iterable<Readonly<Record<string, string>>>): readonly Grade[] =>
  [...rows].map((row) => ({ family: row['family'] ?? '', grade: row['grade'] ?? '', pattern: new RegExp(row['pattern'] ?? '', 'iu') }));

export type GradeClash = { readonly family: string; readonly given: string; readonly wanted: string };

/** The grades that a text names, by family, in the order of the table. */
export function gradesIn(grades: readonly Grade[], text: string): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const { family, grade, pattern } of grades) {
    if (!pattern.test(text)) continue;
    const known = named.get(family);
    if (known === undefined) named.set(family, [grade]);
    else known.push(grade);
  }
  return named;
}

/** The first family of which both sides name grades and share none; null where they agree or one says nothing. */
export function gradeClash(
  given: ReadonlyMap<string, readonly string[]>,
  wanted: ReadonlyMap<string, readonly string[]>,
): GradeClash | null {
  for (const [family, has] of given) {
    const asks = wanted.get(family);
    if (asks !== undefined && !has.some((grade) => asks.includes(grade))) return { family, given: has.join(', '), wanted: asks.join(', ') };
  }
  return null;
}
