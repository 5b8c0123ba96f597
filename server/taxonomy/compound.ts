// Where a compound is put together: known parts with a binding s or e between them, the head last.

/** Whether a part can stand in a compound of the language; heads may be inflected. */
export type KnownPart = (word: string, head: boolean) => boolean;

const LONGEST = 40;
const SHORTEST_PART = 3;

/**
 * The parts of a compound, first to head, or [] where it is none. Fewest parts win; among these the longest head. Binding letters belong to
 * no part.
 */
export function splitCompound(word: string, known: KnownPart): readonly string[] {
  if (word.length < 2 * SHORTEST_PART || word.length > LONGEST) return [];
  // best[end] = parts of word[0..end), from the left
  const best: (readonly string[] | null)[] = Array.from({ length: word.length + 1 }, () => null);
  best[0] = [];
  for (let end = SHORTEST_PART; end <= word.length; end++) {
    for (let start = 0; start + SHORTEST_PART <= end; start++) {
      if (start === 0 && end === word.length) continue;
      const before = best[start];
      if (before === null || before === undefined || before.length >= 4) continue;
      const part = word.slice(start, end);
      if (!known(part, end === word.length)) continue;
      better(best, end, before, part);
      const binding = word.charAt(end);
      if ((binding === 's' || binding === 'e') && end + 1 < word.length) better(best, end + 1, before, part);
    }
  }
  const parts = best[word.length] ?? [];
  return parts.length > 1 ? parts : [];
}

function better(best: (readonly string[] | null)[], end: number, before: readonly string[], part: string): void {
  const now = best[end];
  if (now === null || now === undefined || now.length > before.length + 1) best[end] = [...before, part];
}
