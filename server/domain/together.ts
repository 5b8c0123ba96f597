// Who works on what together: from exchanges that run, leads that are followed, and challenges that are shared. Pure.
import type { CompanyId } from './flow.ts';

export type Tie = {
  readonly kind: 'exchange' | 'lead' | 'challenge';
  readonly what: string;
  /** Id of the lead or entry; null for an exchange. */
  readonly id: string | null;
  readonly companies: readonly CompanyId[];
};
/** Two companies and all that binds them; `a` before `b` in the order of ids. */
export type Together = { readonly a: CompanyId; readonly b: CompanyId; readonly ties: readonly Tie[] };

/** Every pair of companies with at least one tie, the most ties first, then by ids. */
export function togetherOf(ties: readonly Tie[]): Together[] {
  const pairs = new Map<string, { a: CompanyId; b: CompanyId; ties: Tie[] }>();
  for (const tie of ties) {
    const ids = [...new Set(tie.companies)].sort();
    ids.forEach((a, i) => {
      for (const b of ids.slice(i + 1)) {
        const key = JSON.stringify([a, b]);
        const pair = pairs.get(key) ?? { a, b, ties: [] };
        pairs.set(key, pair);
        pair.ties.push(tie);
      }
    });
  }
  return [...pairs.values()].sort((one, other) => other.ties.length - one.ties.length || (one.a + one.b < other.a + other.b ? -1 : 1));
}
