// The streams of a heat page as the heat engine takes them: in one month or as the year's mean, with the approach a person has dragged to.
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import { celsius, kelvin } from '../../../server/domain/temperature.ts';
import { meanOf } from '../../../server/heat/months.ts';
import { sharing } from '../../../server/heat/sharing.ts';
import type { HeatStream } from '../../../server/heat/stream.ts';
import { totalSite } from '../../../server/heat/totalSite.ts';

/** `year`: means of the year; else 0 for January. */
export type When = 'year' | number;
type Page = Pick<HeatPage, 'streams' | 'approach'>;

const factorOf = ({ approach }: Page, kelvin: number): number => kelvin / approach.usual_k;

/** `approach`: least difference of a liquid pair, K; gas and the loop go with it by the same factor. */
export function streamsAt(page: Page, when: When, approach: number): readonly HeatStream[] {
  const factor = factorOf(page, approach);
  return page.streams
    .map((one): HeatStream => ({
      id: one.flow,
      company: one.company,
      kind: one.kind,
      supply: celsius(one.supply_c),
      target: celsius(one.target_c),
      heat: when === 'year' ? one.kw : (one.months_kw?.[when] ?? (one.months_kw === null ? one.kw : 0)),
      contribution: kelvin(one.contribution_k * factor),
      soft: one.soft,
      months: null,
    }))
    .filter((one) => one.heat > 0);
}

export type MonthTargets = {
  /** kW: all surplus and all need, what the companies still need after their own recovery, and what is left when all share. */
  readonly supply: number;
  readonly demand: number;
  readonly alone: number;
  readonly pooled: number;
  readonly coldPooled: number;
  readonly potential: number;
};

/** January first. */
export function targetsByMonth(page: Page, approach: number): readonly MonthTargets[] {
  return Array.from({ length: 12 }, (_, month): MonthTargets => {
    const streams = streamsAt(page, month, approach);
    const { companies, pooled, potential } = sharing(streams, kelvin(approach));
    const all = (kind: HeatStream['kind']): number => streams.reduce((sum, one) => sum + (one.kind === kind ? one.heat : 0), 0);
    return {
      supply: all('hot'),
      demand: all('cold'),
      alone: [...companies.values()].reduce((sum, one) => sum + one.hotUtility, 0),
      pooled: pooled.hotUtility,
      coldPooled: pooled.coldUtility,
      potential,
    };
  });
}

/** Means of the year, each month by its hours. */
export function yearOf(months: readonly MonthTargets[]): MonthTargets {
  const mean = (of: (month: MonthTargets) => number): number => meanOf(months.map(of));
  return {
    supply: mean((one) => one.supply),
    demand: mean((one) => one.demand),
    alone: mean((one) => one.alone),
    pooled: mean((one) => one.pooled),
    coldPooled: mean((one) => one.coldPooled),
    potential: mean((one) => one.potential),
  };
}

export const siteAt = (page: Page, when: When, approach: number) =>
  totalSite(streamsAt(page, when, approach), kelvin(approach), kelvin(page.approach.usual_loop_k * factorOf(page, approach)));
