// Temperatures told in the words, and the class of a heat flow that they mean.
import type { TemperatureClass } from '../domain/lexicon.ts';

const TEMPERATURE =
  /(\d{1,4})(?:[.,]\d+)?\s*(?:(?:-|–|\/|til|to)\s*(\d{1,4}))?\s*(?:°\s*c?\b|º\s*c?\b|grader|grad\b|degrees|deg\b|(?<=\d\s?)c\b)/iu;

/** The hottest temperature the words tell, °C, or null: "85/55 °C" is 85. */
export function temperatureIn(words: string): number | null {
  const found = TEMPERATURE.exec(words);
  if (found === null) return null;
  const first = Number(found[1]);
  return found[2] === undefined ? first : Math.max(first, Number(found[2]));
}

/** The class of a medium at a temperature, or null. */
export const classAt = (classes: readonly TemperatureClass[], medium: string, at: number): string | null =>
  classes.find((one) => one.medium === medium && at >= one.from && at < one.to)?.resource ?? null;

/** The medium whose classes hold the node, or null. */
export const mediumOf = (classes: readonly TemperatureClass[], resource: string): string | null =>
  classes.find((one) => one.resource === resource)?.medium ?? null;
