// How the table is looked at: the choices of the toolbar, kept together with the table when the picture is shared.
import type { ColourBy } from '../sankey/draw/colouring.ts';
import type { ChooseOptions, Slice } from '../sankey/choose/slice.ts';
import type { Reading } from './readFlowTable.ts';
import type { LayOutOptions } from '../sankey/types.ts';

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

/** A table that tells temperatures of most of its flows is about them. */
export function firstViewOf(reading: Reading): View {
  const flows = reading.outcome === 'table' ? reading.table.flows : [];
  // A picture of so many ribbons is not read but waited for: small ones are gathered until somebody asks for every row.
  if (flows.length > MOST_ROWS) return { ...FIRST_VIEW, group: 1 };
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
