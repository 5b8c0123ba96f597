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

export type LegalFlag = { readonly flag: string; readonly name: { readonly nb: string; readonly en: string }; readonly ask: string; readonly source: string };

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
