// Which field a header names, and the unit that it tells: `Mengde (tonn/år)`, `Pris, kr per tonn`, `temp_c`.
import { monthNumber } from '../../domain/period.ts';
import { lettersApart } from '../../domain/unitsParse.ts';
import { FIELDS, KEPT } from './fields.ts';
import type { Field } from './fields.ts';

/** `score`: 4 the very name, 3 the name with a unit, 2 the name but for a letter, 1 a name that means it where no other column does. */
export type HeaderReading = { readonly field: Field; readonly unit: string | null; readonly score: number };

/** A header with case, spacing, punctuation, accents and å/aa set aside. */
export function foldHeader(header: string): string {
  return header
    .toLowerCase()
    .replaceAll('å', 'a')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('aa', 'a')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

const STRONG = new Map<string, Field>();
const WEAK = new Map<string, Field>();
for (const [field, { header, names, weak }] of Object.entries(FIELDS)) {
  for (const name of [header, field, ...names.split('|')]) STRONG.set(foldHeader(name), field as Field);
  for (const name of (weak ?? '').split('|')) if (name !== '') WEAK.set(foldHeader(name), field as Field);
}
for (const [name, names] of Object.entries(KEPT))
  for (const one of [name, ...names.split('|')]) if (!STRONG.has(foldHeader(one))) STRONG.set(foldHeader(one), `other:${name}`);

/** A number of the template's columns end in their unit (`effekt_maks_mw`, `energi_gwh`, `temp_c`). */
const UNIT_TAIL =
  /^(.*?)[_ ](mwh|gwh|kwh|mw|kw|tonn|tonnes?|kg|m3|m3h|sm3|nm3|t|nok|kr|c|celsius|prosent|pct|mnok)(?:[_ ](?:per|pr)[_ ]?(?:år|aar|year|mnd|uke|døgn|time))?$/i;
const TAIL_UNIT =
  /[_ ]((?:mwh|gwh|kwh|mw|kw|tonn|tonnes?|kg|m3|m3h|sm3|nm3|t|nok|kr|c|celsius|prosent|pct|mnok)(?:[_ ](?:per|pr)[_ ]?(?:år|aar|year|mnd|uke|døgn|time))?)$/i;
const BRACKETS = /^(.*?)\s*[([]\s*(?:i\s+|in\s+|målt i\s+)?([^)\]]*)\s*[)\]]\s*[*:]*\s*(.*)$/s;

const SPELLED: Readonly<Record<string, string>> = {
  mwh: 'MWh',
  gwh: 'GWh',
  kwh: 'kWh',
  mw: 'MW',
  kw: 'kW',
  sm3: 'Sm3',
  nm3: 'Nm3',
  c: '°C',
  celsius: '°C',
  m3h: 'm3/h',
  nok: 'kr',
  prosent: '%',
  pct: '%',
};

const cache = new Map<string, HeaderReading | null>();
/** A weak name (`ut`), a lone unit (`tonn`) and a slip of the pen (`Steam`) stand in rows of data as well. */
const SURE_SCORE = 3;

/** Whether `isUnit` knows the text; handed in, as the unit table is data. */
export type IsUnit = (text: string) => boolean;

/** The field that a header names with the unit in it; null where it names none. */
export function readHeader(header: string, isUnit: IsUnit): HeaderReading | null {
  const text = header
    .replace(/\s+/g, ' ')
    .replace(/[\s*:]+$/, '')
    .trim();
  if (text === '' || text.length > 120 || !/\p{L}/u.test(text)) return null;
  const kept = nameKept(text);
  if (kept !== null) return Object.hasOwn(KEPT, kept) ? { field: `other:${kept}`, unit: null, score: 4 } : null;
  const month = monthOf(text);
  if (month !== null) return month;
  const folded = foldHeader(text);
  const strong = STRONG.get(folded);
  if (strong !== undefined) return { field: strong, unit: bracketUnit(text, isUnit) ?? spelledTail(text, strong), score: 4 };
  const split = splitUnit(text, isUnit);
  if (split !== null) return split;
  const twice = inTwoLanguages(text);
  if (twice !== null) return twice;
  const weak = WEAK.get(folded);
  if (weak !== undefined) return { field: weak, unit: null, score: 1 };
  // A header that is nothing but a unit: `Tonn`, `MWh/år`.
  if (
    /[\p{L}]/u.test(text) &&
    text.length > 2 &&
    isUnit(text.toLowerCase() === text || !/^[A-Z][a-zæøå]+(?:\W|$)/.test(text) ? text : text.toLowerCase())
  )
    return { field: 'quantity', unit: text, score: 1 };
  return nearby(folded);
}

/**
 * Our own export's mark for a column that is kept as text under the name behind it, where the name alone would be read as a field. Null where a
 * header has no such mark.
 */
export const nameKept = (header: string): string | null => /^'?other: (.+)$/s.exec(header)?.[1]?.trim() ?? null;

function remembered(header: string): HeaderReading | null {
  let reading = cache.get(header);
  if (reading === undefined) {
    reading = header.length > 200 ? null : readHeader(header, looksLikeUnit);
    if (cache.size > 5_000) cache.clear();
    cache.set(header, reading);
  }
  return reading;
}

/** As `readHeader`, remembered, the field alone: how headers vote in the table layer. */
export const knownColumn = Object.assign((header: string): string | null => remembered(header)?.field ?? null, {
  sure: (header: string): boolean => (remembered(header)?.score ?? 0) >= SURE_SCORE,
});

/** Good enough to find the header row; the unit table has the last word later. */
const looksLikeUnit: IsUnit = (text) =>
  /^(?:1000 |mill\.? ?)?(?:t|tonn|tonnes?|kg|m3|m³|[skn]?m3|lm3|fm3|sm3|nm3|[kmgt]?wh|[kmg]w|[gtm]j|l|liter|stk|timer|h|°c|c|kr|nok|eur|€|øre|%|bar|pcs)(?:\s*(?:\/|per|pr\.?)\s*[\p{L}\d³.]+)*$/iu.test(
    text.trim(),
  );

function monthOf(text: string): HeaderReading | null {
  const m = /^(?:mengde |quantity )?([a-zæøå]{3,9})\.?(?:[ -]?(?:\d{2}|\d{4}))?(?: ?[([]([^)\]]+)[)\]])?$/i.exec(text);
  const number = m ? monthNumber(m[1] ?? '') : null;
  return number === null || !m ? null : { field: `month_${number}` as Field, unit: m[2] ?? null, score: 3 };
}

function bracketUnit(text: string, isUnit: IsUnit): string | null {
  const inside = BRACKETS.exec(text)?.[2]?.trim() ?? '';
  return inside !== '' && isUnit(inside) ? inside : null;
}

function spelledTail(text: string, field: Field): string | null {
  if (!/^(quantity|price|power|hours|mass)/.test(field)) return null;
  const tail = TAIL_UNIT.exec(text)?.[1]?.toLowerCase();
  return tail === undefined ? null : spelled(tail);
}
function spelled(tail: string): string {
  const [unit = '', ...span] = tail.split(/[_ ]/);
  return `${SPELLED[unit] ?? unit}${span.length === 0 ? '' : `/${(span.at(-1) ?? '').replace('aar', 'år')}`}`;
}

/** `Mengde / Quantity`: the same name twice, or one that is known with another word for it. */
function inTwoLanguages(text: string): HeaderReading | null {
  const parts = text.split(/\s+[/|–-]\s+|(?<=\p{L}{3})[/|](?=\p{L}{3})/u);
  if (parts.length !== 2) return null;
  const fields = new Set(parts.flatMap((part) => STRONG.get(foldHeader(part)) ?? []));
  const [field] = fields;
  if (field === undefined || fields.size > 1) return null;
  return { field, unit: null, score: parts.every((part) => STRONG.has(foldHeader(part))) ? 3 : 2 };
}

function splitUnit(text: string, isUnit: IsUnit): HeaderReading | null {
  const named = (name: string): Field | undefined => STRONG.get(foldHeader(name)) ?? WEAK.get(foldHeader(name));
  const bracket = BRACKETS.exec(text);
  if (bracket) {
    const name = `${bracket[1] ?? ''} ${bracket[3] ?? ''}`;
    const field = named(name);
    const unit = (bracket[2] ?? '').replace(/^(?:i|in)\s+/i, '').trim();
    if (field !== undefined) return { field, unit: isUnit(unit) ? unit : null, score: 3 };
    // `Inn/ut (retning)`: the bracket explains.
    const inner = named(bracket[2] ?? '');
    if (inner !== undefined && bracket[1] !== '') return { field: inner, unit: null, score: 2 };
    if (name.trim() !== '') {
      const outer = readHeader(name.trim(), isUnit);
      if (outer !== null) return { ...outer, unit: isUnit(unit) ? unit : outer.unit, score: Math.min(outer.score, 2) };
    }
  }
  const comma = /^(.*?)\s*[,;:–-]\s+(?:i\s+|in\s+)?(.+)$/.exec(text) ?? /^(.*?)\s+(?:i|in|målt i)\s+(.+)$/i.exec(text);
  if (comma) {
    const field = named(comma[1] ?? '');
    if (field !== undefined) return { field, unit: isUnit(comma[2] ?? '') ? (comma[2] ?? null) : null, score: 3 };
  }
  const tail = UNIT_TAIL.exec(text);
  if (tail) {
    const field = named(tail[1] ?? '');
    if (field !== undefined) return { field, unit: spelled(TAIL_UNIT.exec(text)?.[1]?.toLowerCase() ?? ''), score: 3 };
  }
  const words = text.split(' ');
  for (let n = words.length - 1; n >= 1; n--) {
    const field = named(words.slice(0, n).join(' '));
    const unit = words.slice(n).join(' ');
    if (field !== undefined && isUnit(unit)) return { field, unit, score: 3 };
  }
  // `tonn/år mengde`, `kr/tonn pris`
  for (let n = 1; n < words.length; n++) {
    const field = named(words.slice(n).join(' '));
    const unit = words.slice(0, n).join(' ');
    if (field !== undefined && isUnit(unit)) return { field, unit, score: 3 };
  }
  return null;
}

/** Names long enough for a slip of the pen, by their length. */
const BY_LENGTH = Map.groupBy(
  [...STRONG].filter(([name]) => name.length >= 5 && !/\d/.test(name)),
  ([name]) => name.length,
);

/** One letter off in five, two in ten; only where one field alone is so near. A number in it makes it a name of something (`Bedrift 12`), not a slip. */
function nearby(folded: string): HeaderReading | null {
  if (folded.length < 5 || folded.length > 30 || /\d/.test(folded)) return null;
  const limit = folded.length < 9 ? 2 : 3;
  let best = limit;
  let found: Field | null = null;
  for (let length = folded.length - limit + 1; length < folded.length + limit; length++) {
    for (const [name, field] of BY_LENGTH.get(length) ?? []) {
      // A slip leaves the first or the last letter as it was.
      if (name[0] !== folded[0] && name.at(-1) !== folded.at(-1)) continue;
      const apart = lettersApart(folded, name, limit);
      if (apart > best || apart >= limit) continue;
      if (apart === best && found !== null && found !== field) found = null;
      else if (apart < best) [best, found] = [apart, field];
    }
  }
  return found === null ? null : { field: found, unit: null, score: 2 };
}
