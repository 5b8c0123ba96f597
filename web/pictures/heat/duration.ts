// The year's load from the highest month down, with what is covered of it, month by month in the same order. Pure.
import { HOURS_OF_MONTHS } from '../../../server/heat/months.ts';
import type { MonthParts } from './monthParts.ts';

export type Step = {
  /** 0 for January. */
  readonly month: number;
  /** Hours of the year before and with this month. */
  readonly from: number;
  readonly to: number;
  readonly demand: number;
  /** kW that do not come from outside. */
  readonly covered: number;
};

export function durationSteps({ parts, demand }: MonthParts): readonly Step[] {
  const outside = parts.find((one) => one.part === 'outside')?.kilowatts ?? [];
  let hours = 0;
  return demand
    .map((kilowatts, month) => ({ month, demand: kilowatts, covered: Math.max(0, kilowatts - (outside[month] ?? 0)) }))
    .sort((a, b) => b.demand - a.demand || a.month - b.month)
    .map((one) => {
      const from = hours;
      hours += HOURS_OF_MONTHS[one.month] ?? 0;
      return { ...one, from, to: hours };
    });
}
