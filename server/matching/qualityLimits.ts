// Numbers in a quality note: what a surplus states, and what a need allows.

/** A property that notes speak of, with the words for it. */
export type Property = {
  readonly id: string;
  readonly nb: string;
  readonly en: string;
  readonly pattern: RegExp;
  readonly unit: string;
  /** Which pretreatment of a rule brings it into its limit. */ readonly treatment: RegExp | null;
};
export type Stated = { readonly property: string; readonly value: number; readonly unit: string };
export type Limit = Stated & { readonly kind: 'atMost' | 'atLeast' };

/** From the rows of data/quality-properties.csv by header. */
export const propertiesFrom = (rows: Iterable<Readonly<Record<string, string>>>): readonly Property[] =>
  [...rows].map((row) => ({
    id: row['id'] ?? '',
    nb: row['name_nb'] ?? '',
    en: row['name_en'] ?? '',
    pattern: new RegExp(row['pattern'] ?? '', 'iu'),
    unit: row['unit'] ?? '',
    treatment: row['treatment'] ? new RegExp(row['treatment'], 'iu') : null,
  }));

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const AT_MOST = /(?:under|maks\.?|max\.?|inntil|høyst|below|at most|less than|<|≤)\s*$/iu;
const AT_LEAST = /(?:over|min\.?|minst|above|at least|more than|>|≥)\s*$/iu;

const partsOf = (text: string): string[] => text.split(/[;]|,(?!\d)/u).map((part) => part.trim());
/** Of a span such as "0-10 mm" the upper end counts. */
const numberIn = (part: string, unit: string): { readonly value: number; readonly before: string } | null => {
  const found = new RegExp(unit === '' ? NUMBER : String.raw`${NUMBER}\s*(?:vol\.?\s*)?${unit}`, 'u').exec(part);
  const digits = found?.[1];
  return found === null || digits === undefined ? null : { value: Number(digits.replace(',', '.')), before: part.slice(0, found.index) };
};

function* numbersOf(text: string, properties: readonly Property[]): Generator<{ property: Property; value: number; before: string }> {
  for (const part of partsOf(text)) {
    const property = properties.find(({ pattern }) => pattern.test(part));
    const number = property === undefined ? null : numberIn(part, property.unit);
    if (property !== undefined && number !== null) yield { property, ...number };
  }
}

/** Figures that a note states of itself: "fukt 58 %". A bound is no figure. */
export const statedIn = (text: string, properties: readonly Property[]): readonly Stated[] =>
  [...numbersOf(text, properties)]
    .filter(({ before }) => !AT_MOST.test(before) && !AT_LEAST.test(before))
    .map(({ property, value }) => ({ property: property.id, value, unit: property.unit }));

/** Bounds that a note sets: "fukt under 55 %", "min 90 % TS". */
export const limitsIn = (text: string, properties: readonly Property[]): readonly Limit[] =>
  [...numbersOf(text, properties)].flatMap(({ property, value, before }) => {
    const kind = AT_MOST.test(before) ? 'atMost' : AT_LEAST.test(before) ? 'atLeast' : null;
    return kind === null ? [] : [{ property: property.id, value, unit: property.unit, kind }];
  });

/** What a use asks of everything that serves it, where the need says nothing: a row of data/use-limits.csv. */
export type UseLimit = Limit & { readonly use: string; readonly nace: string };

export const useLimitsFrom = (rows: Iterable<Readonly<Record<string, string>>>): readonly UseLimit[] =>
  [...rows].map((row) => ({
    use: row['use'] ?? '',
    nace: row['nace'] ?? '',
    property: row['property'] ?? '',
    kind: row['kind'] === 'atMost' ? 'atMost' : 'atLeast',
    value: Number(row['value']),
    unit: row['unit'] ?? '',
  }));

/** The limit with the room that blending leaves. */
export const loosened = (limit: Limit, room: number): Limit => ({
  ...limit,
  value: limit.value * (limit.kind === 'atMost' ? 1 + room : 1 - room),
});

/** How far a figure lies outside a limit, in its unit; 0 where it is met. */
export const limitGap = (stated: Stated, limit: Limit): number =>
  Math.max(0, limit.kind === 'atMost' ? stated.value - limit.value : limit.value - stated.value);
