// Both amounts of a pair in one unit, by a stated density or heating value.
import { density, heatingValue, massHolding, massOf, perYear } from '../../domain/amounts.ts';
import type { AnnualUnit } from '../../domain/estimate.ts';
import type { Assumption } from '../../domain/match.ts';
import type { Resource } from '../../domain/resource.ts';

/** `times` base units of `to` for one of `from`; what was taken to be so is listed. */
export type Conversion = { readonly times: number; readonly assumed: readonly Assumption[] };

/** Null where nothing in the reference tables connects the two units for this resource. */
export function conversion(from: AnnualUnit, to: AnnualUnit, resource: Resource | undefined): Conversion | null {
  if (from === to) return { times: 1, assumed: [] };
  const tonnes = tonnesPer(from, resource);
  const back = tonnesPer(to, resource);
  if (tonnes === null || back === null || resource === undefined) return null;
  const values = { resource_nb: resource.name.nb, resource_en: resource.name.en, from, to };
  return {
    times: tonnes / back,
    assumed: [{ what: { code: 'assume.conversion', values }, factor: resource.id, judgement: resource.source === 'judgement' }],
  };
}

/** Tonnes of the resource in one unit; 1 for tonnes. */
function tonnesPer(unit: AnnualUnit, resource: Resource | undefined): number | null {
  const weighs = resource?.density ?? null;
  const holds = resource?.heatingValue ?? null;
  switch (unit) {
    case 't':
      return 1;
    case 'm3':
    case 'lm3':
    case 'fm3':
    case 'Sm3':
      return weighs === null ? null : massOf(perYear(1, unit), density(weighs.value / 1000));
    case 'MWh':
      return holds === null || !(holds.value > 0) ? null : massHolding(perYear(1, unit), heatingValue(holds.value));
    default:
      return null;
  }
}
