// What a cluster loses where one company leaves it: what ran or could run with it, who is left alone, and what could take its place.
import type { Exchange } from './exchange.ts';
import type { CompanyId, FlowId } from './flow.ts';
import type { Match } from './match.ts';

type Pairing = Pick<Match, 'surplus' | 'need' | 'giver' | 'taker' | 'score' | 'via'>;

export type Affected<One extends Pairing> = {
  /** A flow of somebody who stays, with the matches it had with whoever leaves, best first. */
  readonly flow: FlowId;
  readonly company: CompanyId;
  readonly lost: readonly One[];
  /** What it has without them, best first. */
  readonly next: readonly One[];
};
export type Leaving<One extends Pairing> = {
  readonly lost: readonly One[];
  /** Flows of others that had a match with the company, by the best that they lose. */
  readonly affected: readonly Affected<One>[];
  /** Of these, the ones that have no other match. */
  readonly stranded: readonly Affected<One>[];
  readonly exchanges: readonly Exchange[];
};

const touches =
  (company: CompanyId) =>
  (match: Pairing): boolean =>
    match.giver === company || match.taker === company || match.via.includes(company);

/** @param before matches with the company, best first @param after those of the cluster without it, best first */
export function leavingOf<One extends Pairing>(
  company: CompanyId,
  before: readonly One[],
  after: readonly One[],
  exchanges: readonly Exchange[],
): Leaving<One> {
  const lost = before.filter(touches(company));
  const stays = after.filter((match) => !touches(company)(match));
  const ends = (list: readonly One[]): Map<FlowId, One[]> => {
    const byFlow = new Map<FlowId, One[]>();
    for (const match of list)
      for (const flow of [match.surplus, match.need]) {
        const known = byFlow.get(flow);
        if (known === undefined) byFlow.set(flow, [match]);
        else known.push(match);
      }
    return byFlow;
  };
  const left = ends(stays);
  const affected = [...ends(lost)].flatMap(([flow, matches]): Affected<One>[] => {
    const [first] = matches;
    if (first === undefined) return [];
    const owner = first.surplus === flow ? first.giver : first.taker;
    return owner === company ? [] : [{ flow, company: owner, lost: matches, next: left.get(flow) ?? [] }];
  });
  return {
    lost,
    affected,
    stranded: affected.filter(({ next }) => next.length === 0),
    exchanges: exchanges.filter(({ from, to }) => from === company || to === company),
  };
}
