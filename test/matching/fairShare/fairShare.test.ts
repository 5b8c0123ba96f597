import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constraint } from 'yalps';
import { lessEq, equalTo, solve as yalps } from 'yalps';
import { fairShare, isStable } from '../../../server/matching/fairShare/fairShare.ts';
import { everybody, isIn, shapley, shareOf, wouldLeave } from '../../../server/matching/fairShare/game.ts';
import type { Game } from '../../../server/matching/fairShare/game.ts';
import { nucleolus } from '../../../server/matching/fairShare/nucleolus.ts';
import { solveWithHighs } from '../../../server/tasks/solveWithHighs.ts';

const gameFrom = (players: number, worth: (group: number) => number): Game => ({
  players,
  worth: Array.from({ length: 2 ** players }, (_, group) => (group === 0 ? 0 : worth(group))),
});
/** An estate that does not cover its claims: what a group is sure of is what the others leave. */
const estate = (left: number, claims: readonly number[]): Game => {
  const others = (group: number): number => claims.reduce((sum, claim, i) => sum + (isIn(i, group) ? 0 : claim), 0);
  return gameFrom(claims.length, (group) => Math.max(0, left - others(group)));
};
const near = (values: readonly number[] | null, expected: readonly number[]): void =>
  expected.forEach((one, i) => expect(values?.[i]).toBeCloseTo(one, 4));

/** How much the group worst off lacks at the least, by another solver: above 0 no share keeps everybody. */
function leastLack({ players, worth }: Game): number {
  const whole = 2 ** players - 1;
  const variables = new Map<string, Record<string, number>>([['t', { t: 1 }]]);
  const constraints = new Map<string, Constraint>([['sum', equalTo(worth[whole] ?? 0)]]);
  // Free numbers as the difference of two that are not below 0.
  for (let i = 0; i < players; i++) for (const sign of [1, -1]) variables.set(`${sign > 0 ? 'x' : 'y'}${i}`, { sum: sign });
  variables.set('u', { t: -1 });
  for (let group = 1; group < whole; group++) {
    const name = `g${group}`;
    constraints.set(name, lessEq(-(worth[group] ?? 0)));
    for (let i = 0; i < players; i++)
      if (isIn(i, group))
        for (const [letter, sign] of [
          ['x', 1],
          ['y', -1],
        ] as const)
          Object.assign(variables.get(`${letter}${i}`) ?? {}, { [name]: -sign });
    Object.assign(variables.get('t') ?? {}, { [name]: -1 });
    Object.assign(variables.get('u') ?? {}, { [name]: 1 });
  }
  const solved = yalps({ direction: 'minimize', objective: 't', constraints, variables });
  expect(solved.status).toBe('optimal');
  return solved.result;
}

describe('the nucleolus', () => {
  it('shares an estate among three widows as the Talmud does', async () => {
    near(await nucleolus(estate(100, [100, 200, 300]), solveWithHighs), [100 / 3, 100 / 3, 100 / 3]);
    near(await nucleolus(estate(200, [100, 200, 300]), solveWithHighs), [50, 75, 75]);
    near(await nucleolus(estate(300, [100, 200, 300]), solveWithHighs), [50, 100, 150]);
  });
  it('gives all to the one with the only left glove where two have a right one', async () => {
    // Players 0: left; 1, 2: right.
    const gloves = gameFrom(3, (group) => (isIn(0, group) && (isIn(1, group) || isIn(2, group)) ? 1 : 0));
    near(await nucleolus(gloves, solveWithHighs), [1, 0, 0]);
    expect((await fairShare(gloves, solveWithHighs)).rule).toBe('nucleolus');
  });
});

describe('a fair share', () => {
  it('of two is half of what they add to what each makes alone', async () => {
    const two = gameFrom(2, (group) => [0, 10, 20, 50][group] ?? 0);
    const found = await fairShare(two, solveWithHighs);
    expect(found.rule).toBe('shapley');
    near(found.shares, [20, 30]);
  });
  it('is told not to exist where any two of three make as much as all', async () => {
    const majority = gameFrom(3, (group) => ([3, 5, 6, 7].includes(group) ? 90 : 0));
    const found = await fairShare(majority, solveWithHighs);
    expect(found.rule).toBe('none');
    near(found.shares, [30, 30, 30]);
    expect(found.leaving?.gain).toBeCloseTo(30, 4);
  });

  /** Any game of two to eight partners; larger groups mostly make more. */
  const anyGame = fc.integer({ min: 2, max: 8 }).chain((players) =>
    fc
      .record({
        parts: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2 ** players, maxLength: 2 ** players }),
        bonus: fc.integer({ min: 0, max: 4000 }),
      })
      .map(({ parts, bonus }) => gameFrom(players, (group) => (parts[group] ?? 0) + (group === 2 ** players - 1 ? bonus : 0))),
  );
  it('gives out the whole, keeps every group, or says truly that no share does', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyGame, async (game) => {
        const { rule, shares, leaving } = await fairShare(game, solveWithHighs);
        expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(game.worth[everybody(game)] ?? 0, 3);
        // Every group, one by one.
        const lacks = game.worth.map((worth, group) => (group === everybody(game) ? 0 : worth - shareOf(shares, group)));
        const lack = leastLack(game);
        if (rule === 'none') {
          expect(lack).toBeGreaterThan(0);
          expect(Math.max(...lacks)).toBeCloseTo(lack, 2);
          expect(leaving?.gain).toBeCloseTo(lack, 2);
        } else {
          expect(lack).toBeLessThan(1e-3);
          expect(Math.max(...lacks)).toBeLessThan(1e-3);
          expect(leaving).toBeNull();
          expect(isStable(game, shares)).toBe(true);
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });
  it('gives alike to partners who are alike, and nothing to one who adds nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 4, maxLength: 4 }), async (steps) => {
        // Worth by the number among players 0 to 2; player 3 adds nothing.
        const grown = steps.map((_, i) => steps.slice(0, i + 1).reduce((sum, one) => sum + one, 0));
        const game = gameFrom(4, (group) => {
          const size = [0, 1, 2].filter((i) => isIn(i, group)).length;
          return size < 2 ? 0 : (grown[size] ?? 0);
        });
        const { shares } = await fairShare(game, solveWithHighs);
        expect(shares[1]).toBeCloseTo(shares[0] ?? Number.NaN, 3);
        expect(shares[2]).toBeCloseTo(shares[0] ?? Number.NaN, 3);
        expect(shapley(game)[3]).toBeCloseTo(0, 6);
      }),
      { seed: 5, numRuns: 40 },
    );
  });
  it('names a group that would leave, and what it would gain', () => {
    const game = gameFrom(3, (group) => ({ 3: 80, 7: 100 })[group] ?? 0);
    expect(wouldLeave(game, [20, 20, 60])).toEqual({ group: 3, gain: 40 });
    expect(wouldLeave(game, [45, 45, 10])).toBeNull();
  });
});
