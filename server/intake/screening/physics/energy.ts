// The energy of a water flow against mass, heat capacity and the fall in temperature.
import { note } from '../note.ts';
import type { UnitTable } from '../../../domain/units.ts';
import { annualFactor } from '../../../domain/unitsAnnual.ts';
import { isProblem, parseUnit } from '../../../domain/unitsParse.ts';
import type { TableHead } from '../../table/types.ts';
import type { CheckLimits } from '../knowledge.ts';
import type { Check } from './check.ts';
import { sideValue } from './statedPower.ts';

const WATER = /vann|vatn|water|fjernvarme|district heat|kondensat|condensate/i;
/** kJ in a MWh. */
const KJ_PER_MWH = 3.6e6;

export function energyCheck(limits: CheckLimits, units: UnitTable, head: TableHead): Check {
  return {
    row(row, say) {
      const told = row.others['mass_flow'];
      if (told === undefined || row.annual?.unit !== 'MWh' || row.temperatureReturn === null || typeof row.temperature !== 'number') return;
      if (!WATER.test(`${row.others['medium'] ?? ''} ${row.words}`)) return;
      const side = sideValue(told, 'mass_flow', head);
      const meaning = side === null ? null : parseUnit(side.unit, units);
      if (side === null || meaning === null || isProblem(meaning)) return;
      const factor = annualFactor(meaning, { hours: row.hours, days: null, dryShare: null });
      if ('needs' in factor || (factor.unit !== 't' && factor.unit !== 'm3')) return;
      const tonnes = side.value * factor.factor * (factor.unit === 'm3' ? limits.densityWater : 1);
      const drop = Math.abs(row.temperature - row.temperatureReturn);
      const expected = (tonnes * 1000 * limits.cpWater * drop) / KJ_PER_MWH;
      const [low, high] = [row.annual.low, row.annual.high ?? row.annual.low];
      if (!(expected > 0) || (low <= expected * (1 + limits.energyGap) && high >= expected * (1 - limits.energyGap))) return;
      say(
        note('check.energy', 'warning', {
          sheet: row.sheet,
          line: row.line,
          header: side.header,
          found: side.found,
          values: {
            energy: Number((row.annual.likely ?? low).toPrecision(4)),
            expected: Number(expected.toPrecision(4)),
            drop,
            share: Math.round(limits.energyGap * 100),
          },
        }),
      );
    },
  };
}
