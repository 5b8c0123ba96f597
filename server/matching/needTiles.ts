// Needs by where they lie, so that a surplus looks near by first and stops where nothing farther off could be better.
import type { Place } from '../domain/company.ts';
import { search, type Candidate, type Shortlist } from './candidates.ts';
import { indexNeeds, type NeedIndex } from './needIndex.ts';
import { carrierOf, nearnessBy, reachOf, straightKm, type Carrier, type Reach } from './distance.ts';
import type { FlowView } from './flowView.ts';
import { FLOW_KINDS, kindFit, type FlowKind } from './kinds.ts';
import type { MatchKnowledge } from './knowledge.ts';
import { togetherFrom } from './likelihood.ts';
import type { Settings } from './settings.ts';

type Box = { south: number; north: number; west: number; east: number };
type Tile = {
  readonly index: NeedIndex;
  /** Null: needs whose place is not known. */
  readonly box: Box | null;
  /** Ids of needs that are in the index and no longer there. */
  readonly gone: ReadonlySet<string>;
};
export type NeedTiles = { readonly tiles: readonly Tile[] };

/** Degrees; about 110 km each way in Norway. Any size gives the same answer. */
const [LAT, LON] = [1, 2];

/** A number for the cell that a place lies in, south before north; -1 where it is not known. */
export const cellOf = (place: Place | null): number =>
  place === null ? -1 : (Math.floor(place.lat / LAT) + 90) * 1000 + Math.floor(place.lon / LON) + 180;

const NONE: ReadonlySet<string> = new Set();

/** @param needs in the order of their ids. @param gone read at each search: what is put in later is left out from then on */
export function tileNeeds(needs: readonly FlowView[], knowledge: MatchKnowledge, gone: ReadonlySet<string> = NONE): NeedTiles {
  const cells = new Map<number, FlowView[]>();
  for (const need of needs) {
    const key = cellOf(need.place);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [need]);
    else cell.push(need);
  }
  return { tiles: [...cells].map(([key, cell]) => ({ index: indexNeeds(cell, knowledge), box: key < 0 ? null : boxOf(cell), gone })) };
}

function boxOf(cell: readonly FlowView[]): Box {
  const box = { south: 90, north: -90, west: 180, east: -180 };
  for (const { place } of cell) {
    if (place === null) continue;
    box.south = Math.min(box.south, place.lat);
    box.north = Math.max(box.north, place.lat);
    box.west = Math.min(box.west, place.lon);
    box.east = Math.max(box.east, place.lon);
  }
  return box;
}

/** A lower bound of the distance to any place in the box, km: never more than the true one. */
export function kmToBox(from: Place, box: Box): number {
  const inside = from.lat >= box.south && from.lat <= box.north && from.lon >= box.west && from.lon <= box.east;
  if (inside) return 0;
  const lat = Math.min(Math.max(from.lat, box.south), box.north);
  const upDown = straightKm(from, { lat, lon: from.lon });
  if (from.lon >= box.west && from.lon <= box.east) return upDown;
  // The nearest point of a meridian lies a little poleward of the same latitude: the cross-track distance bounds it from below.
  const sideways = Math.min(crossTrackKm(from, box.west), crossTrackKm(from, box.east));
  return Math.max(upDown, sideways);
}

/** Distance to the whole great circle of a meridian, km. */
function crossTrackKm({ lat, lon }: Place, meridian: number): number {
  const radians = Math.PI / 180;
  return 6371.0088 * Math.asin(Math.min(1, Math.abs(Math.sin((lon - meridian) * radians) * Math.cos(lat * radians))));
}

/** How long a shortlist is, and how far it looks. */
export type Room = Pick<Shortlist, 'most' | 'farthest'>;

const ANY_KIND = [null, ...FLOW_KINDS];

/** How well the kinds go together at best, and how far the carrier reaches, for each carrier that a surplus may go by. */
type Carried = { readonly reach: Reach; readonly fit: number };
const carriedBy = new WeakMap<Settings, Map<FlowKind | 'any' | 'none', readonly Carried[]>>();

function waysOut(surplus: FlowView, settings: Settings): readonly Carried[] {
  const key = surplus.kindStated ? (surplus.kind ?? 'none') : 'any';
  let known = carriedBy.get(settings);
  if (known === undefined) carriedBy.set(settings, (known = new Map()));
  let ways = known.get(key);
  if (ways !== undefined) return ways;
  const fits = new Map<Carrier, number>();
  for (const given of surplus.kindStated ? [surplus.kind] : ANY_KIND)
    for (const taken of ANY_KIND) {
      const carrier = carrierOf(given, taken);
      fits.set(carrier, Math.max(fits.get(carrier) ?? 0, kindFit(given, taken, settings)));
    }
  known.set(key, (ways = [...fits].map(([carrier, fit]) => ({ reach: reachOf(carrier, settings), fit }))));
  return ways;
}

/** The best candidates of a surplus over all tiles. */
export function searchTiles(
  surplus: FlowView,
  { tiles }: NeedTiles,
  knowledge: MatchKnowledge,
  internal: boolean,
  room: Room,
): Candidate[] {
  const { most, farthest } = room;
  const shortlist: Shortlist = { most, farthest, list: [] };
  const { settings } = knowledge;
  const ceiling = togetherFrom(1, 1, settings);
  const ways = waysOut(surplus, settings);
  /** What distance and kinds leave at best. */
  const boundAt = (km: number | null): number => {
    let bound = 0;
    for (const { reach, fit } of ways) bound = Math.max(bound, fit * nearnessBy(km, reach));
    // A hair more, so that rounding never hides an equal.
    return bound * (1 + 1e-12);
  };
  const near = tiles
    .map(({ index, box, gone }) => ({ index, gone, km: surplus.place === null || box === null ? null : kmToBox(surplus.place, box) }))
    .sort((a, b) => (a.km ?? -1) - (b.km ?? -1));
  for (const { index, gone, km } of near) {
    if (km !== null && km > farthest) continue;
    const full = shortlist.list.length >= most;
    const bar = full ? (shortlist.list[shortlist.list.length - 1]?.worth ?? 0) : settings['candidates.least'];
    const bound = boundAt(km);
    if (ceiling * bound < bar) continue;
    search(surplus, index, knowledge, internal, shortlist, gone, bound);
  }
  return shortlist.list;
}
