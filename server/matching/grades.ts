// Grades that decide: an alloy, polymer or fuel type named on both sides must be the same.

export type Grade = { readonly family: string; readonly grade: string; readonly pattern: RegExp };

/** From the rows of data/grades.csv by header; throws where a pattern is no regular expression. */
export const gradesFrom = (rows: Iterable<Readonly<Record<string, string>>>): readonly Grade[] =>
  [...rows].map((row) => ({ family: row['family'] ?? '', grade: row['grade'] ?? '', pattern: new RegExp(row['pattern'] ?? '', 'iu') }));

export type GradeClash = { readonly family: string; readonly given: string; readonly wanted: string };

/** The first family of which both texts name grades and share none; null where they agree or one says nothing. */
export function gradeClash(grades: readonly Grade[], given: string, wanted: string): GradeClash | null {
  const named = (text: string, family: string): string[] =>
    grades.filter((grade) => grade.family === family && grade.pattern.test(text)).map(({ grade }) => grade);
  for (const family of new Set(grades.map((grade) => grade.family))) {
    const has = named(given, family);
    const asks = named(wanted, family);
    if (has.length > 0 && asks.length > 0 && !has.some((grade) => asks.includes(grade)))
      return { family, given: has.join(', '), wanted: asks.join(', ') };
  }
  return null;
}
