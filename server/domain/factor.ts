// A physical or economic number of data/, with unit, year, range and source.
import type { Evidence } from './resource.ts';

export type Factor = {
  readonly id: string;
  readonly group: string;
  readonly name: { readonly nb: string; readonly en: string };
  readonly unit: string;
  readonly year: number | null;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly evidence: Evidence;
  readonly source: string;
};

export type LegalFlag = {
  readonly flag: string;
  readonly name: { readonly nb: string; readonly en: string };
  /** What a person has to find out. */
  readonly ask: { readonly nb: string; readonly en: string };
  readonly source: string;
};

export type WasteCode = {
  /** Six digits. */
  readonly code: string;
  readonly chapter: string;
  readonly name: { readonly nb: string; readonly en: string };
  readonly hazardous: boolean;
  readonly entry: string;
  readonly resources: readonly string[];
  readonly source: string;
};

export type NaceName = { readonly code: string; readonly name: { readonly nb: string; readonly en: string } };
export type GlossaryTerm = { readonly en: string; readonly nb: string; readonly explanation: string };

/** Where a row's facts come from: the short name that rows quote, its address and what to beware of. */
export type SourceNote = { readonly name: string; readonly url: string; readonly caveat: string };

/** One size of district-heating pipe (EN 253, series 1). */
export type PipeSize = {
  readonly dn: number;
  readonly boreMm: number;
  readonly steelOuterMm: number;
  readonly jacketMm: number;
  readonly velocityMs: number;
  /** kW carried at 30 K and 45 K between supply and return. */
  readonly kwAt: { readonly k30: number; readonly k45: number };
  /** W per metre of a supply and return pair at 110/60, 80/50 and 65/35 °C. */
  readonly lossWm: { readonly t110: number; readonly t80: number; readonly t65: number };
  /** EUR per metre of trench, money of `year`. */
  readonly eurPerM: { readonly street: number; readonly terrain: number };
  readonly year: number;
  readonly evidence: Evidence;
  readonly source: string;
};

/** Saturated steam: bar absolute, °C, heat of evaporation kJ/kg. */
export type SteamPoint = { readonly barAbs: number; readonly saturationC: number; readonly evaporationKjKg: number };

/** One month of a place's degree days (K d, base of `heat.dh.degreeday.base`) and its share of the year, 0..1. */
export type DegreeDays = {
  readonly place: string;
  readonly month: number;
  readonly days: number;
  readonly meanC: number;
  readonly degreeDays: number;
  readonly share: number;
};
