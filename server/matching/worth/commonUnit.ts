// Both amounts of a pair in one unit, by a stated density or heating value.
import type { AnnualUnit } from '../../domain/estimate.ts';
import type { Assumption } from '../../domain/match.ts';
import type { Resource } from '../../domain/resource.ts';

/** `times` base units of `to` for one of `from`; what was taken to be so is listed. */
export type Conversion = { readonly times: number; readonly assumed: readonly Assumption[] };

const VOLUMES = new Set<AnnualUnit>(['m3', 'lm3', 'fm3', 'Sm3']);

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
  if (unit === 't') return 1;
  if (VOLUMES.has(unit)) {
    const density = resource?.density ?? null;
    return density === null ? null : density.value / 1000;
  }
  const heating = resource?.heatingValue ?? null;
  return unit === 'MWh' && heating !== null && heating.value > 0 ? 1 / heating.value : null;
}
