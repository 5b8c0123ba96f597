// Lines as an editor counts them: \r\n, \n and \r each end one.

/** Number of line ends in a text. */
export function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) if (text.charCodeAt(at + 1) !== 10) count++;
  return count;
}

/** Where each line begins; a text that ends in a line end has no empty line after it. */
export function lineStarts(text: string): number[] {
  const starts = text.length === 0 ? [] : [0];
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c !== 10 && c !== 13) continue;
    if (c === 13 && text.charCodeAt(at + 1) === 10) at++;
    if (at + 1 < text.length) starts.push(at + 1);
  }
  return starts;
}

/**
 * Where the last complete line ends: the index after its line end, 0 where there is none. A \r at the very end may be half of a \r\n and is
 * left for later.
 */
export function endOfLastLine(text: string): number {
  const r = text.length < 2 ? -1 : text.lastIndexOf('\r', text.length - 2);
  return Math.max(text.lastIndexOf('\n'), r) + 1;
}

/** A line without its line end. */
export const withoutLineEnd = (line: string): string => line.replace(/(?:\r\n|\n|\r)$/, '');

/** Lines that a record takes: one, and one more for every line end in its cells. */
export function linesOf(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) lines += countLineEnds(cell);
  return lines;
}
