// One line of a CSV file of ours: semicolons, quotes where needed, and no text that a spreadsheet would run as a formula.

/** What spreadsheets take for the beginning of a formula, also behind white space and in the wide forms of East Asian fonts. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;
/** One number, thousands in groups of three; `+47 00 00 00 00` and `-1-2` are text. */
const NUMBER = /^[+-](?:\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:[.,]\d+)?(?:e[+-]?\d+)?\s?%?$/i;

/** A text cell that begins like a formula gets an apostrophe before it; honest numbers stay as they are. */
export function guarded(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

export function csvLine(cells: readonly string[], delimiter = ';'): string {
  const written = cells.map((cell) => {
    const text = guarded(cell);
    return /["\r\n]/.test(text) || text.includes(delimiter) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(delimiter)}\r\n`;
}
