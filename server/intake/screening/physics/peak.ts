// The peak of a heat or power flow lies at or over the mean of its hours.
import { note } from '../note.ts';
import type { UnitTable } from '../../../domain/units.ts';
import { HOURS_A_YEAR } from '../../../domain/unitsAnnual.ts';
import type { TableHead } from '../../table/types.ts';
import type { CheckLimits } from '../knowledge.ts';
import type { Check } from './check.ts';
import { megawatts, sideValue } from './statedPower.ts';

const IN_WORDS = /(?:maks|max|peak|topp)\D{0,10}?(\d+(?:[.,]\d+)?)\s*(MW|kW)\b/i;

export function peakCheck(limits: CheckLimits, units: UnitTable, head: TableHead): Check {
  return {
    row(row, say) {
      if (row.annual?.unit !== 'MWh' || row.annual.low <= 0) return;
      const told = row.others['power_max'];
      const inWords = told === undefined ? IN_WORDS.exec(row.quality ?? '') : null;
      const side =
        told !== undefined
          ? sideValue(told, 'power_max', head)
          : inWords === null
            ? null
            : { value: Number((inWords[1] ?? '').replace(',', '.')), unit: inWords[2] ?? '', header: '', found: inWords[0] };
      const peak = side === null ? null : megawatts(side, units);
      if (side === null || peak === null) return;
      const hours = row.hours ?? HOURS_A_YEAR;
      const mean = row.annual.low / hours;
      if (peak >= mean * (1 - limits.peakGap)) return;
      say(
        note('check.peak', 'warning', {
          sheet: row.sheet,
          line: row.line,
          header: side.header === '' ? null : side.header,
          found: side.found,
          values: {
            peak,
            mean: Number(mean.toPrecision(3)),
            energy: Number(row.annual.low.toPrecision(4)),
            hours,
            most: Number((peak * hours).toPrecision(4)),
          },
        }),
      );
    },
  };
}
