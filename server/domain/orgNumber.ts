// Norwegian organisation numbers: nine digits whose last is a check digit, modulo 11.

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2] as const;

/** Whether nine digits end in the right check digit. */
export function hasValidCheckDigit(digits: string): boolean {
  if (!/^\d{9}$/.test(digits)) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * (digits.charCodeAt(i) - 48), 0);
  const check = (11 - (sum % 11)) % 11;
  // A remainder of 1 would need the digit 10: no such number is given out.
  return check !== 10 && check === digits.charCodeAt(8) - 48;
}

/** `digits`: nine with a valid check digit; `wrong`: nine digits that do not check; `absent`: words for none; `text`: something else. */
export type OrgNumberReading =
  | { readonly kind: 'digits' | 'wrong'; readonly digits: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'text' };

const ABSENT = /^(?:-+|–|nei|no|ingen|none|ukjent|ukjend|unknown|mangler|n\/?a|i\/a|\?+|under stiftelse|utenlandsk|foreign)$/i;

/** Reads `123 456 785`, `123.456.785`, `NO 123 456 785 MVA`, `123456785.0`. */
export function readOrgNumber(text: string): OrgNumberReading {
  const plain = text.trim();
  if (ABSENT.test(plain)) return { kind: 'absent' };
  const digits = plain
    .replace(/^(?:no|org\.?\s?-?nr\.?|orgnr)[\s:.]*/i, '')
    .replace(/\s*mva\.?$/i, '')
    .replace(/[.,]0+$/, '')
    .replace(/[\s\u00a0\u2000-\u200b\u202f.\-']/g, '');
  if (!/^\d{9}$/.test(digits)) return { kind: 'text' };
  return { kind: hasValidCheckDigit(digits) ? 'digits' : 'wrong', digits };
}
