// The bars of a year: what each month needs, split by where it comes from, beside what there is. Pure.
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import type { MonthTargets } from './streamsAt.ts';

export type Part = 'own' | 'shared' | 'network' | 'outside';
export type MonthParts = {
  readonly parts: readonly { readonly part: Part; readonly kilowatts: readonly number[] }[];
  /** Surplus heat there is, kW by month. */
  readonly supply: readonly number[];
  readonly demand: readonly number[];
};

/** Of all companies: recovered at home, passed between companies at best, from outside. */
export const clusterParts = (months: readonly MonthTargets[]): MonthParts => ({
  parts: [
    { part: 'own', kilowatts: months.map((one) => Math.max(0, one.demand - one.alone)) },
    { part: 'shared', kilowatts: months.map((one) => one.potential) },
    { part: 'outside', kilowatts: months.map((one) => Math.max(0, one.alone - one.potential)) },
  ],
  supply: months.map((one) => one.supply),
  demand: months.map((one) => one.demand),
});

const MONTHS = Array.from({ length: 12 }, (_, month) => month);

/** Of the network's customers: from the network, and what it leaves to their own boilers; the supply is all that its sources have. */
export function networkParts(page: Pick<HeatPage, 'network' | 'streams'>): MonthParts {
  const { network } = page;
  const together = (rows: readonly (readonly number[])[]): number[] =>
    MONTHS.map((month) => rows.reduce((sum, row) => sum + (row[month] ?? 0), 0));
  const ofFlows = (flows: readonly string[]): number[] => {
    const wanted = new Set(flows);
    return together(
      page.streams.filter((one) => wanted.has(one.flow)).map((one) => MONTHS.map((month) => one.months_kw?.[month] ?? one.kw)),
    );
  };
  const delivered = together((network?.customers ?? []).map((one) => one.months_kw));
  const demand = ofFlows((network?.customers ?? []).map((one) => one.flow)).map((kilowatts, month) =>
    Math.max(kilowatts, delivered[month] ?? 0),
  );
  return {
    parts: [
      { part: 'network', kilowatts: delivered },
      { part: 'outside', kilowatts: demand.map((kilowatts, month) => kilowatts - (delivered[month] ?? 0)) },
    ],
    supply: ofFlows((network?.sources ?? []).map((one) => one.flow)),
    demand,
  };
}
