// One written number to a value: which mark is the decimal mark, and whether that is certain.

export type Decimal = ',' | '.';

/**
 * `evidence`: the decimal mark that this number alone proves, or null. `other`: set where the number has two readings (`1.234`); `value` is
 * then the reading with that mark as decimal mark, `other` the one with it as thousands mark, `mark` the mark in question.
 */
export type Digits = {
  readonly value: number;
  readonly evidence: Decimal | null;
  readonly mark: Decimal | null;
  readonly other: number | null;
};

const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 };
const PLAIN = /^\d{1,15}$/;
const SPACES = /[\s\u00a0\u2000-\u200a\u202f\u205f'’´`\u02bc]/g;
/** Thousands by spaces or apostrophes, groups of three, then perhaps a decimal part. */
const GROUPED = /^\d{1,3}(?:[\s\u00a0\u2000-\u200a\u202f\u205f'’´`\u02bc]\d{3})+(?:[.,]\d+)?$/;
const EXPONENT = /^(.*?)[eE]([+-]?\d{1,3})$/;

const sure = (value: number, evidence: Decimal | null): Digits => ({ value, evidence, mark: evidence, other: null });

/** Reads unsigned digits with thousands and decimal marks. Null where they form no number (`1.2.3`, `1 00`). */
export function readDigits(text: string): Digits | null {
  if (PLAIN.test(text)) return sure(Number(text), null);
  const exponent = EXPONENT.exec(text);
  if (exponent) {
    const front = readDigits(exponent[1] ?? '');
    // 1,234E3 is written by a machine, which sets no thousands marks.
    return front === null ? null : sure(Number(`${front.value}e${exponent[2] ?? '0'}`), front.mark);
  }
  const fraction = FRACTIONS[text.at(-1) ?? ''];
  if (fraction !== undefined) {
    const whole = text.length === 1 ? sure(0, null) : readDigits(text.slice(0, -1).trim());
    return whole === null ? null : sure(whole.value + fraction, null);
  }
  if (text.search(SPACES) !== -1) {
    if (!GROUPED.test(text)) return null;
    const joined = text.replace(SPACES, '');
    const mark = joined.includes(',') ? ',' : joined.includes('.') ? '.' : null;
    return sure(Number(joined.replace(',', '.')), mark);
  }
  return readMarks(text);
}

function readMarks(text: string): Digits | null {
  if (!/^[\d.,]*\d[.,]?$/.test(text) && !/^\d+[.,]-?$/.test(text)) return null;
  const comma = text.lastIndexOf(',');
  const point = text.lastIndexOf('.');
  if (comma === -1 && point === -1) return sure(Number(text), null);
  if (comma !== -1 && point !== -1) {
    const decimal: Decimal = comma > point ? ',' : '.';
    const at = Math.max(comma, point);
    const front = text.slice(0, at);
    if (front.includes(decimal) || !/^\d{1,3}(?:[.,]\d{3})+$/.test(front) || !/^\d+$/.test(text.slice(at + 1))) return null;
    return sure(Number(`${front.replace(/[.,]/g, '')}.${text.slice(at + 1)}`), decimal);
  }
  const mark: Decimal = comma === -1 ? '.' : ',';
  const parts = text.split(mark);
  const [front = '', back = ''] = parts;
  if (parts.length > 2) {
    if (!/^\d{1,3}$/.test(front) || front === '0' || parts.slice(1).some((part) => !/^\d{3}$/.test(part))) return null;
    return sure(Number(parts.join('')), mark === '.' ? ',' : '.');
  }
  if (back === '') return front === '' ? null : sure(Number(front), null);
  const value = Number(`${front === '' ? '0' : front}.${back}`);
  const couldGroup = back.length === 3 && /^[1-9]\d{0,2}$/.test(front);
  return couldGroup ? { value, evidence: null, mark, other: Number(front + back) } : sure(value, mark);
}
