// Temperatures and pressures told in the words, and the class of a heat flow that they mean.
import type { Direction } from '../domain/flow.ts';
import type { TemperatureClass } from '../domain/lexicon.ts';
import type { Scores } from './classifier.ts';
import { WEIGHTS } from './weights.ts';

const TEMPERATURE =
  /(\d{1,4})(?:[.,]\d+)?\s*(?:(-|–|\/|til|to)\s*(\d{1,4}))?\s*(?:°\s*c?\b|º\s*c?\b|grader|grad\b|degrees|deg\b|(?<=\d\s?)c\b)/iu;
const PRESSURE = /(\d{1,3})(?:[.,]\d+)?\s*-?\s*bar(?:s|a|g|\(g\))?\b/iu;

/** The temperature the words tell, °C, or null: of flow and return ("85/55 °C") the hotter, of a range ("30-40 °C") the middle. */
export function temperatureIn(words: string): number | null {
  const found = TEMPERATURE.exec(words);
  if (found === null) return null;
  const first = Number(found[1]);
  if (found[3] === undefined) return first;
  const second = Number(found[3]);
  return found[2] === '/' ? Math.max(first, second) : (first + second) / 2;
}

/** The pressure the words tell, bar, or null. */
export function pressureIn(words: string): number | null {
  const found = PRESSURE.exec(words);
  return found === null ? null : Number(found[1]);
}

export type HeatClasses = {
  /** A told temperature or pressure moves a flow to its class; the other classes of the medium give way. */
  readonly apply: (scores: Scores, words: string, digits: boolean, temperature: number | null, direction: Direction | undefined) => void;
};

/** Media: `gas` and `water` by °C; `steam` (given) and `steam need` (taken) by bar. */
export function createHeatClasses(classes: readonly TemperatureClass[]): HeatClasses {
  const mediumOf = new Map(classes.map(({ resource, medium }) => [resource, medium]));
  const classAt = (medium: string, at: number): string | null =>
    classes.find((one) => one.medium === medium && at >= one.from && at < one.to)?.resource ?? null;
  return {
    apply: (scores, words, digits, temperature, direction) => {
      if (!digits && temperature === null) return;
      const best = bestOf(scores);
      if (best === null) return;
      const medium = mediumOf.get(best.resource) ?? UNNAMED.find(({ begins }) => best.resource.startsWith(begins))?.medium;
      if (medium === undefined || (medium === 'water' && direction === 'in')) return;
      const at = medium.startsWith('steam') ? pressureIn(words) : (temperature ?? temperatureIn(words));
      if (at === null) return;
      const right = classAt(medium === 'steam' && direction === 'in' ? 'steam need' : medium, at);
      if (right === null) return;
      for (const [resource, score] of scores)
        if (resource !== right && mediumOf.get(resource) === medium) score.value *= WEIGHTS.otherClass;
      if (best.resource !== right) best.score.value = Math.min(best.score.value, best.value * WEIGHTS.lessExact);
      scores.set(right, { value: best.value, how: scores.get(right)?.how ?? best.score.how });
    },
  };
}

/** Nodes of steam, and of water whose heat is worth as much, that no class names: by their beginning. */
const UNNAMED = [
  { begins: 'en.heat.steam', medium: 'steam' },
  { begins: 'wat.cooling', medium: 'water' },
  { begins: 'wat.waste.hot', medium: 'water' },
  { begins: 'en.need.steam', medium: 'steam need' },
  { begins: 'en.need.process', medium: 'steam need' },
] as const;

type Best = { readonly resource: string; readonly value: number; readonly score: Score };
type Score = Scores extends Map<string, infer Value> ? Value : never;

function bestOf(scores: Scores): Best | null {
  let best: Best | null = null;
  for (const [resource, score] of scores) if (best === null || score.value > best.value) best = { resource, value: score.value, score };
  return best;
}
