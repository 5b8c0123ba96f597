// Which units there are: rows of data/units.csv with dimension and exact factor.
import { ANNUAL_UNITS } from './estimate.ts';
import type { AnnualUnit } from './estimate.ts';
import type { Evidence } from './resource.ts';

/** Dimensions whose amounts a year can be stated in; each has one base unit. */
export const BASE_OF = {
  mass: 't',
  energy: 'MWh',
  volume: 'm3',
  'gas volume': 'Sm3',
  'solid wood': 'fm3',
  'loose volume': 'lm3',
  count: 'pcs',
  time: 'h',
} as const satisfies Record<string, AnnualUnit>;
export type AnnualDimension = keyof typeof BASE_OF;

/** A factor kept as the fraction that data/units.csv states, so that nothing is lost in rounding it first. */
export type Ratio = { readonly over: number; readonly under: number };

export type UnitRow = {
  readonly unit: string;
  /** One of AnnualDimension; `dry mass`, `power` need facts to become an amount a year; `span`, `money`, `shorthand`, `unclear` and others are none. */
  readonly dimension: string;
  readonly base: string;
  readonly factor: Ratio;
  readonly aliases: readonly string[];
  readonly note: string;
  readonly evidence: Evidence;
  readonly source: string;
};

export type UnitTable = {
  readonly rows: readonly UnitRow[];
  /** Exact spelling -> row; spans are a list of their own, as `t` is a tonne before the stroke and an hour behind it. */
  readonly exact: ReadonlyMap<string, UnitRow>;
  /** Spelling with case set aside -> row, only where all rows of that spelling agree. */
  readonly folded: ReadonlyMap<string, UnitRow>;
  readonly spans: ReadonlyMap<string, UnitRow>;
};

export const isAnnualDimension = (dimension: string): dimension is AnnualDimension => Object.hasOwn(BASE_OF, dimension);
export const isAnnualUnit = (text: string): text is AnnualUnit => (ANNUAL_UNITS as readonly string[]).includes(text);

/** `1/3600`, `0.001` or `12` as a fraction; null where it is none or not above zero. */
export function parseRatio(text: string): Ratio | null {
  const parts = text.split('/').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [over, under = 1] = parts;
  if (parts.length > 2 || over === undefined || !(over > 0) || !(under > 0) || !Number.isFinite(over / under)) return null;
  return { over, under };
}

export const toBase = (value: number, factor: Ratio): number => (value * factor.over) / factor.under;
export const fromBase = (value: number, factor: Ratio): number => (value * factor.under) / factor.over;

/** A unit's spelling without what does not matter: superscripts, odd spaces, brackets, a closing colon or star. */
export function tidyUnit(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('³', '3')
    .replaceAll('²', '2')
    .replaceAll('⁄', '/')
    .replaceAll('µ', 'u')
    .replace(/[\s\u00a0\u2000-\u200b\u202f\ufeff]+/g, ' ')
    .replace(/^\s*[[(]\s*(.*?)\s*[\])]\s*$/, '$1')
    .replace(/[\s:*]+$/, '')
    .trim();
}

/** Whether the rows make a usable table; each problem as a sentence for whoever edits data/units.csv. */
export function unitTableFrom(records: readonly Readonly<Record<string, string>>[]): {
  readonly table: UnitTable;
  readonly problems: readonly string[];
} {
  const problems: string[] = [];
  const rows: UnitRow[] = [];
  const exact = new Map<string, UnitRow>();
  const folded = new Map<string, UnitRow>();
  const torn = new Set<string>();
  const spans = new Map<string, UnitRow>();
  for (const record of records) {
    const { unit = '', dimension = '', base = '', factor = '', aliases = '', note = '', evidence = '', source = '' } = record;
    const ratio = parseRatio(factor);
    if (ratio === null) problems.push(`unit ${unit}: factor "${factor}" is no number or fraction above zero`);
    if (evidence !== 'documented' && evidence !== 'judgement')
      problems.push(`unit ${unit}: evidence "${evidence}" is neither documented nor judgement`);
    if (source === '') problems.push(`unit ${unit}: no source`);
    if (isAnnualDimension(dimension) && BASE_OF[dimension] !== base)
      problems.push(`unit ${unit}: base of ${dimension} is ${BASE_OF[dimension]}, not ${base}`);
    if (ratio === null) continue;
    // A shorthand's own name is the long spelling, which is read as such.
    const names = [...(dimension === 'shorthand' ? [] : [unit]), ...aliases.split('|')].map(tidyUnit).filter((name) => name !== '');
    const row: UnitRow = {
      unit,
      dimension,
      base,
      factor: ratio,
      aliases: names,
      note,
      evidence: evidence === 'documented' ? 'documented' : 'judgement',
      source,
    };
    rows.push(row);
    for (const name of new Set(names)) {
      if (dimension === 'span') {
        const low = name.toLowerCase();
        if ((spans.get(low) ?? row) !== row) problems.push(`span ${unit}: "${name}" also names ${spans.get(low)?.unit ?? ''}`);
        spans.set(low, row);
        continue;
      }
      const other = exact.get(name);
      if (other !== undefined && other !== row) problems.push(`unit ${unit}: "${name}" also names ${other.unit}`);
      exact.set(name, row);
      // An unclear spelling is unclear as it stands (mWh), not in every other case (Mwh).
      if (dimension === 'unclear') continue;
      const low = name.toLowerCase();
      const sameFolded = folded.get(low);
      if (sameFolded !== undefined && sameFolded !== row) torn.add(low);
      folded.set(low, row);
    }
  }
  // `mt` and `Mt` differ by a million: where case decides, only the exact spelling counts.
  for (const low of torn) folded.delete(low);
  return { table: { rows, exact, folded, spans }, problems };
}
