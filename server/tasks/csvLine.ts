// One line of a CSV file of ours: semicolons, quotes where needed, and no text that a spreadsheet would run as a formula.

/** A text cell that begins like a formula gets an apostrophe before it; honest numbers stay as they are. */
export function guarded(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? `'${text}` : text;
}

export function csvLine(cells: readonly string[], delimiter = ';'): string {
  const written = cells.map((cell) => {
    const text = guarded(cell);
    return /["\r\n]/.test(text) || text.includes(delimiter) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(delimiter)}\r\n`;
}
