// The problem as a linear program: shares of what each column could carry, every row scaled to 1, in CPLEX LP text.
import type { Account, AllocationProblem } from './problem.ts';

/** What binds the minimum lots: arcs with a yes-or-no of their own, arcs that carry their lot or more, arcs that carry nothing. */
export type Lots = { readonly open: ReadonlySet<number>; readonly kept: ReadonlySet<number>; readonly shut: ReadonlySet<number> };
export const NO_LOTS: Lots = { open: new Set(), kept: new Set(), shut: new Set() };

export type Term = { readonly name: string; readonly times: number };
export type Row = { readonly terms: readonly Term[]; readonly sense: '<=' | '>=' | '='; readonly limit: number };
/** `account` is told for the rows that hold a flow to its amount, null for those of lots. */
export type LimitRow = Row & { readonly account: number | null };
export type Program = {
  readonly objective: readonly Term[];
  readonly rows: readonly LimitRow[];
  readonly binaries: readonly string[];
  /** The objective is in this many of the problem's own units. */
  readonly scale: number;
};

/** Name of the column in the program: its place in the problem. */
export const columnName = (at: number): string => `x${at}`;
const lotName = (arc: number): string => `y${arc}`;

export function programOf(problem: AllocationProblem, lots: Lots = NO_LOTS): Program {
  const { accounts, arcs, columns } = problem;
  const scale = columns.reduce((most, column) => Math.max(most, (arcs[column.arc]?.gain ?? 0) * column.most), 0) || 1;
  const objective: Term[] = [];
  const byAccount = accounts.map((): { year: Term[]; periods: Map<number, Term[]>; whole: boolean } => ({
    year: [],
    periods: new Map(),
    whole: false,
  }));
  const byLot = new Map<number, Term[]>();
  columns.forEach(({ arc, period, most }, at) => {
    const one = arcs[arc];
    if (one === undefined || lots.shut.has(arc)) return;
    const name = columnName(at);
    objective.push({ name, times: (one.gain * most) / scale });
    for (const [account, times] of [[one.surplus, 1] as const, [one.need, one.times] as const]) {
      const [own, limit] = [byAccount[account], accounts[account]];
      if (own === undefined || limit === undefined) continue;
      own.year.push({ name, times: (times * most) / limit.limit });
      if (period === null) own.whole = true;
      else push(own.periods, period, { name, times: (times * most) / (limit.limit * (limit.shares?.[period] ?? 1)) });
    }
    if (lots.open.has(arc) || lots.kept.has(arc)) push(byLot, arc, { name, times: most / one.most });
  });
  const rows: LimitRow[] = byAccount.flatMap(({ year, periods, whole }, account) => [
    // Where every column has its period, the periods' rows say all that the year's would.
    ...(year.length > 0 && whole ? [{ account, terms: year, sense: '<=' as const, limit: 1 }] : []),
    ...[...periods].toSorted(([a], [b]) => a - b).map(([, terms]) => ({ account, terms, sense: '<=' as const, limit: 1 })),
  ]);
  const binaries: string[] = [];
  for (const [arc, terms] of byLot) {
    const one = arcs[arc];
    if (one === undefined) continue;
    const least = one.lot / one.most;
    if (lots.kept.has(arc)) rows.push({ account: null, terms, sense: '>=', limit: least });
    else {
      const name = lotName(arc);
      binaries.push(name);
      rows.push({ account: null, terms: [...terms, { name, times: -1 }], sense: '<=', limit: 0 });
      rows.push({ account: null, terms: [...terms, { name, times: -least }], sense: '>=', limit: 0 });
    }
  }
  return { objective, rows, binaries, scale };
}

function push<Key>(lists: Map<Key, Term[]>, key: Key, term: Term): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [term]);
  else known.push(term);
}

/** A reader of LP text may take only so many characters a line. */
const TERMS_A_LINE = 8;

const termsText = (terms: readonly Term[]): string =>
  terms
    .map(({ name, times }, at) => `${at > 0 && at % TERMS_A_LINE === 0 ? '\n  ' : ''}${times < 0 ? '-' : '+'} ${Math.abs(times)} ${name}`)
    .join(' ');

export const lpText = ({ objective, rows, binaries }: Program): string =>
  [
    'Maximize',
    ` obj: ${termsText([...objective, ...binaries.map((name) => ({ name, times: 0 }))])}`,
    'Subject To',
    ...rows.map(({ terms, sense, limit }, at) => ` r${at}: ${termsText(terms)} ${sense} ${limit}`),
    ...(binaries.length > 0 ? ['Binary', ...binaries.map((name) => ` ${name}`)] : []),
    'End',
    '',
  ].join('\n');

/** Kept for prices: one more unit of the account relaxes each of its rows by so much. */
export const relaxedBy = ({ limit }: Account): number => 1 / limit;
