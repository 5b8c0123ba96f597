// A line of words as folded tokens: lower case, no accents, subscripts as digits, with what stood before each.

/** A token and whether a comma or a parenthesis stood before it. */
export type Token = { readonly text: string; readonly after: 'start' | 'space' | 'hyphen' | 'comma' | 'open' | 'close' };

const FOLDED: Readonly<Record<string, string>> = {
  æ: 'ae',
  ä: 'ae',
  ø: 'o',
  ö: 'o',
  å: 'a',
  ô: 'oe',
  é: 'e',
  è: 'e',
  ê: 'e',
  ë: 'e',
  ò: 'o',
  ó: 'o',
  á: 'a',
  à: 'a',
  â: 'a',
  ü: 'u',
  ú: 'u',
  ï: 'i',
  í: 'i',
  ç: 'c',
  ñ: 'n',
  ß: 'ss',
  œ: 'oe',
  '₀': '0',
  '₁': '1',
  '₂': '2',
  '₃': '3',
  '₄': '4',
  '₅': '5',
  '₆': '6',
  '²': '2',
  '³': '3',
};

/** Lower case, with accents and subscripts written out; what is neither letter nor digit stays. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (!BEYOND_ASCII.test(lower)) return lower;
  return lower.normalize('NFC').replace(EACH_BEYOND_ASCII, (letter) => FOLDED[letter] ?? (DASHES.includes(letter) ? '-' : ' '));
}

const BEYOND_ASCII = /[^\u0000-\u007f]/u;
const EACH_BEYOND_ASCII = /[^\u0000-\u007f]/gu;
const DASHES = '\u2010\u2011\u2013';

const isWordCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/** Tokens of a folded text, in order. */
export function tokensOf(folded: string): Token[] {
  const tokens: Token[] = [];
  let after: Token['after'] = 'start';
  let at = 0;
  while (at < folded.length) {
    const code = folded.charCodeAt(at);
    if (isWordCode(code)) {
      const start = at;
      while (at < folded.length && isWordCode(folded.charCodeAt(at))) at++;
      tokens.push({ text: folded.slice(start, at), after: tokens.length === 0 && after === 'space' ? 'start' : after });
      after = 'space';
      continue;
    }
    if (code === 44 || code === 59 || code === 58) after = digitsAround(folded, at) ? after : 'comma';
    else if (code === 40 || code === 91) after = 'open';
    else if (code === 41 || code === 93) after = 'close';
    else if (code === 45 && after === 'space' && at > 0 && isWordCode(folded.charCodeAt(at - 1))) after = 'hyphen';
    else if (after === 'hyphen') after = 'space';
    at++;
  }
  return tokens;
}

/** Whether the mark stands between digits, as a decimal comma does. */
function digitsAround(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const next = text.charCodeAt(at + 1);
  return before >= 48 && before <= 57 && next >= 48 && next <= 57;
}
