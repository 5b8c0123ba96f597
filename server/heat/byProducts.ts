// When no use of the heat is in reach: what power or cold could it make? One line of verdict each.
import { ABSOLUTE_ZERO, type Celsius } from '../domain/temperature.ts';
import type { HeatParameters } from './parameters.ts';

export type OrcVerdict =
  | {
      readonly possible: true;
      /** Net, of the heat, 0..1. */ readonly efficiency: number;
      readonly power: number;
      readonly low: number;
      readonly high: number;
    }
  | { readonly possible: false; readonly because: 'tooCold'; /** K that the source lacks. */ readonly kelvin: number };

/** Power from heat by an organic Rankine cycle, kW: an efficiency on Carnot between source and cooling, less its exchangers. */
export function judgeOrc(source: Celsius, cooling: Celsius, heat: number, p: HeatParameters): OrcVerdict {
  const least = p.value('orc.source.min');
  if (source < least || source <= cooling) return { possible: false, because: 'tooCold', kelvin: Math.max(least, cooling) - source };
  const carnot = 1 - (cooling - ABSOLUTE_ZERO) / (source - ABSOLUTE_ZERO);
  const factor = p.range('orc.factor');
  const left = p.value('orc.exchanger') ** p.value('orc.exchangers');
  const of = (share: number): number => share * carnot * left * heat;
  return { possible: true, efficiency: factor.value * carnot * left, power: of(factor.value), low: of(factor.low), high: of(factor.high) };
}

/** Efficiency of the cycle before its exchangers, as suppliers quote it. */
export const orcCycle = (source: Celsius, cooling: Celsius, p: HeatParameters): number =>
  p.value('orc.factor') * (1 - (cooling - ABSOLUTE_ZERO) / (source - ABSOLUTE_ZERO));

export type AbsorptionVerdict =
  | {
      readonly possible: true;
      readonly effect: 'half' | 'single' | 'double';
      readonly cop: number;
      readonly cold: number;
      readonly electricity: number;
    }
  | { readonly possible: false; readonly because: 'tooCold'; readonly kelvin: number };

/** Cold from heat by absorption, kW: half effect from 70 °C, single from 85 °C, double from 150 °C. */
export function judgeAbsorption(source: Celsius, heat: number, p: HeatParameters): AbsorptionVerdict {
  const least = p.value('absorption.driving.min');
  if (source < least) return { possible: false, because: 'tooCold', kelvin: least - source };
  const effect =
    source >= p.value('absorption.double.driving.min') ? 'double' : source >= p.value('absorption.driving.single') ? 'single' : 'half';
  const cop = p.value(effect === 'double' ? 'absorption.double.cop' : effect === 'single' ? 'absorption.cop' : 'absorption.half.cop');
  const cold = cop * heat;
  return { possible: true, effect, cop, cold, electricity: p.value('absorption.electricity') * cold };
}
