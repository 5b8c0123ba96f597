// Rows of data/ as values of the domain.
import type { z } from 'zod';
import type {
  DegreeDays,
  Factor,
  GlossaryTerm,
  LegalFlag,
  NaceName,
  PipeSize,
  SourceNote,
  SteamPoint,
  WasteCode,
} from '../domain/factor.ts';
import type { Ranged, Resource } from '../domain/resource.ts';
import type { SynergyRule, UseType } from '../domain/rule.ts';
import type * as rows from './tables.ts';

type Row<Schema extends z.ZodType> = z.output<Schema>;

const named = (row: { readonly name_nb: string; readonly name_en: string }): Resource['name'] =>
  Object.freeze({ nb: row.name_nb, en: row.name_en });

/** A figure without a stated range has both ends at its value. */
const range = (value: number | null, low: number | null, high: number | null): Ranged | null =>
  value === null ? null : Object.freeze({ value, low: low ?? value, high: high ?? value });

const orNull = (cell: string): string | null => (cell === '' ? null : cell);

export const digits = (code: string): string => code.replaceAll(/[ *]/gu, '');

export const toResource = (row: Row<typeof rows.resourceRow>): Resource =>
  Object.freeze({
    id: row.id,
    parent: orNull(row.parent_id),
    level: row.level,
    kind: row.kind,
    leaf: row.is_leaf,
    name: named(row),
    synonyms: Object.freeze({ nb: row.synonyms_nb, en: row.synonyms_en }),
    wasteCodes: Object.freeze(row.waste_codes.map(digits)),
    hazardous: row.hazardous === '' ? null : row.hazardous,
    density: range(row.density_kg_m3, row.density_low, row.density_high),
    heatingValue: range(row.lhv_mwh_t, row.lhv_low, row.lhv_high),
    notes: orNull(row.notes),
    evidence: row.evidence,
    source: row.source,
  });

/** `COINC:check` is the flag `COINC` with the hint `check`. */
export function toFlag(cell: string): { readonly flag: string; readonly hint: string | null } {
  const at = cell.indexOf(':');
  return Object.freeze(at < 0 ? { flag: cell, hint: null } : { flag: cell.slice(0, at), hint: cell.slice(at + 1) });
}

/** `words`: bokmål by the English of data/rule-words.csv. */
export const toRule = (row: Row<typeof rows.ruleRow>, words: ReadonlyMap<string, string>): SynergyRule =>
  Object.freeze({
    id: row.id,
    resource: row.resource_id,
    use: row.use_id,
    useType: row.use_type,
    conditions: orNull(row.conditions),
    pretreatment: orNull(row.pretreatment),
    conditionsNb: words.get(row.conditions) ?? null,
    pretreatmentNb: words.get(row.pretreatment) ?? null,
    fromNace: row.from_nace,
    toNace: row.to_nace,
    legalFlags: Object.freeze(row.legal_flags.map(toFlag)),
    readiness: row.trl,
    commonness: row.commonness,
    example: orNull(row.example),
    evidence: row.evidence,
    source: row.source,
  });

export const toUseType = (row: Row<typeof rows.useTypeRow>): UseType =>
  Object.freeze({ id: row.use_type, rank: row.rank, name: named(row) });

export const toWasteCode = (row: Row<typeof rows.wasteCodeRow>): WasteCode =>
  Object.freeze({
    code: digits(row.code),
    chapter: row.chapter,
    name: named(row),
    hazardous: row.hazardous,
    entry: row.entry_type,
    resources: row.resource_ids,
    source: row.source,
  });

export const toFactor = (row: Row<typeof rows.heatRow> & { readonly group?: string }): Factor =>
  Object.freeze({
    id: row.id,
    group: row.group ?? 'heat',
    name: named(row),
    unit: row.unit,
    year: row.year,
    value: row.value,
    low: row.low,
    high: row.high,
    evidence: row.evidence,
    source: row.source,
  });

export const toPipe = (row: Row<typeof rows.pipeRow>): PipeSize =>
  Object.freeze({
    dn: row.dn,
    boreMm: row.bore_mm,
    steelOuterMm: row.steel_outer_mm,
    jacketMm: row.jacket_mm,
    velocityMs: row.velocity_m_s,
    kwAt: Object.freeze({ k30: row.kw_at_30k, k45: row.kw_at_45k }),
    lossWm: Object.freeze({ t110: row.loss_w_m_110_60, t80: row.loss_w_m_80_50, t65: row.loss_w_m_65_35 }),
    eurPerM: Object.freeze({ street: row.eur_m_street, terrain: row.eur_m_terrain }),
    year: row.year,
    evidence: row.evidence,
    source: row.source,
  });

export const toSteam = (row: Row<typeof rows.steamRow>): SteamPoint =>
  Object.freeze({ barAbs: row.bar_abs, saturationC: row.saturation_c, evaporationKjKg: row.evaporation_kj_kg });

export const toDegreeDays = (row: Row<typeof rows.degreeDayRow>): DegreeDays =>
  Object.freeze({
    place: row.place,
    month: row.month,
    days: row.days,
    meanC: row.mean_c,
    degreeDays: row.degree_days,
    share: row.share_percent / 100,
  });

export const toLegalFlag = (row: Row<typeof rows.legalFlagRow>): LegalFlag =>
  Object.freeze({ flag: row.flag, name: named(row), ask: Object.freeze({ nb: row.ask_nb, en: row.ask_the_user }), source: row.source });

export const toNace = (row: Row<typeof rows.naceRow>): NaceName => Object.freeze({ code: row.code, name: named(row) });

export const toTerm = (row: Row<typeof rows.glossaryRow>): GlossaryTerm =>
  Object.freeze({ en: row.en, nb: row.nb, explanation: row.explanation });

export const toSource = (row: Row<typeof rows.sourceRow>): SourceNote =>
  Object.freeze({ name: row.short_name, url: row.url, caveat: row.kind_and_caveat });
