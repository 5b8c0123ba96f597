// Known words near a misspelt one: one slip in words from seven letters on, two from ten on.

const SHORTEST = 7;
const TWO_SLIPS_FROM = 10;

export type Spelling = { readonly nearest: (word: string) => string | null };

/** Words are found by what is left when one letter is taken out of both; the distance is then measured. Built on first use. */
export function createSpelling(list: () => readonly string[]): Spelling {
  let index: Map<string, string[]> | null = null;
  const build = (): Map<string, string[]> => {
    const built = new Map<string, string[]>();
    for (const word of list()) {
      if (word.length < SHORTEST - 1) continue;
      for (const key of withoutOne(word)) {
        const held = built.get(key);
        if (held === undefined) built.set(key, [word]);
        else if (held[held.length - 1] !== word) held.push(word);
      }
    }
    return built;
  };
  return {
    nearest: (word) => {
      if (word.length < SHORTEST) return null;
      index ??= build();
      const allowed = word.length >= TWO_SLIPS_FROM ? 2 : 1;
      let best: string | null = null;
      let least = allowed + 1;
      for (const key of withoutOne(word)) {
        for (const candidate of index.get(key) ?? []) {
          if (candidate.charAt(0) !== word.charAt(0)) continue;
          const slips = slipsBetween(word, candidate, least);
          if (slips < least || (slips === least && slips <= allowed && best !== null && candidate < best)) {
            least = slips;
            best = candidate;
          }
        }
      }
      return best;
    },
  };
}

function withoutOne(word: string): string[] {
  const keys = [word];
  for (let at = 0; at < word.length; at++) keys.push(word.slice(0, at) + word.slice(at + 1));
  return keys;
}

/** Letters changed, left out, put in or swapped with the next; `limit` where it is that many or more. */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let twoAgo: number[] = [];
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let slips = Math.min((before[j] ?? limit) + 1, (row[j - 1] ?? limit) + 1, (before[j - 1] ?? limit) + same);
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        slips = Math.min(slips, (twoAgo[j - 2] ?? limit) + 1);
      row.push(slips);
      if (slips < least) least = slips;
    }
    if (least >= limit) return limit;
    twoAgo = before;
    before = row;
  }
  return Math.min(limit, before[b.length] ?? limit);
}
