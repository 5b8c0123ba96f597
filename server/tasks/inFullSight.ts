// Of a list of matches those that the viewer sees in full. Cluster neighbours have not said yes to each other: a pair of theirs is blind, and told
// as a lead in bands, never in this list.
import type { MatchAnswer, MatchShown } from '../contract/matchAnswer.ts';
import { matchSight } from '../domain/policy.ts';
import type { Standing } from '../domain/policy.ts';
import type { SharingLevel } from '../domain/sharing.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { StoreReader } from './open.ts';

type Pair = Pick<MatchShown, 'surplus' | 'need'>;

export function inFullSight(store: StoreReader, viewer: Viewer, cluster: string, answer: MatchAnswer): MatchAnswer {
  const seen = fullSightIn(store, viewer, cluster);
  return seen === null ? answer : { matches: answer.matches.filter(seen), refused: answer.refused.filter(seen) };
}

/** Which pairs of the cluster the viewer sees in full; null: every pair of flows that it sees, as facilitators do. */
export function fullSightIn(store: StoreReader, viewer: Viewer, cluster: string): ((pair: Pair) => boolean) | null {
  if (viewer.kind !== 'member' && viewer.kind !== 'consultant') return null;
  const ends = new Map<string, Standing & { readonly sharing: SharingLevel }>();
  for (const { id, standing } of store
    .companiesOf(viewer, cluster)
    .map((one) => ({ id: one.id, standing: store.standing(viewer, one.id) })))
    if (standing !== null)
      for (const flow of store.flowsOf(viewer, { company: id, periods: 'latest' }))
        ends.set(flow.id, { ...standing, sharing: flow.sharing });
  return ({ surplus, need }) => {
    const both = [ends.get(surplus), ends.get(need)].filter((one) => one !== undefined);
    return both.length === 2 && matchSight(viewer, both) === 'full';
  };
}
