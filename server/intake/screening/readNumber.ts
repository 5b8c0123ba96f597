// A cell that should hold a number, as people and Excel write it: exact, about, a range, a bound, unknown, or no number at all.
import type { Stated } from '../../domain/quantity.ts';
import { inFormula } from './cellContext.ts';
import { readDigits } from './readDigits.ts';
import type { Decimal, Digits } from './readDigits.ts';

/** What a cell holds. `rest` is text behind the number, mostly a unit; `before` a currency sign. */
export type NumberReading =
  | {
      readonly kind: 'number';
      readonly stated: Stated;
      readonly rest: string;
      readonly before: string;
      /** Decimal mark that the cell proves, or null. */
      readonly evidence: Decimal | null;
      /** The mark that may be decimal or thousands mark, where the cell has two readings; then `other` holds the second. */
      readonly mark: Decimal | null;
      readonly other: Stated | null;
      /** `1-2 000` perhaps meant as `1 000-2 000`: that reading. */
      readonly short?: Stated;
    }
  | { readonly kind: 'blank' }
  /** Said to be unknown: `ukjent`, `-`, `n/a`. */
  | { readonly kind: 'unknown' }
  /** `#REF!` and its kin. */
  | { readonly kind: 'excelError' }
  /** `01.feb`: what Excel makes of `1-2`. */
  | { readonly kind: 'date' }
  | { readonly kind: 'negative'; readonly value: number }
  /** A range whose ends stand in the wrong order, or are unclear. */
  | { readonly kind: 'reversed' }
  /** A range whose ends have units of their own (`2 kg - 10 tonn`). */
  | { readonly kind: 'twoUnits' }
  | { readonly kind: 'text' };

const SP = '[\\s\\u00a0\\u2000-\\u200a\\u202f\\u205f]';
const GAP = "[\\s\\u00a0\\u2000-\\u200a\\u202f\\u205f'’´`\\u02bc]";
const NUMBER = `(?:\\d(?:\\d|[.,](?=\\d)|${GAP}(?=\\d{3}(?!\\d)))*(?:[eE][+-]?\\d{1,3}(?![\\d\\p{L}]))?(?:${SP}?[½¼¾⅓⅔])?|[.,]\\d+(?:[eE][+-]?\\d{1,3})?|[½¼¾⅓⅔])`;
const MINUS = '[-−‐‑–—]';

const UNKNOWN =
  /^(?:-+|–+|—+|−|\?+|\.+|…|x|ukjent|ukjend|ukj\.?|unknown|n\.?\s?[/.]?\s?a\.?|i\/a|ikke (?:kjent|målt|oppgitt|aktuelt|relevant|registrert|tilgjengelig)|ikkje (?:kjend|målt|oppgitt)|vet ikke|veit ikkje|don'?t know|not (?:known|available|measured|applicable)|mangler|mangler tall|tbd|tba|avklares|null data|ingen data|no data|none|null|nan|ua|usikker|usikkert|uvisst|ikke tilgj\.?)$/i;
const EXCEL_ERROR =
  /^#(?:REF|N\/A|I\/T|VALUE|VERDI|DIV\/0|NAME|NAVN|NUM|NULL|NULL!|SPILL|CALC|OVERFLYT|FIELD|GETTING_DATA|BEREGN|FELT|BLOKKERT|CONNECT|UNKNOWN)!?\??$/i;
const HASHES = /^#{2,}$/;
const MONTH =
  '(?:jan|feb|mar|apr|mai|may|jun|jul|aug|sep|sept|okt|oct|nov|des|dec)(?:uar|ruar|s|il|i|ust|tember|ober|ember|uary|ruary|ch|e|y)?';
const DATE = new RegExp(
  `^(?:\\d{1,2}[.\\-/ ]{1,2}${MONTH}\\.?(?:[.\\-/ ]+\\d{2,4})?|${MONTH}\\.?[.\\-/ ]{1,2}\\d{1,4}|\\d{1,2}[./]\\d{1,2}[./](?:19|20)?\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2}(?:[T ]\\d.*)?|\\d{1,2}-\\d{1,2}-(?:19|20)\\d{2})$`,
  'i',
);

const ABOUT =
  /^(?:ca\b\.?|c[:/]a\b\.?|cirka|circa|c\.|~+|≈|≃|∼|rundt|omtrent|omkring|om lag|omlag|about|approx\.?|approximately|around|roughly|anslagsvis|anslått(?: til)?|estimert(?: til)?|est\.?|snaut|knapt|godt|drøyt|nesten|nær|kring|tilnærmet|typisk)\s*:?\s*/i;
const AT_MOST =
  /^(?:≤|<=|=<|⩽|inntil|innt\.|inntill|maks(?:imalt)?\.?|max(?:imum)?\.?|høyst|høgst|opptil|opp til|opp mot|up to|at most|no more than|ikke mer enn|ikkje meir enn|maksimum|i?\s?beste fall)\s*:?\s*/i;
const LESS = /^(?:<|under|mindre enn|mindre en|less than|below|færre enn|fewer than|lavere enn|fewer)\s*/i;
const AT_LEAST = /^(?:≥|>=|=>|⩾|minst|minimum|min\b\.?|minimalt|at least|fra og med|ikke under|ikkje under|no less than)\s*:?\s*/i;
const MORE = /^(?:>|over|mer enn|meir enn|more than|above|fler(?:e)? enn|exceeding|større enn)\s*/i;
const RANGE = new RegExp(
  `^(?:(?:fra|frå|from|mellom|between)${SP}*)?(${NUMBER})(?:${SP}*(?![eE]-\\d)(%|[\\p{L}°/³²%.]+))?${SP}*(?:-{1,2}|–|—|−|‐|‑|~|\\.{2,3}|…|til|to|og|and|tom\\.?|t\\.o\\.m\\.?|÷)${SP}*(${NUMBER})(.*)$`,
  'iu',
);
const MARGIN = new RegExp(`^(${NUMBER})${SP}*(?:±|\\+/-|\\+-|\\+/−|pluss/minus|pluss minus)${SP}*(${NUMBER})${SP}*(%?)(.*)$`, 'iu');
const SINGLE = new RegExp(`^(${NUMBER})(.*)$`, 'u');
const TWO_AMOUNTS = /^\d[\d\s.,]*(?:og|and)\s+\d/i;
const BEHIND_ABOUT = /^\(?(?:ca\.?|circa|cirka|\?|anslag|anslått|estimert|est\.?|estimated|estimate|approx\.?)\)?$/i;
/** A mark that leads to a footnote: `500*`, `600 1)`, `700¹`. */
const FOOTNOTE = /^(?:[*†‡¹²³]+|\d\))$/;
const CURRENCY = /^(?:kr\.?|nok|eur|€|\$|usd|£|gbp|sek|dkk)\s*/i;
const SCALE: readonly (readonly [RegExp, number])[] = [
  [/^\s*(?:tusen|tusend|thousand)(?![\p{L}])\.?/iu, 1e3],
  [/^\s*(?:mill\.?|mio\.?|million(?:er|ar|s)?)(?![\p{L}])\.?/iu, 1e6],
  [/^\s*(?:mrd\.?|milliard(?:er|ar)?|billion)(?![\p{L}])\.?/iu, 1e9],
];

/**
 * The value of a cell that is nothing but digits, perhaps with one mark that can only be `decimal` (not three digits behind it, or told by
 * `decimal`); NaN for every other cell. The quick way for the many plain ones.
 */
export function plainNumber(cell: string, decimal: Decimal | null): number {
  const length = cell.length;
  if (length === 0 || length > 15) return Number.NaN;
  let value = 0;
  let mark = -1;
  for (let i = 0; i < length; i++) {
    const c = cell.charCodeAt(i);
    if (c >= 48 && c <= 57) {
      value = value * 10 + (c - 48);
      continue;
    }
    if (mark !== -1 || decimal === null || c !== decimal.charCodeAt(0) || i === 0 || i === length - 1) return Number.NaN;
    mark = i;
  }
  return mark === -1 ? value : Number(decimal === ',' ? `${cell.slice(0, mark)}.${cell.slice(mark + 1)}` : cell);
}

const PLAIN = /^(\d{1,15})(?:\.(?:\d{1,2}|\d{4,15}))?$/;

/** Reads a cell. `signed`: whether numbers below zero have a meaning in this column (temperature, price). */
export function readNumber(cell: string, signed: boolean): NumberReading {
  const plain = PLAIN.exec(cell);
  if (plain !== null) return number({ value: Number(cell) }, '', '', cell.includes('.') ? '.' : null);
  const text = inFormula(cell.replace(/[\u200b\ufeff]/g, '').trim())
    .replace(/^=(?=\s*\d[\d\s.,]*$)/, '')
    .trim();
  if (text === '') return { kind: 'blank' };
  if (/[０-９]/.test(text)) return readNumber(text.normalize('NFKC'), signed);
  if (UNKNOWN.test(text)) return { kind: 'unknown' };
  if (EXCEL_ERROR.test(text) || HASHES.test(text)) return { kind: 'excelError' };
  if (DATE.test(text)) return { kind: 'date' };
  return readWords(text.replace(/^'(?=[\d-])/, ''), signed);
}

type Numbered = Extract<NumberReading, { kind: 'number' }>;
const number = (
  stated: Stated,
  rest: string,
  before: string,
  evidence: Decimal | null,
  mark: Decimal | null = null,
  other: Stated | null = null,
): Numbered => ({
  kind: 'number',
  stated,
  rest,
  before,
  evidence,
  mark: other === null ? null : mark,
  other,
});

function readWords(text: string, signed: boolean): NumberReading {
  let about = false;
  let rest = text;
  if (ABOUT.test(rest)) {
    about = true;
    rest = rest.replace(ABOUT, '');
  }
  const bound = [
    [AT_MOST, 'at_most'],
    [LESS, 'less_than'],
    [AT_LEAST, 'more_than'],
    [MORE, 'more_than'],
  ].find(([pattern]) => pattern instanceof RegExp && pattern.test(rest));
  if (bound !== undefined) {
    const one = readOne(rest.replace(bound[0] as RegExp, '').replace(ABOUT, ''), signed);
    if (one === null) return { kind: 'text' };
    if (one.value < 0 && !signed) return { kind: 'negative', value: one.value };
    const make = (value: number): Stated =>
      bound[1] === 'at_most' ? { at_most: value } : bound[1] === 'less_than' ? { less_than: value } : { more_than: value };
    return one.asRange
      ? { kind: 'text' }
      : number(make(one.value), one.rest, one.before, one.digits.evidence, one.digits.mark, one.other === null ? null : make(one.other));
  }
  const margin = MARGIN.exec(rest);
  if (margin) return readMargin(margin);
  if (signed) {
    const cold = readSignedRange(rest);
    if (cold !== null) return cold;
  }
  // `10 og 20` is two amounts, unless somebody says `mellom`.
  if (!signed && TWO_AMOUNTS.test(rest)) return { kind: 'text' };
  const before = CURRENCY.exec(rest)?.[0] ?? '';
  const range = RANGE.exec(rest.slice(before.length));
  if (range && !(signed && /^[-−]/.test(rest))) {
    const answer = readRange(range, before, signed);
    if (answer !== null) return answer;
  }
  const one = readOne(rest, signed);
  if (one === null || one.asRange) return { kind: 'text' };
  if (one.value < 0 && !signed) return { kind: 'negative', value: one.value };
  if (one.rest === '+') return number({ more_than: one.value }, '', one.before, one.digits.evidence);
  const isAbout = about || BEHIND_ABOUT.test(one.rest);
  const make = (value: number): Stated => (isAbout ? { about: value } : { value });
  return number(
    make(one.value),
    isAbout && !about ? '' : one.rest,
    one.before,
    one.digits.evidence,
    one.digits.mark,
    one.other === null ? null : make(one.other),
  );
}

type One = { value: number; other: number | null; digits: Digits; rest: string; before: string; asRange: boolean };

/** One number with sign, currency, scale word and what follows. */
function readOne(text: string, _signed: boolean): One | null {
  let rest = text.trim();
  let sign = 1;
  const accounting = /^\((.*\d.*)\)(.*)$/.exec(rest);
  if (accounting && SINGLE.test((accounting[1] ?? '').replace(CURRENCY, '').trim())) {
    sign = -1;
    rest = `${(accounting[1] ?? '').trim()}${accounting[2] ?? ''}`;
  }
  const takeSign = (): void => {
    const m = new RegExp(`^(${MINUS}|minus\\b|\\+)\\s*(?=[\\d.,½]|kr|nok|€|eur)`, 'i').exec(rest);
    if (!m) return;
    if (m[1] !== '+') sign = -sign;
    rest = rest.slice(m[0].length);
  };
  takeSign();
  let before = CURRENCY.exec(rest)?.[0] ?? '';
  rest = rest.slice(before.length);
  takeSign();
  const m = SINGLE.exec(rest);
  if (!m) return null;
  const digits = readDigits(m[1] ?? '');
  if (digits === null || !Number.isFinite(digits.value)) return null;
  let after = (m[2] ?? '').replace(/^[.,](?=\s|$|[-–—])/, '');
  // `1 250,-` and `1250,–`: whole kroner; `150-`: a minus behind, as some accounts write it.
  if (/^,?[-–—−]{1,2}(?:\s|$)/.test(m[2] ?? '')) {
    if ((m[2] ?? '').startsWith(',') || before !== '') {
      after = (m[2] ?? '').replace(/^,?[-–—−]{1,2}/, '');
      if (before === '') before = 'kr';
    } else if (/^-$/.test(m[2] ?? '')) {
      sign = -sign;
      after = '';
    } else return null;
  }
  let scale = 1;
  for (const [pattern, times] of SCALE) {
    if (!pattern.test(after)) continue;
    scale = times;
    after = after.replace(pattern, '');
    break;
  }
  after = after.trim();
  if (FOOTNOTE.test(after)) after = '';
  // Digits or another operator behind the number: not one number (`12 / 14`, `3 x 40`, `5 + 6`).
  if (/^[-–—+*x×:;=/,._^]?\s*\d/.test(after) && !/^\d+ ?%? ?TS/i.test(after) && !/^[([]/.test(after)) return null;
  const value = sign * scaled(digits.value, scale);
  const other = digits.other === null ? null : sign * scaled(digits.other, scale);
  return { value: value === 0 ? 0 : value, other, digits, rest: after, before: before.trim(), asRange: false };
}

/** A decimal times a power of ten without the noise of binary fractions: 1.2 mrd is 1200000000. */
const scaled = (value: number, scale: number): number => (scale === 1 ? value : Number(`${value}e${Math.log10(scale)}`));

function readMargin(m: RegExpExecArray): NumberReading {
  const middle = readDigits(m[1] ?? '');
  const width = readDigits(m[2] ?? '');
  if (middle === null || width === null) return { kind: 'text' };
  const make = (value: number): Stated => {
    const half = m[3] === '%' ? (value * width.value) / 100 : width.value;
    return { min: rounded(value - half), max: rounded(value + half) };
  };
  const stated = make(middle.value);
  if ('min' in stated && stated.min < 0) return { kind: 'negative', value: stated.min };
  return number(
    stated,
    (m[4] ?? '').trim(),
    '',
    middle.evidence ?? width.evidence,
    middle.mark,
    middle.other === null ? null : make(middle.other),
  );
}

const rounded = (value: number): number => Number(value.toPrecision(12));

function readRange(m: RegExpExecArray, before: string, signed: boolean): NumberReading | null {
  const from = readDigits(m[1] ?? '');
  const to = readDigits(m[3] ?? '');
  if (from === null || to === null) return null;
  let rest = m[4] ?? '';
  let [scaleFrom, scaleTo] = [1, 1];
  for (const [pattern, times] of SCALE) {
    if (pattern.test(rest)) {
      scaleTo = times;
      scaleFrom = times;
      rest = rest.replace(pattern, '');
    }
    if (m[2] !== undefined && pattern.test(m[2])) scaleFrom = times;
  }
  if (/^\s*[-–—+*x×/:]\s*\d/.test(rest)) return null;
  // A unit behind the first end only matters where it differs from the second's.
  const firstUnit = m[2] === undefined || BEHIND_ABOUT.test(m[2]) || SCALE.some(([pattern]) => pattern.test(m[2] ?? '')) ? '' : m[2];
  if (firstUnit !== '' && rest.trim() !== '' && bare(firstUnit) !== bare(rest)) return { kind: 'twoUnits' };
  rest =
    rest.trim() === '' && m[2] !== undefined && !SCALE.some(([pattern]) => pattern.test(m[2] ?? ''))
      ? m[2]
      : rest.trim().replace(BEHIND_ABOUT, '');
  let [low, high] = [scaled(from.value, scaleFrom), scaled(to.value, scaleTo)];
  const evidence = from.evidence ?? to.evidence;
  const doubtful = from.other !== null || to.other !== null;
  // `1-2 000` or `10-20.000`: the short end may mean thousands too: not for us to say.
  if (low > high) {
    if (signed) [low, high] = [high, low];
    else return doubtful ? null : { kind: 'reversed' };
  }
  const other = doubtful ? { min: scaled(from.other ?? from.value, scaleFrom), max: scaled(to.other ?? to.value, scaleTo) } : null;
  const reading = number(
    { min: low, max: high },
    rest,
    before.trim(),
    evidence,
    from.mark ?? to.mark,
    other !== null && other.min > other.max ? null : other,
  );
  const inThousands = GROUPED_END.test(m[3] ?? '') && /^\d{1,3}$/.test(m[1] ?? '') && low * 1000 < high;
  return inThousands ? { ...reading, short: { min: low * 1000, max: high } } : reading;
}

/** Digits in groups of three with blanks or apostrophes between them. */
const GROUPED_END = new RegExp(`^\\d{1,3}(?:${GAP}\\d{3})+$`);
const bare = (unit: string): string => unit.toLowerCase().replace(/[\s.]/g, '').replaceAll('³', '3').replaceAll('²', '2');

/** `-25 til -18`, `-2-4`, `0 til -25`: temperatures. */
function readSignedRange(text: string): NumberReading | null {
  const m = new RegExp(
    `^(${MINUS}?)\\s*(${NUMBER})\\s*(?:°\\s?C?)?\\s*(?:-|–|—|−|til|to|og|and|\\.{2,3}|…|/)\\s*(${MINUS}?)\\s*(${NUMBER})(.*)$`,
    'iu',
  ).exec(text);
  if (!m) return null;
  const [from, to] = [readDigits(m[2] ?? ''), readDigits(m[4] ?? '')];
  if (from === null || to === null) return null;
  const one = m[1] === '' ? from.value : -from.value;
  const other = m[3] === '' ? to.value : -to.value;
  return number({ min: Math.min(one, other), max: Math.max(one, other) }, (m[5] ?? '').trim(), '', from.evidence ?? to.evidence);
}
