// What a plant costs a year, and what a length of trench may cost.

/** Share of the investment to pay each year: rate and interest for so many years. A rate of 0 is straight repayment. Throws RangeError for no years. */
export function annuity(rate: number, years: number): number {
  if (!(years > 0) || !(rate >= 0))
    throw new RangeError(`an annuity takes years above 0 and a rate of 0 or more, not ${years} years at ${rate}`);
  if (rate === 0) return 1 / years;
  // expm1 and log1p keep the digits of small rates.
  return rate / -Math.expm1(-years * Math.log1p(rate));
}

export type HeatCost = {
  /** Investment, NOK. */
  readonly capex: number;
  /** Of the investment a year. */
  readonly annuity: number;
  readonly fixedShare: number;
  /** NOK a year. */
  readonly electricity: number;
  readonly heat: number;
  readonly deliveredMwh: number;
};

/** Levelised cost of heat, NOK/MWh delivered; null where nothing is delivered. */
export const lcoh = (cost: HeatCost): number | null =>
  cost.deliveredMwh > 0 ? ((cost.annuity + cost.fixedShare) * cost.capex + cost.electricity + cost.heat) / cost.deliveredMwh : null;

/** Metres of trench that a year's margin pays for; negative where the margin is. */
export const breakEvenLength = (deal: {
  readonly mwh: number;
  /** NOK/MWh: the alternative less the source's price and a heat pump's cost. */
  readonly marginPerMwh: number;
  readonly costPerMetre: number;
  readonly annuity: number;
  readonly fixedShare: number;
}): number => (deal.mwh * deal.marginPerMwh) / ((deal.annuity + deal.fixedShare) * deal.costPerMetre);
