// Water that would be ice or steam, and kelvin written for °C.
import { note } from '../note.ts';
import { ABSOLUTE_ZERO } from '../../../domain/temperature.ts';
import type { CheckLimits } from '../knowledge.ts';
import type { Check } from './check.ts';

const WATER = /(?:vann|vatn|water)(?!\p{L})/iu;
const NOT_LIQUID = /damp|steam|is(?:\s|$)|ice|brine|lake|glykol|glycol|frys/i;

export function waterTemperatureCheck(limits: CheckLimits): Check {
  return {
    row(row, say) {
      if (row.temperature === null) return;
      const [low, high] =
        typeof row.temperature === 'number' ? [row.temperature, row.temperature] : [row.temperature.min, row.temperature.max];
      if ((low >= limits.waterLowest && high <= limits.waterHighest) || !WATER.test(row.words) || NOT_LIQUID.test(row.words)) return;
      const kelvin = high + ABSOLUTE_ZERO > 0 && high + ABSOLUTE_ZERO <= limits.waterHighest;
      say(
        note(kelvin ? 'check.water.kelvin' : 'check.water', 'warning', {
          sheet: row.sheet,
          line: row.line,
          found: low === high ? String(high) : `${low}–${high}`,
          values: { lowest: limits.waterLowest, highest: limits.waterHighest, celsius: Math.round(high + ABSOLUTE_ZERO) },
        }),
      );
    },
  };
}
