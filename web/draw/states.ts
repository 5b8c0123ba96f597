// Which states does a table tell of? A status column first (today, planned, operating), else months.
import { byText } from '../sankey/sortText.ts';
import type { SankeyFlow } from '../sankey/types.ts';

export const stateOf = (flow: SankeyFlow): string | null =>
  flow.status ?? (flow.month === undefined ? null : String(flow.month).padStart(2, '0'));

/** More panels than this are no comparison any more. */
const MOST = 12;

/** In the order of the table for words (before, after), by number for months; empty where there are fewer than two. */
export function statesOf(flows: readonly SankeyFlow[]): string[] {
  const found = [...new Set(flows.flatMap((flow) => stateOf(flow) ?? []))];
  const sorted = found.every((one) => /^\d+$/.test(one)) ? found.sort(byText) : found;
  return sorted.length > 1 && sorted.length <= MOST ? sorted : [];
}
