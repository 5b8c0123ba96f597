// What the fitted weights are worth on cases they were not fitted on: each case is ranked with the weights that suit the others best.
import type { CaseResult } from './measures.ts';

/** The rows of data/matching.csv that were fitted on cases; all other weights were judged. */
export const FITTED = ['meaning.sum', 'meaning.named', 'rivalry.sharpness', 'score.fit', 'link.established', 'link.occasional'] as const;

export type Row = Readonly<Record<string, string>>;
/** One of the fitted rows at an end of its range, or none: as it stands. */
export type Trial = { readonly name: string; readonly rows: readonly Row[] };

/** As it stands, and each fitted row at the low and the high end of its range. @param rows of data/matching.csv by header */
export function trialsOf(rows: readonly Row[]): readonly Trial[] {
  const trials: Trial[] = [{ name: 'as it stands', rows }];
  for (const id of FITTED)
    for (const end of ['low', 'high'] as const) {
      const value = rows.find((row) => row['id'] === id)?.[end];
      if (value === undefined) throw new Error(`data/matching.csv has no row ${id} with a ${end} end`);
      trials.push({ name: `${id} ${value}`, rows: rows.map((row) => (row['id'] === id ? { ...row, value } : row)) });
    }
  return trials;
}

/** A case told in two languages is one case: neither half may choose for the other. */
const clusterOf = ({ name }: CaseResult): string => name.replace(/-(?:nb|en)$/u, '');
const goodness = ({ measures: { rprec, mrr, ap } }: CaseResult): number => (rprec + mrr + ap) / 3;

/**
 * Of each case its result in the trial that is best on average over all others; the earliest of equal ones.
 * @param results of each trial, its cases in one order
 */
export function leaveOneOut(
  results: readonly (readonly CaseResult[])[],
): readonly { readonly result: CaseResult; readonly trial: number }[] {
  const [first = []] = results;
  return first.map((one, at) => {
    let [best, trial] = [-1, 0];
    results.forEach((cases, number) => {
      const others = cases.filter((other) => clusterOf(other) !== clusterOf(one));
      const mean = others.reduce((sum, other) => sum + goodness(other), 0) / Math.max(1, others.length);
      if (mean > best) [best, trial] = [mean, number];
    });
    return { result: results[trial]?.[at] ?? one, trial };
  });
}
