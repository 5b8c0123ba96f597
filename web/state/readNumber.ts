// A number as a person types it: blanks between thousands, comma or point before decimals.

/** Null where nothing is typed, `wrong` where it is no number. */
export function readNumber(text: string): number | null | 'wrong' {
  const bare = text
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
    .replace(',', '.');
  if (bare === '') return null;
  return /^[+-]?\d+(\.\d+)?$/.test(bare) ? Number(bare) : 'wrong';
}
