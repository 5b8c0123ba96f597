// Temperatures in cells (`ca 60`, `60-80`, `85/55 °C`) and in words ("Varmtvann 85/55 °C").
import { ABSOLUTE_ZERO, celsius } from '../../domain/temperature.ts';
import type { Celsius } from '../../domain/temperature.ts';
import type { TemperatureStated } from '../../domain/flow.ts';
import type { Stated } from '../../domain/quantity.ts';

/** `asked`: why a person should look. */
export type TemperatureReading = {
  readonly temperature: TemperatureStated | null;
  readonly back: Celsius | null;
  readonly asked: 'kelvin' | 'fahrenheit' | 'bound' | 'unit' | 'impossible' | null;
};

export const NO_TEMPERATURE: TemperatureReading = { temperature: null, back: null, asked: null };

type Scale = 'C' | 'K' | 'F';

/** The scale that a unit names; `C` where none is named, null where it is no scale of temperature. */
export function scaleOf(unit: string): Scale | null {
  const plain = unit
    .trim()
    .replace(/[()[\].]/g, '')
    .trim();
  if (plain === '' || /^(?:[°ºo˚]?\s?C|[°º˚]|grader(?: C(?:elsius)?)?|celsius|deg\.?\s?C?|gr\.?(?: C)?)$/i.test(plain)) return 'C';
  if (/^(?:K|kelvin)$/i.test(plain)) return 'K';
  if (/^(?:[°º]?\s?F|fahrenheit)$/i.test(plain)) return 'F';
  return null;
}

const toCelsius = (value: number, scale: Scale): number =>
  scale === 'C' ? value : Number((scale === 'K' ? value + ABSOLUTE_ZERO : (value - 32) / 1.8).toFixed(2));

/** A stated number with the unit behind it as a temperature. */
export function temperatureOf(stated: Stated, unit: string): TemperatureReading {
  const scale = scaleOf(unit);
  if (scale === null) return { ...NO_TEMPERATURE, asked: 'unit' };
  const asked =
    scale === 'K'
      ? 'kelvin'
      : scale === 'F'
        ? 'fahrenheit'
        : 'less_than' in stated || 'more_than' in stated || 'at_most' in stated
          ? 'bound'
          : null;
  const ends = 'min' in stated ? [stated.min, stated.max] : [Object.values(stated)[0] ?? Number.NaN];
  const [from = Number.NaN, to = from] = ends.map((value) => toCelsius(value, scale));
  if (!(from >= ABSOLUTE_ZERO) || !(to >= ABSOLUTE_ZERO)) return { ...NO_TEMPERATURE, asked: 'impossible' };
  return {
    temperature: from === to ? celsius(from) : { min: celsius(Math.min(from, to)), max: celsius(Math.max(from, to)) },
    back: null,
    asked,
  };
}

const N = '([-−]?\\s?\\d{1,4}(?:[.,]\\d{1,2})?)';
const DEG = '(?:\\s*(?:[°º˚]\\s*C?|grader(?:\\s+celsius)?\\b|gr\\.?\\s?C\\b|C\\b))';
const PAIR = new RegExp(`${N}${DEG}?\\s*/\\s*${N}${DEG}`, 'i');
const IN_OUT = new RegExp(
  `(?:inn|in|tur|supply|fra|from)\\s*${N}(?:\\s*[-–]\\s*${N})?${DEG}?[,;]?\\s*(?:og|and)?\\s*(?:ut|out|retur|return|til|to)\\s*${N}${DEG}`,
  'i',
);
const SPAN = new RegExp(`${N}${DEG}?\\s*(?:-|–|—|til|to|\\.\\.)\\s*${N}${DEG}`, 'i');
const ALONE = new RegExp(`${N}${DEG}`, 'i');

const SUPPLY_AND_RETURN = new RegExp(
  `^\\s*(?:tur|turtemp(?:eratur)?|supply)\\.?:?\\s*${N}${DEG}?\\s*[,;/–-]?\\s*(?:og\\s+|and\\s+)?(?:retur(?:temp(?:eratur)?)?|return)\\.?:?\\s*${N}${DEG}?\\s*$`,
  'i',
);

/** `85/55`, `tur 85 retur 55`: supply and return in one cell. */
export function readPair(text: string): TemperatureReading | null {
  const m = /^\s*(?:ca\.?\s*)?([-−]?\d+(?:[.,]\d+)?)\s*(?:°\s?C)?\s*\/\s*([-−]?\d+(?:[.,]\d+)?)\s*(?:[°º]?\s?C|grader)?\s*$/i.exec(text);
  if (m) return pair(number(m[1]), number(m[2]));
  const named = SUPPLY_AND_RETURN.exec(text);
  return named ? pair(number(named[1]), number(named[2])) : null;
}

/** Temperatures told in the words of a flow; nothing where no degree sign or word makes it certain. */
export function temperatureInWords(text: string): TemperatureReading {
  if (!/[°º˚]|grader/i.test(text)) return NO_TEMPERATURE;
  const through = IN_OUT.exec(text);
  if (through) {
    const from = number(through[1]);
    const upper = through[2] === undefined ? from : number(through[2]);
    const reading = pair(upper, number(through[3]));
    return reading.temperature === null || from === upper ? reading : { ...reading, temperature: span(from, upper) };
  }
  const two = PAIR.exec(text);
  if (two) return pair(number(two[1]), number(two[2]));
  const range = SPAN.exec(text);
  if (range) {
    // "opp til 70 °C" holds no lower end, and a minus behind "70-" is no sign.
    const [from, to] = [number(range[1]), number(range[2])];
    if (inReach(from) && inReach(to)) return { temperature: from === to ? celsius(from) : span(from, to), back: null, asked: null };
  }
  const one = ALONE.exec(text);
  const value = one ? number(one[1]) : Number.NaN;
  return inReach(value) ? { temperature: celsius(value), back: null, asked: null } : NO_TEMPERATURE;
}

const number = (text: string | undefined): number => Number((text ?? '').replace('−', '-').replace(/\s/g, '').replace(',', '.'));
const inReach = (value: number): boolean => Number.isFinite(value) && value >= ABSOLUTE_ZERO;
const span = (one: number, other: number): TemperatureStated => ({
  min: celsius(Math.min(one, other)),
  max: celsius(Math.max(one, other)),
});
function pair(supply: number, back: number): TemperatureReading {
  if (!inReach(supply) || !inReach(back)) return NO_TEMPERATURE;
  return { temperature: celsius(supply), back: celsius(back), asked: null };
}
