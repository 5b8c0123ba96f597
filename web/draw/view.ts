// How the table is looked at: the choices of the toolbar, kept together with the table when the picture is shared.
import type { ColourBy } from '../sankey/draw/colouring.ts';
import type { ChooseOptions, Slice } from '../sankey/choose/slice.ts';
import type { Reading } from './readFlowTable.ts';
import type { LayOutOptions, SankeyFlow } from '../sankey/types.ts';

export type View = {
  /** A node to look at, or '' for the whole table. */
  readonly node: string;
  readonly direction: 'both' | 'in' | 'out';
  readonly unit: string | null;
  readonly order: 'crossings' | 'amount' | 'name';
  readonly colours: ColourBy;
  readonly height: 'auto' | 1 | 2 | 3 | 4;
  /** Percent; 0: every row, -1: parallel rows joined. */
  readonly group: number;
  /** Draw the states of a column apart: side by side, or one at a time. */
  readonly split: 'none' | 'side' | 'turn';
  readonly pins: NonNullable<LayOutOptions['pins']>;
};

export const FIRST_VIEW: View = {
  node: '',
  direction: 'both',
  unit: null,
  order: 'crossings',
  colours: 'kind',
  height: 'auto',
  group: 0,
  split: 'none',
  pins: {},
};

/** Rows that are drawn one by one without being asked for. */
export const MOST_ROWS = 10_000;

/** Shares, in percent, under which flows can be gathered. */
export const SHARES = [0.1, 0.2, 0.5, 1, 2, 5];
/** Ribbons that can still be told apart. */
const READABLE = 400;

/** A picture of thousands of ribbons is not read but waited for: the smallest share that leaves few enough. */
function gatheringFor(flows: readonly SankeyFlow[]): number {
  const total = new Map<string, number>();
  const between = new Map<string, { unit: string; value: number }>();
  for (const { source, target, unit, value } of flows) {
    const key = JSON.stringify([source, target, unit]);
    total.set(unit, (total.get(unit) ?? 0) + (value ?? 0));
    between.set(key, { unit, value: (between.get(key)?.value ?? 0) + (value ?? 0) });
  }
  const large = (share: number): number =>
    [...between.values()].filter((one) => one.value * 100 >= share * (total.get(one.unit) ?? 0)).length;
  return SHARES.find((share) => large(share) <= READABLE) ?? -1;
}

/** A table that tells temperatures of most of its flows is about them. */
export function firstViewOf(reading: Reading): View {
  const flows = reading.outcome === 'table' ? reading.table.flows : [];
  if (flows.length > MOST_ROWS) return { ...FIRST_VIEW, group: gatheringFor(flows) };
  const warm = flows.filter((flow) => flow.temperature !== undefined).length;
  return warm * 2 > flows.length ? { ...FIRST_VIEW, colours: 'temperature' } : FIRST_VIEW;
}

export function sliceOf(view: View): Slice {
  return {
    ...(view.node === '' ? {} : { around: { node: view.node, direction: view.direction } }),
    ...(view.unit === null ? {} : { units: [view.unit] }),
  };
}

export const chooseOptionsOf = (view: View, names: NonNullable<ChooseOptions['names']>): ChooseOptions => ({
  threshold: Math.max(0, view.group) / 100,
  join: view.group !== 0,
  names,
});
