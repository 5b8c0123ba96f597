// What a company, and each of its processes, takes in against what it gives off, in mass and in energy. Nothing is converted: what is stated in
// cubic metres or pieces is named and not counted.
import type { Flow } from '../domain/flow.ts';
import type { BalanceLimits } from './limits.ts';

export type BalanceUnit = 't' | 'MWh';
export const BALANCE_UNITS: readonly BalanceUnit[] = ['t', 'MWh'];

type Counted = Pick<Flow, 'id' | 'process' | 'direction' | 'words' | 'annual'>;

/** Something that could be written instead, so that the balance would close. */
export type Proposal = { readonly flow: string; readonly words: string; readonly amount: number; readonly unit: BalanceUnit };

export type Balance = {
  /** Null: the whole company; '': flows that no process is named of. */
  readonly process: string | null;
  readonly unit: BalanceUnit;
  /** Likely amounts a year. */
  readonly into: number;
  readonly out: number;
  /** Into less out; below zero: more goes out than comes in. */
  readonly unexplained: number;
  /** `over`: more out than in; `missing`: a large part of what comes in is not accounted for; `oneSided`: only one side is stated. */
  readonly verdict: 'closed' | 'over' | 'missing' | 'oneSided';
  readonly proposals: readonly Proposal[];
  /** Ids of the flows that are counted. */
  readonly flows: readonly string[];
};

export type Balances = {
  /** The whole company first, then its processes by name. */
  readonly balances: readonly Balance[];
  /** Flows that are in no balance: without an amount, or counted in another unit. */
  readonly uncounted: readonly Uncounted[];
};

export type Uncounted = {
  readonly flow: string;
  readonly words: string;
  readonly why: 'noAmount' | 'otherUnit' | 'noUnit';
  readonly unit: string | null;
};

const likelyOf = (flow: Counted): number | null => flow.annual?.likely ?? null;

export function balancesOf(flows: readonly (Counted & Pick<Flow, 'stated'>)[], limits: BalanceLimits): Balances {
  const sorted = flows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const processes = [...new Set(sorted.flatMap(({ process }) => (process === null ? [] : [process])))].toSorted();
  const groups: { readonly process: string | null; readonly flows: readonly Counted[] }[] = [
    { process: null, flows: sorted },
    ...processes.map((process) => ({ process, flows: sorted.filter((flow) => flow.process === process) })),
  ];
  if (processes.length > 0 && sorted.some(({ process }) => process === null))
    groups.push({ process: '', flows: sorted.filter(({ process }) => process === null) });
  return {
    balances: groups.flatMap(({ process, flows: own }) => BALANCE_UNITS.flatMap((unit) => balanceOf(process, unit, own, limits) ?? [])),
    uncounted: sorted.flatMap(({ id, words, annual, stated }): Uncounted[] => {
      if (annual === null) return [{ flow: id, words, why: stated === null ? 'noAmount' : 'noUnit', unit: null }];
      return annual.unit === 't' || annual.unit === 'MWh' ? [] : [{ flow: id, words, why: 'otherUnit', unit: annual.unit }];
    }),
  };
}

/** Null where no flow is counted in the unit. */
function balanceOf(process: string | null, unit: BalanceUnit, flows: readonly Counted[], limits: BalanceLimits): Balance | null {
  const counted = flows.filter((flow) => flow.annual?.unit === unit && likelyOf(flow) !== null);
  if (counted.length === 0) return null;
  const [into, out] = [sumOf(counted, 'in'), sumOf(counted, 'out')];
  const verdict = verdictOf(into, out, limits);
  return {
    process,
    unit,
    into,
    out,
    unexplained: into - out,
    verdict,
    proposals: verdict === 'over' || verdict === 'missing' ? slips(counted, unit, into, out, limits) : [],
    flows: counted.map(({ id }) => id),
  };
}

const sumOf = (flows: readonly Counted[], direction: 'in' | 'out'): number =>
  flows.reduce((sum, flow) => (flow.direction === direction ? sum + (likelyOf(flow) ?? 0) : sum), 0);

function verdictOf(into: number, out: number, { over, unexplained, least }: BalanceLimits): Balance['verdict'] {
  if (into === 0 || out === 0) return 'oneSided';
  if (Math.max(into, out) < least) return 'closed';
  if (out > into * over) return 'over';
  return into - out > into * unexplained ? 'missing' : 'closed';
}

/** Flows that close the balance when their unit is off by the usual factor: kg for tonnes, kWh for MWh. The one that closes it best first. */
function slips(flows: readonly Counted[], unit: BalanceUnit, into: number, out: number, limits: BalanceLimits): Proposal[] {
  const found: { readonly proposal: Proposal; readonly gap: number }[] = [];
  for (const flow of flows) {
    const amount = likelyOf(flow) ?? 0;
    for (const other of [amount / limits.slip, amount * limits.slip]) {
      const [next, left] = flow.direction === 'in' ? [into - amount + other, out] : [into, out - amount + other];
      if (verdictOf(next, left, limits) !== 'closed') continue;
      found.push({
        proposal: { flow: flow.id, words: flow.words, amount: Number(other.toPrecision(12)), unit },
        gap: Math.abs(Math.log(next / left)),
      });
    }
  }
  return found.toSorted((a, b) => a.gap - b.gap || (a.proposal.flow < b.proposal.flow ? -1 : 1)).map(({ proposal }) => proposal);
}
