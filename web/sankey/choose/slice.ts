// Which view of the flows is wanted? Every field may be left out: nothing chosen draws every row as it stands.
import type { SankeyFlow } from '../types.ts';

/** What the nodes at the ends stand for. `told`: the names in the table. */
export type EndsBy = 'told' | 'company' | 'process' | 'sector';
/** A column of nodes put between source and target. */
export type Between = 'resource' | 'temperature' | 'status' | 'month' | 'unit' | 'kind';

export type Slice = {
  readonly ends?: EndsBy | undefined;
  readonly between?: Between | undefined;
  /** Levels of the taxonomy path kept, from 1; for `between: 'resource'`. */
  readonly level?: number | undefined;
  /** Only flows that touch one of these companies (or nodes, where no company is told). */
  readonly companies?: readonly string[] | undefined;
  /** Only flows into or out of one node; its neighbours keep their names. */
  readonly around?: { readonly node: string; readonly direction: 'both' | 'in' | 'out' } | undefined;
  readonly units?: readonly string[] | undefined;
  readonly status?: readonly string[] | undefined;
  readonly months?: readonly number[] | undefined;
  /** Taxonomy paths; a path takes all below it. */
  readonly resources?: readonly string[] | undefined;
};

export type ChooseOptions = {
  /** Links with a smaller share of their unit's sum (0..1) join others of the same ends, and nodes behind only such links become "others". */
  readonly threshold?: number | undefined;
  /** Group name of a node; nodes of one group are drawn as one. */
  readonly groups?: Readonly<Record<string, string>> | undefined;
  /** Groups drawn as their members all the same. */
  readonly expanded?: readonly string[] | undefined;
  /** Join parallel links of one unit and colour; `named` also names every link by its ends, so that scenarios share their ids. */
  readonly join?: boolean | 'named' | undefined;
  readonly names?: { readonly others: string; readonly elsewhere: string } | undefined;
  /** Upper limits of temperature classes, °C, ascending; class names are made of them. Without them no flow passes a class. */
  readonly temperatureLimits?: readonly number[] | undefined;
  /** Words of a value between, such as a resource's name. */
  readonly nameOf?: Readonly<Record<string, string>> | undefined;
};

const isUnder = (path: string | undefined, root: string): boolean => path !== undefined && (path === root || path.startsWith(`${root}.`));

/** Whether a flow belongs to the view at all. */
export function isInside(flow: SankeyFlow, slice: Slice): boolean {
  const { units, status, months, resources, companies } = slice;
  if (units !== undefined && !units.includes(flow.unit)) return false;
  if (status !== undefined && !status.includes(flow.status ?? '')) return false;
  if (months !== undefined && !(flow.month !== undefined && months.includes(flow.month))) return false;
  if (resources !== undefined && !resources.some((root) => isUnder(flow.resource, root))) return false;
  const { around } = slice;
  if (around !== undefined) {
    const into = around.direction !== 'out' && flow.target === around.node;
    const out = around.direction !== 'in' && flow.source === around.node;
    if (!into && !out) return false;
  }
  if (companies === undefined) return true;
  return companies.includes(companyAt(flow, 'source')) || companies.includes(companyAt(flow, 'target'));
}

export const companyAt = (flow: SankeyFlow, end: 'source' | 'target'): string =>
  (end === 'source' ? flow.from : flow.to)?.company ?? flow[end];

/** Name of the node at one end. */
export function endName(flow: SankeyFlow, end: 'source' | 'target', slice: Slice): string {
  const place = end === 'source' ? flow.from : flow.to;
  const by = slice.ends ?? 'told';
  return (by === 'told' ? undefined : place?.[by]) ?? flow[end];
}
