// A company's flows as they run now, and as they could run with its best possible matches: what goes to or comes from a neighbour is a ribbon of its
// own, and the flow it is taken from is narrower by as much. Pure: both pictures have the same sums.
import type { FlowShown } from '../../server/contract/clusters.ts';
import type { OwnPage } from '../../server/contract/member.ts';
import type { SankeyFlow } from '../sankey/types.ts';
import { colourKey } from './colourKey.ts';
import { companyPicture } from './flowPictures.ts';
import type { Names, Scope } from './flowPictures.ts';

export type Use = OwnPage['uses'][number];
/** `other`: null where it has no name for the reader. */
export type NeighbourNames = Names & { readonly to: (other: string | null) => string; readonly from: (other: string | null) => string };

export type NowAndThen = { readonly now: readonly SankeyFlow[]; readonly later: readonly SankeyFlow[]; readonly notDrawn: number };

/** What is left of a flow below this share is rounding. */
const NOTHING_LEFT = 1e-6;

export function nowAndThen(flows: readonly FlowShown[], uses: readonly Use[], scope: Scope, names: NeighbourNames): NowAndThen {
  const picture = companyPicture(flows, scope, names);
  const byFlow = Map.groupBy(uses, (use) => use.flow);
  const flowOf = new Map(flows.map((flow) => [flow.id, flow]));
  const later = picture.rows.flatMap((row): SankeyFlow[] => {
    const flow = flowOf.get(row.id);
    const moved = byFlow.get(row.id) ?? [];
    if (flow === undefined || row.value === null || moved.length === 0) return [row];
    const rest = row.value - moved.reduce((sum, use) => sum + use.likely, 0);
    const ribbons = moved.map((use, at): SankeyFlow => {
      const neighbour = flow.direction === 'out' ? names.to(use.other) : names.from(use.other);
      return {
        id: `${row.id} ${at}`,
        source: flow.direction === 'out' ? row.source : neighbour,
        target: flow.direction === 'out' ? neighbour : row.target,
        value: use.likely,
        unit: row.unit,
        kind: flow.resource,
        colourKey: colourKey(flow),
        ...(use.from === null || use.to === null ? {} : { min: use.from, max: use.to }),
        estimated: true,
      };
    });
    if (rest <= row.value * NOTHING_LEFT) return ribbons;
    const { min: _low, max: _high, ...whole } = row;
    return [{ ...whole, value: rest }, ...ribbons];
  });
  return { now: picture.rows, later, notDrawn: picture.notDrawn };
}
