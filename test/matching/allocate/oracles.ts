// Two ways to the best whole that share nothing with the product: trying every whole number, and trying every choice of deals.
import { solve, type Constraint } from 'yalps';
import { total, type Side, type SmallCluster } from './clusters.ts';

type Deal = { readonly s: number; readonly n: number; readonly gain: number; readonly seasonal: boolean };

function dealsOf({ heat, surpluses, needs, gains }: SmallCluster): Deal[] {
  return surpluses.flatMap((given, s) =>
    needs.flatMap((taken, n) => {
      const gain = gains[s]?.[n] ?? null;
      return gain === null || gain <= 0 ? [] : [{ s, n, gain, seasonal: heat && given.seasonal && taken.seasonal }];
    }),
  );
}

/**
 * Tries every whole number of units for every deal. The limits of each side lie inside one another, so that with whole limits and no lots (or no
 * seasons) some best answer is in whole units.
 */
export function bestInWholeUnits(cluster: SmallCluster): number {
  const deals = dealsOf(cluster);
  const room = (sides: readonly Side[]): number[][] => sides.map((one) => [total(one), ...one.halves]);
  const [given, taken] = [room(cluster.surpluses), room(cluster.needs)];
  const known = new Map<string, number>();
  const after = (at: number): number => {
    const deal = deals[at];
    if (deal === undefined) return 0;
    const key = `${at}|${given.join()}|${taken.join()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [from, to] = [given[deal.s] ?? [], taken[deal.n] ?? []];
    const left = (part: number): number => Math.min(from[part] ?? 0, to[part] ?? 0);
    const move = (part: number, amount: number): void => {
      from[part] = (from[part] ?? 0) - amount;
      to[part] = (to[part] ?? 0) - amount;
    };
    let best = 0;
    for (let first = 0; first <= (deal.seasonal ? left(1) : left(0)); first++) {
      for (let second = 0; second <= (deal.seasonal ? left(2) : 0); second++) {
        const amount = first + second;
        if (amount > left(0) || (amount > 0 && amount < cluster.lot)) continue;
        move(0, amount);
        if (deal.seasonal) {
          move(1, first);
          move(2, second);
        }
        best = Math.max(best, deal.gain * amount + after(at + 1));
        move(0, -amount);
        if (deal.seasonal) {
          move(1, -first);
          move(2, -second);
        }
      }
    }
    known.set(key, best);
    return best;
  };
  return after(0);
}

/** Tries every choice of deals that run, each with its lot or more, and solves what is left with another solver. */
export function bestOfAllChoices(cluster: SmallCluster): number {
  const deals = dealsOf(cluster);
  let best = 0;
  for (let choice = 0; choice < 2 ** deals.length; choice++) {
    const running = deals.filter((_, at) => Math.floor(choice / 2 ** at) % 2 === 1);
    const constraints = new Map<string, Constraint>();
    const limit = (sides: readonly Side[], name: string): void =>
      sides.forEach((one, at) => {
        constraints.set(`${name}${at}`, { max: total(one) });
        one.halves.forEach((amount, half) => constraints.set(`${name}${at}.${half}`, { max: amount }));
      });
    limit(cluster.surpluses, 's');
    limit(cluster.needs, 'n');
    const variables = new Map<string, Record<string, number>>();
    for (const { s, n, gain, seasonal } of running) {
      constraints.set(`lot${s}.${n}`, { min: cluster.lot });
      const whole = { gain, [`s${s}`]: 1, [`n${n}`]: 1, [`lot${s}.${n}`]: 1 };
      if (!seasonal) variables.set(`x${s}.${n}`, whole);
      else for (const half of [0, 1]) variables.set(`x${s}.${n}.${half}`, { ...whole, [`s${s}.${half}`]: 1, [`n${n}.${half}`]: 1 });
    }
    const { status, result } = solve({ direction: 'maximize', objective: 'gain', constraints, variables });
    if (status === 'optimal') best = Math.max(best, result);
  }
  return best;
}
