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

export type Said = { readonly code: number | null; readonly out: string; readonly err: string };

/** Whether a command with `--json` refused as it must: one sentence for a person and the same as JSON, and not that something went wrong inside. */
export function refusal({ code, out, err }: Said): string | null {
  if (code !== 1 || err.trim().split('\n').length !== 1) return null;
  let told: unknown;
  try {
    told = JSON.parse(out);
  } catch {
    return null;
  }
  if (typeof told !== 'object' || told === null || !('error' in told)) return null;
  const { error } = told;
  if (typeof error !== 'object' || error === null || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code === 'internal' ? null : error.code;
}
