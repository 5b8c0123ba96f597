// What one site stated for one period, and what intake has to say of it.
import type { Place } from './company.ts';
import type { Annual } from './estimate.ts';
import type { CompanyId, DataQuality, Direction, Flow, MonthProfile, Role, TemperatureStated } from './flow.ts';
import type { Stated } from './quantity.ts';
import type { ResourceId } from './resource.ts';
import type { SharingLevel } from './sharing.ts';
import type { Celsius } from './temperature.ts';
import type { Viewer } from './viewer.ts';

export const SCREENING_STATES = ['draft', 'checked', 'approved'] as const;

export type ScreeningState = (typeof SCREENING_STATES)[number];

export type Screening = {
  readonly id: string;
  readonly company: CompanyId;
  /** Null: the file names no site. */
  readonly site: string | null;
  /** ISO 8601. */
  readonly period: string | null;
  /** The day it was made, ISO 8601; null where nobody says. */
  readonly date: string | null;
  /** Who made it; null where nobody says. */
  readonly by: string | null;
  readonly state: ScreeningState;
  /** The last import that speaks of it; `at` with time. */
  readonly imported: { readonly importId: number; readonly at: string; readonly who: Viewer };
  /** Fields that a person decided on since. */
  readonly decided: readonly (keyof ScreeningSaid)[];
};

/** What a file, or a person, says of a screening itself; null where they say nothing. */
export type ScreeningSaid = { readonly date: string | null; readonly by: string | null; readonly state: ScreeningState | null };

export type Severity = 'error' | 'warning' | 'info';

/**
 * What intake says of a file, column or row: where, what was found, what was expected and how to repair it. `code` names an entry of
 * `server/intake/messages.ts`, whose templates make `text` in both languages.
 */
export type Message = {
  readonly code: string;
  readonly severity: Severity;
  readonly sheet: string | null;
  /** The file's line as an editor shows it, where the record begins; null: the file or a column. */
  readonly line: number | null;
  /** Column number from 1. */
  readonly column: number | null;
  readonly header: string | null;
  readonly found: string | null;
  readonly values: Readonly<Record<string, string | number>>;
};

/**
 * One record of a screening, understood. Every field is null where the file says nothing; nothing becomes 0 or '' in silence. `cells` are the
 * original cells as read, in the order of the table's headers.
 */
export type ScreeningRow = {
  readonly sheet: string | null;
  readonly line: number;
  readonly cells: readonly string[];
  /** The file's own id of the flow, where it has such a column. */
  readonly flowId: string | null;
  readonly company: string;
  /** Nine digits. */
  readonly orgNumber: string | null;
  readonly municipality: string | null;
  readonly nace: string | null;
  readonly activity: string | null;
  readonly place: Place | null;
  readonly site: string | null;
  readonly process: string | null;
  readonly direction: Direction;
  readonly role: Role;
  readonly words: string;
  /** A taxonomy id that the file itself states. */
  readonly resource: ResourceId | null;
  readonly wasteCode: string | null;
  /** The file sets the star of hazardous waste behind the code. Left out: it does not. */
  readonly wasteStar?: boolean;
  readonly stated: Stated | null;
  readonly unit: string | null;
  readonly annual: Annual | null;
  readonly period: string | null;
  readonly temperature: TemperatureStated | null;
  readonly temperatureReturn: Celsius | null;
  readonly hours: number | null;
  readonly profile: MonthProfile | null;
  readonly price: Flow['price'];
  readonly dataQuality: DataQuality | null;
  readonly sharing: SharingLevel | null;
  readonly quality: string | null;
  readonly comment: string | null;
  /** What the record says of its screening; null or left out: nothing. No part of the flow. */
  readonly screening?: ScreeningSaid | null;
  /** What else the file states, by field name of `server/intake/screening/fields.ts`, as text. */
  readonly others: Readonly<Record<string, string>>;
};

/** One record of a table of existing exchanges. */
export type ExchangeRow = {
  readonly sheet: string | null;
  readonly line: number;
  readonly cells: readonly string[];
  readonly id: string | null;
  readonly from: string;
  readonly to: string;
  readonly words: string;
  readonly stated: Stated | null;
  readonly unit: string | null;
  readonly annual: Annual | null;
  readonly period: string | null;
  readonly comment: string | null;
};
