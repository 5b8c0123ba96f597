// The temperatures of a row: from their columns, else from the words.
import type { TemperatureStated } from '../../domain/flow.ts';
import type { Celsius } from '../../domain/temperature.ts';
import type { RawRecord } from '../table/types.ts';
import type { CellContext } from './cellContext.ts';
import { memo } from './memo.ts';
import { NO_TEMPERATURE, readPair, temperatureInWords, temperatureOf } from './temperatures.ts';
import type { TemperatureReading } from './temperatures.ts';

export type RowTemperatures = { readonly temperature: TemperatureStated | null; readonly back: Celsius | null };

const showTemperature = (temperature: TemperatureStated | null): string =>
  temperature === null ? '' : typeof temperature === 'number' ? String(temperature) : `${temperature.min}–${temperature.max}`;

/** `WORDS`, `QUALITY`: columns of the texts that may tell a temperature. */
export function createTemperatureCells(
  { setup: { head, mapping, knowledge }, col, say, numberIn }: CellContext,
  WORDS: number,
  QUALITY: number,
) {
  const [TEMP, BACK, TEMP_MIN, TEMP_MAX, NEEDED] = [
    col('temperature'),
    col('temperature_return'),
    col('temperature_min'),
    col('temperature_max'),
    col('temperature_needed'),
  ];
  /** Kept as text: without a return it is not told which of the two is the flow's. */
  const INLET = BACK === -1 ? col('other:temperature_in') : -1;
  const toldTemperature = TEMP !== -1 || TEMP_MIN !== -1 || TEMP_MAX !== -1 || NEEDED !== -1;
  const wordsTemperature = memo(temperatureInWords);

  function temperatureIn(cells: readonly string[], record: RawRecord, i: number): TemperatureReading {
    const text = cells[i];
    if (i === -1 || text === undefined || text === '' || text.trim() === '') return NO_TEMPERATURE;
    const two = readPair(text);
    if (two !== null) return checked(two, i, text);
    const number = numberIn(cells, record, i, true);
    if (number === null) return NO_TEMPERATURE;
    const unit = number.rest !== '' ? number.rest : (mapping.units[i] ?? '');
    return checked(temperatureOf(number.stated, unit), i, text);
  }

  function checked(reading: TemperatureReading, i: number, text: string): TemperatureReading {
    const { asked, temperature } = reading;
    if (asked === 'impossible') say('temperature.impossible', 'warning', i, text);
    else if (asked === 'unit') say('temperature.unit', 'warning', i, text);
    else if (asked === 'kelvin' || asked === 'fahrenheit')
      say('temperature.scale', 'warning', i, text, { scale: asked === 'kelvin' ? 'K' : '°F', celsius: showTemperature(temperature) });
    else if (asked === 'bound') say('temperature.bound', 'info', i, text);
    if (temperature !== null) {
      const [low, high] = typeof temperature === 'number' ? [temperature, temperature] : [temperature.min, temperature.max];
      if (low < knowledge.limits.temperatureLowest || high > knowledge.limits.temperatureHighest)
        say('temperature.range', 'warning', i, text, {
          lowest: knowledge.limits.temperatureLowest,
          highest: knowledge.limits.temperatureHighest,
        });
    }
    return reading;
  }

  function temperaturesOf(
    cells: readonly string[],
    record: RawRecord,
    words: string,
    quality: string | null,
  ): { temperature: TemperatureStated | null; back: Celsius | null } {
    let reading = NO_TEMPERATURE;
    if (toldTemperature) {
      reading = temperatureIn(cells, record, TEMP);
      if (reading.temperature === null && (TEMP_MIN !== -1 || TEMP_MAX !== -1)) {
        const [low, high] = [temperatureIn(cells, record, TEMP_MIN).temperature, temperatureIn(cells, record, TEMP_MAX).temperature];
        if (typeof low === 'number' && typeof high === 'number' && low < high)
          reading = { ...NO_TEMPERATURE, temperature: { min: low, max: high } };
        else reading = { ...NO_TEMPERATURE, temperature: high ?? low };
      }
      if (reading.temperature === null && NEEDED !== -1) reading = temperatureIn(cells, record, NEEDED);
    }
    const inlet = INLET === -1 ? '' : (cells[INLET] ?? '').trim();
    if (inlet !== '' && inlet !== (cells[TEMP] ?? '').trim()) {
      const used = showTemperature(reading.temperature);
      const from = [TEMP, TEMP_MAX, TEMP_MIN, NEEDED].find((i) => i !== -1 && (cells[i] ?? '').trim() !== '') ?? -1;
      if (used === '') say('temperature.inOnly', 'warning', INLET, inlet);
      else say('temperature.inOut', 'warning', INLET, inlet, { used, other: head.headers[from]?.trim() ?? '' });
    }
    let { back } = reading;
    if (BACK !== -1) {
      const told = temperatureIn(cells, record, BACK).temperature;
      back = told === null ? back : typeof told === 'number' ? told : told.min;
    }
    const blank = !toldTemperature || [TEMP, TEMP_MIN, TEMP_MAX, NEEDED].every((i) => i === -1 || (cells[i] ?? '').trim() === '');
    if (reading.temperature === null && blank) {
      const inWords = wordsTemperature(words);
      const inQuality = quality === null ? NO_TEMPERATURE : wordsTemperature(quality);
      // Supply and return say more than the range that the words give.
      const told = inWords.temperature === null || (inWords.back === null && inQuality.back !== null) ? inQuality : inWords;
      if (told.temperature !== null) {
        say('temperature.words', 'info', told === inWords ? WORDS : QUALITY, told === inWords ? words : quality, {
          celsius: showTemperature(told.temperature),
        });
        return { temperature: told.temperature, back: back ?? told.back };
      }
    }
    return { temperature: reading.temperature, back };
  }

  return temperaturesOf;
}
