// Which colour stands for what? One table for resources that everybody pictures alike; the rest by name, so that the same set of names always
// gets the same colours, whatever the order or amounts.
import { byText } from '../sortText.ts';

/** Plain hues in `palette.ts`. */
export const HUES = 8;
/** Second cues: none, lines, dots, crossed lines. */
export const TEXTURES = ['plain', 'lines', 'dots', 'cross'] as const;
export type Texture = (typeof TEXTURES)[number];

export type Colour = { readonly slot: string; readonly texture: Texture };

/** Words of a resource and the hue that readers expect: blue water, yellow power, red heat, green wood. Where one is used up, its neighbour. */
const EXPECTED: readonly { readonly hues: readonly number[]; readonly words: RegExp }[] = [
  { hues: [0, 7], words: /vann|vatn|water|kjøl|cool/i },
  { hues: [1], words: /varme|heat|damp|steam|hot/i },
  { hues: [2], words: /\bel\b|strøm|elektr|power|electric|kraft/i },
  { hues: [3], words: /tre\b|trevirke|flis|bark|ved\b|wood|bio|skog|tømmer|timber/i },
  { hues: [4], words: /gass|gas\b|olje|oil|kull|coal|diesel|fossil/i },
  { hues: [5], words: /slam|avfall|waste|sludge|aske|ash/i },
];

/** Slot of every key. Slots are `c0`..`c7` with a texture for the second round, or `t0`..`t7` for temperatures. */
export function coloursOf(keys: readonly string[]): ReadonlyMap<string, Colour> {
  // The plainest word gets the plain colour: heat before heat from CO2.
  const sorted = [...new Set(keys)].sort((a, b) => a.length - b.length || byText(a, b));
  const taken = new Map<number, number>();
  const result = new Map<string, Colour>();
  const give = (key: string, hue: number): void => {
    const round = taken.get(hue) ?? 0;
    taken.set(hue, round + 1);
    result.set(key, { slot: `c${hue}`, texture: TEXTURES[round % TEXTURES.length] ?? 'plain' });
  };
  const rest: string[] = [];
  for (const key of sorted) {
    const hue = EXPECTED.flatMap(({ words, hues }) => (words.test(key) ? hues : [])).find((one) => (taken.get(one) ?? 0) < TEXTURES.length);
    if (hue === undefined) rest.push(key);
    else give(key, hue);
  }
  for (const key of rest) {
    const least = [...Array(HUES).keys()].sort((a, b) => (taken.get(a) ?? 0) - (taken.get(b) ?? 0) || a - b)[0] ?? 0;
    give(key, least);
  }
  return result;
}

export const NO_COLOUR: Colour = { slot: 'none', texture: 'plain' };
