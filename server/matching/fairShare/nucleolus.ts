// The share that makes the least satisfied group as satisfied as can be, then the next, and so on: one point, always there, inside the core
// where there is one. D. Schmeidler, The nucleolus of a characteristic function game, SIAM J. Appl. Math. 17 (1969); as a row of linear programs.
import type { Solve } from '../allocate/solve.ts';
import { everybody, isIn, type Game } from './game.ts';

/** A dual above this makes its group's satisfaction the same in every answer that is as good. */
const TIGHT = 1e-7;

/** Null where the solver fails. Shares add up to the worth of the whole. */
export async function nucleolus(game: Game, solve: Solve): Promise<number[] | null> {
  const { players, worth } = game;
  const whole = everybody(game);
  if (players === 1) return [worth[1] ?? 0];
  const scale = Math.max(1e-12, ...worth.map(Math.abs));
  const of = (group: number): number => (worth[group] ?? 0) / scale;
  /** What a group gets beyond what it could make alone, where that is settled. */
  const settled = new Map<number, number>([[whole, 0]]);
  const span = createSpan(players);
  span.add(whole);
  let open = Array.from({ length: whole - 1 }, (_, i) => i + 1);
  for (;;) {
    const solved = await solve(programOf(players, of, settled, open));
    if (solved.status !== 'optimal') return null;
    const shares = Array.from({ length: players }, (_, i) => solved.columns.get(`x${i}`) ?? 0);
    const least = solved.columns.get('t') ?? 0;
    // Rows stand in the order of the program: those that are settled, then the open ones.
    const tight = open.filter((_, i) => Math.abs(solved.duals[settled.size + i] ?? 0) > TIGHT);
    for (const group of tight) {
      settled.set(group, least);
      span.add(group);
    }
    open = open.filter((group) => !tight.includes(group) && !span.holds(group));
    if (open.length === 0 || tight.length === 0) return evened(shares, of(whole)).map((share) => share * scale);
  }
}

function programOf(players: number, of: (group: number) => number, settled: ReadonlyMap<number, number>, open: readonly number[]): string {
  const sum = (group: number): string =>
    Array.from({ length: players }, (_, i) => i)
      .filter((i) => isIn(i, group))
      .map((i) => `+ x${i}`)
      .join(' ');
  return [
    'Maximize',
    ' obj: t',
    'Subject To',
    ...[...settled].map(([group, beyond], i) => ` s${i}: ${sum(group)} = ${of(group) + beyond}`),
    ...open.map((group, i) => ` o${i}: ${sum(group)} - t >= ${of(group)}`),
    'Bounds',
    ...Array.from({ length: players }, (_, i) => ` x${i} free`),
    ' t free',
    'End',
    '',
  ].join('\n');
}

/** What rounding left over goes to all alike, so that the sum is the whole. */
function evened(shares: readonly number[], whole: number): number[] {
  const left = (whole - shares.reduce((sum, share) => sum + share, 0)) / shares.length;
  return shares.map((share) => share + left);
}

/** Groups whose shares follow from those of the groups added: rows of 0 and 1, brought to steps. */
function createSpan(players: number): { readonly add: (group: number) => void; readonly holds: (group: number) => boolean } {
  const steps: number[][] = [];
  const rest = (group: number): number[] => {
    const row = Array.from({ length: players }, (_, i): number => (isIn(i, group) ? 1 : 0));
    for (const step of steps) {
      const lead = step.findIndex((cell) => cell !== 0);
      const times = (row[lead] ?? 0) / (step[lead] ?? 1);
      for (let i = 0; i < players; i++) row[i] = (row[i] ?? 0) - times * (step[i] ?? 0);
    }
    return row.map((cell) => (Math.abs(cell) < 1e-9 ? 0 : cell));
  };
  return {
    add: (group) => {
      const row = rest(group);
      if (row.some((cell) => cell !== 0)) steps.push(row);
    },
    holds: (group) => rest(group).every((cell) => cell === 0),
  };
}
