// A stored row becomes a flow of the domain, and nowhere else.
import type { Flow, ResourceGuess, Source } from '../domain/flow.ts';
import { DEFAULT_SHARING } from '../domain/sharing.ts';
import type { SharingLevel } from '../domain/sharing.ts';
import { celsius } from '../domain/temperature.ts';
import { directionOf, roleOf, sharingOf, statedOf, unitOf } from './codes.ts';
import type { More } from './packRows.ts';

export const FLOW_COLUMNS =
  'f.id, f.table_id, f.line, f.key, f.content, f.stated_id, f.site_id, f.process_id, f.words_id, f.role, f.unit_id, f.stated_kind, f.stated_first, ' +
  'f.stated_second, f.annual_low, f.annual_likely, f.annual_high, f.annual_unit, f.temperature_low, f.temperature_high, f.temperature_return, ' +
  'f.hours, f.sharing, f.more';

type Number0 = number | null;
export type FlowRow = {
  id: number;
  table_id: number;
  line: number;
  key: number;
  content: number;
  stated_id: string | null;
  site_id: Number0;
  process_id: Number0;
  words_id: number;
  role: number;
  unit_id: Number0;
  stated_kind: Number0;
  stated_first: Number0;
  stated_second: Number0;
  annual_low: Number0;
  annual_likely: Number0;
  annual_high: Number0;
  annual_unit: Number0;
  temperature_low: Number0;
  temperature_high: Number0;
  temperature_return: Number0;
  hours: Number0;
  sharing: Number0;
  more: string | null;
};

/** What lies in other tables. */
export type Around = {
  readonly company: string;
  readonly period: string | null;
  readonly text: (id: number) => string;
  readonly source: (table: number, line: number) => Source;
  readonly guesses: (words: number) => readonly ResourceGuess[];
  readonly edited: { readonly resources?: readonly ResourceGuess[]; readonly sharing?: SharingLevel };
};

/** A flow's id in the store: its company and its key, the same in every database that read the same file. */
export const flowIdOf = (company: string, key: number): string => `${company}-${key.toString(36)}`;

/** Company and key of a flow id, or null where it cannot be one. */
export function partsOf(flowId: string): { company: string; key: number } | null {
  const at = flowId.lastIndexOf('-');
  const key = Number.parseInt(flowId.slice(at + 1), 36);
  if (at < 1 || !Number.isSafeInteger(key) || key.toString(36) !== flowId.slice(at + 1)) return null;
  return { company: flowId.slice(0, at), key };
}

const NOTHING: More = {};

export function toFlow(row: FlowRow, around: Around): Flow & { readonly statedId: string | null } {
  const more = row.more === null ? NOTHING : (JSON.parse(row.more) as More);
  const text = (id: Number0): string | null => (id === null ? null : around.text(id));
  return {
    id: flowIdOf(around.company, row.key),
    statedId: row.stated_id,
    company: around.company,
    site: text(row.site_id),
    process: text(row.process_id),
    direction: directionOf(row.role),
    role: roleOf(row.role),
    words: around.text(row.words_id),
    resources: around.edited.resources ?? statedResource(more) ?? around.guesses(row.words_id),
    wasteCode: more.wasteCode ?? null,
    wasteStar: more.wasteStar ?? false,
    stated: statedOf(row.stated_kind, row.stated_first, row.stated_second),
    unit: text(row.unit_id),
    annual:
      row.annual_unit === null
        ? null
        : { low: row.annual_low ?? 0, likely: row.annual_likely, high: row.annual_high, unit: unitOf(row.annual_unit) },
    temperature:
      row.temperature_low === null
        ? null
        : row.temperature_high === null
          ? celsius(row.temperature_low)
          : { min: celsius(row.temperature_low), max: celsius(row.temperature_high) },
    temperatureReturn: row.temperature_return === null ? null : celsius(row.temperature_return),
    hours: row.hours,
    profile: more.profile ?? null,
    price: more.price ?? null,
    dataQuality: more.dataQuality ?? null,
    quality: more.quality ?? null,
    comment: more.comment ?? null,
    period: around.period,
    sharing: around.edited.sharing ?? (row.sharing === null ? DEFAULT_SHARING : sharingOf(row.sharing)),
    source: around.source(row.table_id, row.line),
  };
}

/** A taxonomy id that the file states is the company's own word on it. */
const statedResource = (more: More): readonly ResourceGuess[] | undefined =>
  more.resource === undefined || more.resource === null ? undefined : [{ resource: more.resource, weight: 1, how: 'code' }];
