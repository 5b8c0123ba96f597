// How far apart two flows are, and what the distance does to a pair.
import type { Company, Place } from '../domain/company.ts';
import type { Flow } from '../domain/flow.ts';
import type { FlowKind } from './kinds.ts';
import type { Settings } from './settings.ts';

/** Mean radius of the earth, km (IUGG). */
const EARTH_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** Great-circle distance, km. */
export function straightKm(a: Place, b: Place): number {
  const sinLat = Math.sin(((b.lat - a.lat) * RADIANS) / 2);
  const sinLon = Math.sin(((b.lon - a.lon) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * sinLon * sinLon;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Whether two places are surely more than so many km apart; false where either is not known. */
export function isBeyond(a: Place | null, b: Place | null, km: number): boolean {
  if (a === null || b === null) return false;
  // A degree of latitude is the least that can lie between: cheaper than the whole formula, and enough for most.
  return Math.abs(b.lat - a.lat) * RADIANS * EARTH_KM > km * (1 + 1e-9) || straightKm(a, b) > km;
}

/** Where a flow is: its site's place, else its company's; null where neither is known. */
export const placeOf = (flow: Flow, company: Company | undefined): Place | null => {
  if (company === undefined) return null;
  const site = flow.site === null ? undefined : company.sites.find((known) => known.id === flow.site || known.name === flow.site);
  return site?.place ?? company.place;
};

export type Carrier = 'heat' | 'steam' | 'pipe' | 'gas' | 'material' | 'service';

/** How a pair of kinds would be carried. */
export function carrierOf(surplus: FlowKind | null, need: FlowKind | null): Carrier {
  const kinds = [surplus, need];
  if (kinds.includes('service')) return 'service';
  if (surplus === 'steam') return 'steam';
  if (kinds.includes('heat') || kinds.includes('steam')) return 'heat';
  if (kinds.includes('cooling') || kinds.includes('electricity')) return 'pipe';
  if (surplus === 'water' && need !== 'material') return 'pipe';
  if (surplus === 'gas') return 'gas';
  return 'material';
}

/**
 * 1 next door, 1/2 at the carrier's half distance. A place that is not known counts as the farthest that passes, so that telling it never lowers
 * a pair.
 */
export const nearness = (km: number | null, carrier: Carrier, settings: Settings): number => nearnessBy(km, reachOf(carrier, settings));

/** Km: `half` where a pair counts half, `usual` the farthest that passes, `always` up to where none is refused for its distance. */
export type Reach = { readonly half: number; readonly usual: number; readonly always: number };
export const nearnessBy = (km: number | null, { half, usual }: Reach): number => 1 / (1 + (km ?? usual) / half);

type Reaches = Readonly<Record<Carrier, Reach>>;
const known = new WeakMap<Settings, Reaches>();

/** Picked out of the settings once: asked for millions of times. */
export function reachOf(carrier: Carrier, settings: Settings): Reach {
  let reaches = known.get(settings);
  if (reaches === undefined) known.set(settings, (reaches = reachesFrom(settings)));
  return reaches[carrier];
}

function reachesFrom(settings: Settings): Reaches {
  const of = (carrier: Carrier): Reach => ({
    half: settings[`distance.${carrier}`],
    usual: settings[`reach.${carrier}`],
    always: settings[`prefilter.${carrier}`],
  });
  return { heat: of('heat'), steam: of('steam'), pipe: of('pipe'), gas: of('gas'), material: of('material'), service: of('service') };
}
