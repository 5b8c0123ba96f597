// So much of one resource at one process or site in a year, in or out.
import type { Annual } from './estimate.ts';
import type { Stated } from './quantity.ts';
import type { Celsius } from './temperature.ts';
import type { ResourceId } from './resource.ts';
import type { SharingLevel } from './sharing.ts';

export type CompanyId = string;
export type FlowId = string;

export type Direction = 'in' | 'out';

/** Roles that give: what the company could hand to others. A product is sold today, so it weighs less. */
export const GIVING = ['surplus', 'waste', 'emission', 'loss', 'product'] as const;
/** Roles that take. An input is bought today, so it weighs less than a need that is not covered. */
export const TAKING = ['need', 'input'] as const;
/** `unknown`: the file says only in or out; out is treated as surplus, in as need, and asking is worth it. */
export type Role = (typeof GIVING)[number] | (typeof TAKING)[number] | 'unknown';

/** How a company came to a number; each has its width in data/. */
export const DATA_QUALITIES = ['measured', 'calculated', 'estimated', 'typical'] as const;
export type DataQuality = (typeof DATA_QUALITIES)[number];

/** One taxonomy node the words may mean, with how sure we are (0..1, the candidates of one flow sum to at most 1) and how it was found. */
export type ResourceGuess = {
  readonly resource: ResourceId;
  readonly weight: number;
  readonly how: 'name' | 'synonym' | 'part' | 'code' | 'chemistry' | 'activity' | 'person';
};

/** A span or a point; a steam level or a hot water loop is a span. */
export type TemperatureStated = Celsius | { readonly min: Celsius; readonly max: Celsius };

/** Where a stored value came from: import, file, sheet, line. The cell itself is asked for by header. */
export type Source = {
  readonly importId: number;
  readonly file: string;
  readonly sheet: string | null;
  readonly line: number;
};

/** Share of the year's amount in each month, January first; the twelve sum to 1. */
export type MonthProfile = readonly number[];

export type Flow = {
  readonly id: FlowId;
  /** The file's own id of the flow, where it has one. */
  readonly statedId?: string | null;
  readonly company: CompanyId;
  readonly site: string | null;
  readonly process: string | null;
  readonly direction: Direction;
  readonly role: Role;
  /** The company's own words. Never changed. */
  readonly words: string;
  /** What the words may mean, best first; empty: "don't know". A person may change this, never the words. */
  readonly resources: readonly ResourceGuess[];
  /** What the file says the flow is (`material`, `heat`, `steam`, `electricity`, `water`, `gas`, `cooling`), where it says so. */
  readonly kind?: string | null;
  /** EAL code, six digits without spaces, or null. */
  readonly wasteCode: string | null;
  /** The company set the star of hazardous waste behind it. Left out: it did not. */
  readonly wasteStar?: boolean;
  readonly stated: Stated | null;
  /** The unit as written, also when the amount is unknown. */
  readonly unit: string | null;
  readonly annual: Annual | null;
  readonly temperature: TemperatureStated | null;
  readonly temperatureReturn: Celsius | null;
  /** Operating hours a year. */
  readonly hours: number | null;
  readonly profile: MonthProfile | null;
  /** NOK per unit as written, positive when the company is paid; another currency is kept with its name. */
  readonly price: number | { readonly value: number; readonly currency: string } | null;
  readonly dataQuality: DataQuality | null;
  readonly quality: string | null;
  readonly comment: string | null;
  /** Reporting period, ISO 8601 ("2024", "2024-03", "2024-01-01/2024-06-30"), or null. */
  readonly period: string | null;
  readonly sharing: SharingLevel;
  /** Null for flows handed in without a database. */
  readonly source: Source | null;
};

/** Whether a flow gives (out, or a giving role) rather than takes. */
export const gives = (flow: Pick<Flow, 'direction' | 'role'>): boolean =>
  flow.role === 'unknown' ? flow.direction === 'out' : (GIVING as readonly string[]).includes(flow.role);

/** The waste code as the company wrote it, with the star of hazardous waste where it set one. */
export const wasteCodeText = ({ wasteCode, wasteStar = false }: Pick<Flow, 'wasteCode' | 'wasteStar'>): string | null =>
  wasteCode === null ? null : wasteStar ? `${wasteCode}*` : wasteCode;
