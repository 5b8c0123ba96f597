// What each group of partners could make by itself: the ground that a fair share stands on.

/** `worth[group]` for every group of `players`, a group being a set of bits (bit i: player i); `worth[0]` is 0. */
export type Game = { readonly players: number; readonly worth: readonly number[] };

/** Partners above this are too many to look at every group of. */
export const MOST_PLAYERS = 8;

export const everybody = ({ players }: Pick<Game, 'players'>): number => 2 ** players - 1;
export const isIn = (player: number, group: number): boolean => ((group >> player) & 1) === 1;
export const sizeOf = (group: number): number => {
  let size = 0;
  for (let left = group; left > 0; left >>= 1) size += left & 1;
  return size;
};
export const shareOf = (shares: readonly number[], group: number): number =>
  shares.reduce((sum, share, player) => sum + (isIn(player, group) ? share : 0), 0);

/** Money under this share of the largest figure is rounding. */
const ROUNDING = 1e-7;
export const roundingOf = ({ worth }: Game): number => ROUNDING * Math.max(1, ...worth.map(Math.abs));

/** The group that would gain most by leaving, and how much; null where nobody is better off alone or in a smaller group. */
export function wouldLeave(game: Game, shares: readonly number[]): { readonly group: number; readonly gain: number } | null {
  let [group, gain] = [0, roundingOf(game)];
  for (let one = 1; one < everybody(game); one++) {
    const more = (game.worth[one] ?? 0) - shareOf(shares, one);
    if (more > gain) [group, gain] = [one, more];
  }
  return group === 0 ? null : { group, gain };
}

/** Shapley value: what each adds, on the mean over all orders in which the partners could come. */
export function shapley({ players, worth }: Game): number[] {
  const factorial = [1];
  for (let i = 1; i <= players; i++) factorial.push((factorial[i - 1] ?? 1) * i);
  const weight = (others: number): number =>
    ((factorial[others] ?? 1) * (factorial[players - others - 1] ?? 1)) / (factorial[players] ?? 1);
  return Array.from({ length: players }, (_, player) => {
    let share = 0;
    for (let group = 0; group < worth.length; group++)
      if (!isIn(player, group)) share += weight(sizeOf(group)) * ((worth[group | (1 << player)] ?? 0) - (worth[group] ?? 0));
    return share;
  });
}
