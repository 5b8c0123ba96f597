// Product out for each tonne of raw material in, by process, against what is typical of the branch.
import type { Flow } from '../domain/flow.ts';
import type { TypicalYield } from '../domain/typical.ts';

type Counted = Pick<Flow, 'id' | 'process' | 'direction' | 'role' | 'annual'>;

export type Yield = {
  /** Null: the whole company. */
  readonly process: string | null;
  readonly unit: string;
  readonly product: number;
  readonly raw: number;
  /** Product over raw material. */
  readonly value: number;
  readonly against: readonly { readonly typical: TypicalYield; readonly standing: 'below' | 'within' | 'above' }[];
};

/** Units in which product and raw material may be told: never mixed. */
const UNITS = ['t', 'fm3', 'm3'] as const;

/** `isMaterial`: whether the flow is a raw material rather than energy, water or a service. */
export function yieldsOf(flows: readonly Counted[], isMaterial: (id: string) => boolean, typical: readonly TypicalYield[]): Yield[] {
  const processes = [...new Set(flows.flatMap(({ process }) => (process === null ? [] : [process])))].toSorted();
  return [null, ...processes].flatMap((process) => {
    const own = process === null ? flows : flows.filter((flow) => flow.process === process);
    return UNITS.flatMap((unit) => {
      const sum = (wanted: (flow: Counted) => boolean): number =>
        own.reduce((total, flow) => (flow.annual?.unit === unit && wanted(flow) ? total + (flow.annual.likely ?? 0) : total), 0);
      const product = sum(({ role }) => role === 'product');
      const raw = sum((flow) => flow.direction === 'in' && isMaterial(flow.id));
      if (!(product > 0) || !(raw > 0)) return [];
      const value = product / raw;
      return [
        {
          process,
          unit,
          product,
          raw,
          value,
          against: typical
            .filter((one) => one.unit === unit)
            .map((one) => ({
              typical: one,
              standing: value < one.low ? ('below' as const) : value > one.high ? ('above' as const) : ('within' as const),
            })),
        },
      ];
    });
  });
}
