// Where a compound is put together: known parts with a binding s or e between them, the head last.

/** The parts a language knows. */
export type PartBook = {
  /** Whether any part begins with these three letters. */
  readonly begins: (letters: string) => boolean;
  /** Whether it can stand in a compound; heads may be inflected. */
  readonly known: (part: string, head: boolean) => boolean;
};

const LONGEST = 40;
const SHORTEST_PART = 3;
const MOST_PARTS = 5;

/**
 * The parts of a compound, first to head, or [] where it is none. Fewest parts win; among these the longest head. Binding letters belong to
 * no part.
 */
export function splitCompound(word: string, book: PartBook): readonly string[] {
  const { length } = word;
  if (length < 2 * SHORTEST_PART || length > LONGEST) return [];
  // best[end]: parts of what lies before `end`, from the left
  const best: (readonly string[] | undefined)[] = [[]];
  for (let start = 0; start + SHORTEST_PART <= length; start++) {
    const before = best[start];
    if (before === undefined || before.length >= MOST_PARTS) continue;
    if (!book.begins(word.slice(start, start + SHORTEST_PART))) continue;
    for (let end = start + SHORTEST_PART; end <= length; end++) {
      if (start === 0 && end === length) continue;
      const part = word.slice(start, end);
      if (!book.known(part, end === length)) continue;
      better(best, end, before, part);
      // three equal consonants are written as two: ammoniakk + kompressor
      if (end < length && part.length > SHORTEST_PART && part.charAt(part.length - 1) === part.charAt(part.length - 2))
        better(best, end - 1, before, part);
      const binding = word.charAt(end);
      if ((binding === 's' || binding === 'e') && end + SHORTEST_PART < length) better(best, end + 1, before, part);
    }
  }
  const parts = best[length] ?? [];
  return parts.length > 1 ? parts : [];
}

function better(best: (readonly string[] | undefined)[], end: number, before: readonly string[], part: string): void {
  const now = best[end];
  if (now === undefined || now.length > before.length + 1) best[end] = [...before, part];
}
