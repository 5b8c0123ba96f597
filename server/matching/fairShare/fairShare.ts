// How partners may share what they make together: the sum is the whole, and nobody is better off alone or in a smaller group, where that can be.
import type { Solve } from '../allocate/solve.ts';
import { roundingOf, shapley, wouldLeave, everybody, type Game } from './game.ts';
import { nucleolus } from './nucleolus.ts';

export type FairShare = {
  /**
   * `shapley`: what each adds on the mean, and nobody would leave. `nucleolus`: that share would make a group leave, this one makes none. `none`: no
   * share keeps everybody; this one comes nearest.
   */
  readonly rule: 'shapley' | 'nucleolus' | 'none';
  /** NOK a year for each partner, in the order of the game; adds up to the whole. */
  readonly shares: readonly number[];
  /** The group that would gain most by leaving, and how much more it would make; null where nobody would. */
  readonly leaving: { readonly group: number; readonly gain: number } | null;
};

/** Throws RangeError where the solver fails: a share that is only nearly right is none. */
export async function fairShare(game: Game, solve: Solve): Promise<FairShare> {
  const byAdding = shapley(game);
  if (wouldLeave(game, byAdding) === null) return { rule: 'shapley', shares: byAdding, leaving: null };
  const shares = await nucleolus(game, solve);
  if (shares === null) throw new RangeError('the solver found no share');
  const leaving = wouldLeave(game, shares);
  return { rule: leaving === null ? 'nucleolus' : 'none', shares, leaving };
}

/** Whether a share gives out exactly the whole and keeps everybody. */
export function isStable(game: Game, shares: readonly number[]): boolean {
  const sum = shares.reduce((all, one) => all + one, 0);
  return Math.abs(sum - (game.worth[everybody(game)] ?? 0)) <= roundingOf(game) && wouldLeave(game, shares) === null;
}
