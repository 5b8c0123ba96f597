// What a unit as firms write it means: `1000 tonn pr. år`, `m³/døgn`, `mill. kWh`, `MW jevnt`.
import { tidyUnit } from './units.ts';
import type { UnitRow, UnitTable } from './units.ts';

export type UnitMeaning = {
  /** As written. */
  readonly written: string;
  readonly row: UnitRow;
  /** 1, or the thousand or million that stands before the unit. */
  readonly times: number;
  /** The span behind "per"; null where none is stated. */
  readonly span: UnitRow | null;
  /** The text says that the power runs all the time. */
  readonly steady: boolean;
};

/**
 * `unknown`: not in the table; `unclear`: two readings, `note` names them; `notAnAmount`: a unit, but not of an amount (bar, °C, MWh/t).
 * `suggestion`: the closest unit of the table, where one is close.
 */
export type UnitProblem = {
  readonly problem: 'unknown' | 'unclear' | 'notAnAmount';
  readonly written: string;
  readonly part: string;
  readonly suggestion: string | null;
  readonly note: string;
};

export const isProblem = (answer: UnitMeaning | UnitProblem): answer is UnitProblem => 'problem' in answer;

const TIMES: readonly (readonly [RegExp, number])[] = [
  [/^(?:x ?)?(?:1[ .,']?000|tusen|tusend|thousand)[ .]+/i, 1e3],
  [/^(?:x ?)?(?:1[ .,']?000[ .,']?000|mill\.?|mio\.?|million(?:er|ar|s)?)[ .]+/i, 1e6],
  [/^(?:mrd\.?|milliard(?:er)?|billion)[ .]+/i, 1e9],
];
const STEADY = /\s+(?:jevnt?|konstant|kontinuerlig|kontinuerleg|continuous|constant|steady|hele året|døgnet rundt)$/i;
/** Words behind a unit that tell what it is measured on without changing the amount. */
const LOOSE_WORDS =
  /\s+(?:el|elektrisk|varme|termisk|th|heat|electricity|våtvekt|vv|våt|vått|wet|netto|brutto|ca\.?|totalt|total|snitt|gjennomsnitt|average|avg)\.?$/i;
const DRY_WORDS = /\s*(?:\(?(?:TS|DM|tørrstoff|dry matter|dry|tørr|tørt)\)?)$/i;
const PER = /\s*\/\s*|\s+(?:per|pr\.?|p\.|pro|hver|each|every|i|om|om året per)\s+|\s+pr\.\s*|(?<=\S)\s*\bpr\.(?=\S)/i;

/** Reads a unit. Never throws; text that is no unit of the table is a problem with what is close to it. */
export function parseUnit(text: string, table: UnitTable): UnitMeaning | UnitProblem {
  const written = text.trim();
  const tidy = tidyUnit(text);
  const whole = find(tidy, table);
  if (whole !== null && whole.dimension !== 'shorthand') return meaningOf(written, tidy, whole, 1, null, false);
  if (whole !== null) return withWritten(parseUnit(whole.unit, table), written);

  let rest = tidy;
  let steady = false;
  if (STEADY.test(rest)) {
    steady = true;
    rest = rest.replace(STEADY, '');
  }
  let times = 1;
  for (const [pattern, factor] of TIMES) {
    if (!pattern.test(rest)) continue;
    times = factor;
    rest = rest.replace(pattern, '').trim();
    break;
  }
  let [front = '', behind = null, ...more] = splitAtPer(rest, table);
  if (more.length > 0) return problem('unknown', written, tidy, table);
  // `tonn/år TS`: what follows the span belongs to the unit.
  let span: UnitRow | null = null;
  if (behind !== null) {
    let spanText = table.spans.has(behind.toLowerCase()) ? behind : behind.replace(/\.$/, '').trim();
    if (DRY_WORDS.test(spanText) && !table.spans.has(spanText.toLowerCase())) {
      front = `${front} TS`;
      spanText = spanText.replace(DRY_WORDS, '').trim();
    }
    const whole2 = find(`${front}/${spanText}`, table);
    if (whole2 !== null && (whole2.dimension === 'unclear' || !table.spans.has(spanText.toLowerCase()))) {
      return meaningOf(written, `${front}/${spanText}`, whole2, times, null, false);
    }
    span = table.spans.get(spanText.toLowerCase()) ?? table.spans.get(spanText.toLowerCase().replace(LOOSE_WORDS, '')) ?? null;
    if (span === null) {
      const known = find(spanText, table);
      if (known !== null && find(front.trim(), table) !== null) {
        return { problem: 'notAnAmount', written, part: tidy, suggestion: null, note: '' };
      }
      return problem('unknown', written, spanText, table, true);
    }
  }
  const row = findLoosely(front.trim(), table);
  if (row === null) return problem('unknown', written, front.trim(), table);
  if (row.dimension === 'shorthand') {
    const inner = parseUnit(row.unit, table);
    return isProblem(inner) || span !== null ? problem('unknown', written, tidy, table) : { ...inner, written, times: inner.times * times };
  }
  // "t" behind the stroke is the hour for volumes and tonnes; MWh/t is an amount per tonne.
  if (span !== null && behind?.toLowerCase() === 't' && (row.dimension === 'energy' || row.unit === 'kg')) {
    return row.unit === 'kg'
      ? { problem: 'unclear', written, part: tidy, suggestion: 'kg/time', note: table.exact.get('kg/t')?.note ?? '' }
      : { problem: 'notAnAmount', written, part: tidy, suggestion: null, note: '' };
  }
  return meaningOf(written, front, row, times, span, steady);
}

const withWritten = (answer: UnitMeaning | UnitProblem, written: string): UnitMeaning | UnitProblem => ({ ...answer, written });

const AMOUNTS = new Set([
  'mass',
  'dry mass',
  'volume',
  'gas volume',
  'solid wood',
  'loose volume',
  'stacked wood',
  'rock in place',
  'rock placed',
  'energy',
  'power',
  'apparent power',
  'count',
  'time',
  'storage',
  'load',
  'area',
  'money',
  'climate',
]);

function meaningOf(
  written: string,
  part: string,
  row: UnitRow,
  times: number,
  span: UnitRow | null,
  steady: boolean,
): UnitMeaning | UnitProblem {
  if (row.dimension === 'unclear') return { problem: 'unclear', written, part, suggestion: null, note: row.note };
  if (!AMOUNTS.has(row.dimension)) return { problem: 'notAnAmount', written, part, suggestion: null, note: row.note };
  // A power per span is no amount: MW/år is mostly meant as MWh/år or as MW.
  if ((row.dimension === 'power' || row.dimension === 'apparent power') && span !== null) {
    return {
      problem: 'unclear',
      written,
      part: written,
      suggestion: `${row.unit}h/${span.unit}`,
      note: `${row.unit}, ${row.unit}h/${span.unit}`,
    };
  }
  return { written, row, times, span, steady };
}

function find(text: string, table: UnitTable): UnitRow | null {
  return table.exact.get(text) ?? table.folded.get(text.toLowerCase()) ?? null;
}

/** As `find`, after dropping what does not change the amount: a closing dot, a plural or `el`, `varme`, `våtvekt`. */
function findLoosely(text: string, table: UnitTable): UnitRow | null {
  for (let rest = text, i = 0; i < 4; i++) {
    const row =
      find(rest, table) ??
      find(rest.replace(/\.$/, ''), table) ??
      find(rest.replaceAll(' ', ''), table) ??
      find(rest.replaceAll('.', ''), table);
    if (row !== null) return row;
    const next = rest.replace(LOOSE_WORDS, '').replace(/^(?:antall|number of|no\.? of|våt|vått|wet|metriske?)\s+/i, '');
    if (next === rest) {
      const bracket = /^(.*?)\s*\((?:våtvekt|vv|våt|vått|wet|netto|el|varme|termisk|lhv)\)$/i.exec(rest);
      if (bracket?.[1] === undefined) break;
      rest = bracket[1];
    } else rest = next;
  }
  return null;
}

/** `tonn per år`, `tonn/år`, `tonn årlig`, `årlig tonn`, `kWh p.a.` as unit and span. */
function splitAtPer(text: string, table: UnitTable): string[] {
  const parts = text.split(PER).map((part) => part.trim());
  if (parts.length > 1) return parts;
  const words = text.split(' ');
  const last = words.at(-1)?.toLowerCase() ?? '';
  const first = words[0]?.toLowerCase() ?? '';
  const adverb = (word: string): boolean => table.spans.has(word) && /lig$|leg$|lige$|ly$|vis$|^p\.a\.?$|^pa$|^annual$/.test(word);
  if (words.length > 1 && adverb(last)) return [words.slice(0, -1).join(' '), last];
  if (words.length > 1 && adverb(first)) return [words.slice(1).join(' '), first];
  return [text];
}

function problem(kind: 'unknown', written: string, part: string, table: UnitTable, inSpan = false): UnitProblem {
  return {
    problem: kind,
    written,
    part,
    suggestion: inSpan ? closestOf(part, table.spans.keys(), (name) => table.spans.get(name)?.unit) : closest(part, table),
    note: '',
  };
}

const closest = (text: string, table: UnitTable): string | null =>
  closestOf(text, table.exact.keys(), (name) => table.exact.get(name)?.unit);

/** The nearest spelling, where at most a third of the letters differ (one letter for short ones). */
function closestOf(text: string, names: Iterable<string>, unitOf: (name: string) => string | undefined): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor(text.length / 3)) + 1;
  for (const name of names) {
    if (name.length < 2) continue;
    const distance = lettersApart(text.toLowerCase(), name.toLowerCase(), least);
    if (distance < least) {
      least = distance;
      best = unitOf(name) ?? null;
    }
  }
  return best;
}

/** Letters to add, drop, change or swap to get from one text to the other; `limit` where it is at least that many. */
export function lettersApart(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let previous: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, (previous[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    previous = row;
    row = next;
  }
  return Math.min(limit, row[other.length] ?? limit);
}
