// What a drill is: something breaks, many times, in a folder of its own; figures for a person, faults for the exit code.
export type Drilled = { readonly figures: Readonly<Record<string, string | number>>; readonly faults: readonly string[] };
export type Drill = { readonly what: string; readonly run: (folder: string) => Promise<Drilled> };

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
