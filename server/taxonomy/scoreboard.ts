// What a line's phrases score for each node: sums kept by number, set back after each line.
import type { Direction, ResourceGuess } from '../domain/flow.ts';
import type { LineWord, PhraseIndex } from './phraseIndex.ts';
import { WEIGHTS } from './weights.ts';

export type Score = { readonly resource: string; readonly value: number; readonly how: ResourceGuess['how'] };

export type Scoreboard = {
  /** Takes what a line says into account; may be called once for each language it may be in. */
  readonly take: (line: readonly LineWord[], direction: Direction | undefined, kind: string | null) => void;
  /** The nodes touched since the last call, each once, in no particular order; the board is empty again. */
  readonly collect: () => Score[];
};

const DIRECTION_BIT = { in: 1, out: 2 } as const;

export function createScoreboard(index: PhraseIndex): Scoreboard {
  const { phrases } = index;
  const numbers = new Map<string, number>();
  const resources: string[] = [];
  const nodeOf = Int32Array.from(phrases, ({ resource }) => {
    const held = numbers.get(resource);
    if (held !== undefined) return held;
    numbers.set(resource, resources.length);
    return resources.push(resource) - 1;
  });
  const weightOf = Float64Array.from(phrases, ({ weight }) => weight);
  const directions = Uint8Array.from(phrases, ({ direction }) => (direction === null ? 3 : DIRECTION_BIT[direction]));
  const kindLists = phrases.map(({ kinds }): readonly string[] | null => (kinds.length === 0 ? null : kinds));
  const best = new Float64Array(resources.length);
  const bestPhrase = new Int32Array(resources.length);
  let touched: number[] = [];

  return {
    take: (line, direction, kind) => {
      if (line.length === 0) return;
      const asked = direction === undefined ? 3 : DIRECTION_BIT[direction];
      const withoutHead = WEIGHTS.withoutHead[direction ?? 'out'];
      const hasHead = line.some((word) => word.head);
      index.search(line, LEAST_COVERED, (phrase, phraseCovered, lineCovered, headCovered, ownHeadCovered) => {
        if (((directions[phrase] ?? 3) & asked) === 0) return;
        const kinds = kindLists[phrase];
        if (kinds !== null && kinds !== undefined && !kinds.includes(kind ?? 'material')) return;
        const value =
          powerOf(PHRASE_POWERS, phraseCovered) *
          powerOf(LINE_POWERS, lineCovered) *
          (hasHead ? part(withoutHead, headCovered) : 1) *
          part(WEIGHTS.withoutOwnHead, ownHeadCovered) *
          (weightOf[phrase] ?? 1);
        const node = nodeOf[phrase] ?? 0;
        const before = best[node] ?? 0;
        if (value <= before) return;
        if (before === 0) touched.push(node);
        best[node] = value;
        bestPhrase[node] = phrase;
      });
    },
    collect: () => {
      const scores = touched.map((node) => {
        const value = best[node] ?? 0;
        best[node] = 0;
        return { resource: resources[node] ?? '', value, how: phrases[bestPhrase[node] ?? 0]?.how ?? 'name' };
      });
      touched = [];
      return scores;
    },
  };
}

/** A phrase covered less than this cannot reach the least score. */
const LEAST_COVERED = WEIGHTS.least ** (1 / WEIGHTS.phraseCovered);

/** Powers of shares in steps of 1/1000: the same for every line, and quicker than working each out. */
const STEPS = 1000;
const powersTo = (exponent: number): Float64Array => Float64Array.from({ length: STEPS + 1 }, (_, at) => (at / STEPS) ** exponent);
const PHRASE_POWERS = powersTo(WEIGHTS.phraseCovered);
const LINE_POWERS = powersTo(WEIGHTS.lineCovered);
const powerOf = (powers: Float64Array, share: number): number => powers[Math.round(Math.min(1, share) * STEPS)] ?? 0;

/** What a phrase keeps when a share of what should be covered is. */
const part = (least: number, covered: number): number => least + (1 - least) * covered;
