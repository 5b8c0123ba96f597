// Whether a password is worth having. No list of leaked ones is at hand without a network, so what makes a password guessable is told from its shape.

/** Judgement: long enough to hold against guessing at the rate that sign-in allows (ASVS 5, 6.2.1 asks for 8 at least and recommends 15). */
export const PASSWORD_LEAST = 12;
export const PASSWORD_MOST = 128;

/** Words that stand in most guessed passwords, as people at work here would write them. */
const COMMON = [
  'passord',
  'password',
  'qwerty',
  'flytkart',
  'velkommen',
  'welcome',
  'sommer',
  'vinter',
  'admin',
  'letmein',
  'iloveyou',
  'norge',
];
const ROWS = ['abcdefghijklmnopqrstuvwxyzæøå', '01234567890', 'qwertyuiopå', 'asdfghjkløæ', 'zxcvbnm'];
/** Judgement: characters that must be left when all that is easily guessed is taken away. */
const LEAST_LEFT = 6;
const RUN = 4;

/** Every run of `RUN` characters or more along a row of the keyboard or the alphabet, either way, is taken away. */
function withoutRuns(text: string): string {
  const rows = ROWS.flatMap((row) => [row, Array.from(row).toReversed().join('')]);
  let left = text;
  for (const row of rows)
    for (let length = row.length; length >= RUN; length -= 1)
      for (let from = 0; from + length <= row.length; from += 1) left = left.replaceAll(row.slice(from, from + length), '');
  return left;
}

/** `about`: the person's name and e-mail address, which a password must not be made of. */
export function isGuessable(password: string, about: readonly string[]): boolean {
  let left = password.toLowerCase().normalize('NFC');
  const words = [...COMMON, ...about.flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u))].filter((word) => word.length >= 3);
  for (const word of words.toSorted((a, b) => b.length - a.length)) left = left.replaceAll(word, '');
  left = withoutRuns(left).replaceAll(/(.{1,4}?)\1+/gu, '$1');
  return new Set(left).size < LEAST_LEFT || /^(19|20)?\d{0,6}$/.test(left);
}
