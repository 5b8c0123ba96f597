// What each group of the partners of some matches could save by itself: the best use of those matches that lie wholly within the group.
import type { CompanyId, Flow } from '../../domain/flow.ts';
import type { Match } from '../../domain/match.ts';
import { allocate } from '../allocate/allocate.ts';
import type { Solve } from '../allocate/solve.ts';
import type { MatchKnowledge } from '../knowledge.ts';
import { isIn, MOST_PLAYERS, type Game } from './game.ts';

/** Companies at either end of the matches, by id. */
export const partnersOf = (matches: readonly Pick<Match, 'giver' | 'taker'>[]): readonly CompanyId[] =>
  [...new Set(matches.flatMap(({ giver, taker }) => [giver, taker]))].toSorted();

/**
 * NOK a year. Each flow is given out once within a group, so that matches that compete for one are not counted together; what does not pay is left
 * undone. Throws RangeError for more than `MOST_PLAYERS` partners.
 */
export async function savingGame(
  matches: readonly Match[],
  flows: readonly Flow[],
  knowledge: Pick<MatchKnowledge, 'settings' | 'tree'>,
  solve: Solve,
): Promise<{ readonly game: Game; readonly partners: readonly CompanyId[] }> {
  const partners = partnersOf(matches);
  if (partners.length > MOST_PLAYERS) throw new RangeError(`${partners.length} partners are more than ${MOST_PLAYERS}`);
  // Somebody chose these: how likely they are is no question here.
  const chosen = matches.map((match): Match => ({ ...match, score: 1 }));
  const ends = new Set(chosen.flatMap(({ surplus, need }) => [surplus, need]));
  const known = new Map<string, number>();
  const own = flows.filter(({ id }) => ends.has(id));
  const worth: number[] = [];
  for (let group = 0; group < 2 ** partners.length; group++) {
    const inside = (company: CompanyId): boolean => isIn(partners.indexOf(company), group);
    const within = chosen.filter(({ giver, taker }) => inside(giver) && inside(taker));
    const key = within.map(({ surplus, need, via }) => JSON.stringify([surplus, need, via])).join();
    let value = known.get(key);
    if (value === undefined) {
      const found =
        within.length === 0 ? null : await allocate({ run: { matches: within, refused: [] }, flows: own }, 'value', knowledge, solve);
      value = found?.objective.value ?? 0;
      known.set(key, value);
    }
    worth.push(value);
  }
  return { game: { players: partners.length, worth }, partners };
}
