// Is the surplus hot enough, or can a heat pump make it so?
import { celsius } from '../../domain/temperature.ts';
import type { TemperatureStated } from '../../domain/flow.ts';
import { judged, type Check } from '../pair.ts';

/** Where a span is stated: its hot end for a surplus, its hot end for a need too, since both name the supply. */
export const supplyOf = (stated: TemperatureStated | null): number | null =>
  stated === null ? null : typeof stated === 'number' ? stated : celsius(stated.max);

const NO_HEAT = judged('temperature', 'pass', 'temperature.notHeat');
const UNKNOWN = judged('temperature', 'unknown', 'temperature.unknown');

export const checkTemperature: Check = ({ heat, surplus, need }) => {
  if (heat === null) return NO_HEAT;
  if (heat.kind === 'unknown') return UNKNOWN;
  if (heat.kind === 'heatPump') return judged('temperature', 'warn', 'temperature.heatPump', { lift: heat.lift, cop: heat.cop });
  if (heat.kind === 'direct') {
    return heat.share > 0.999
      ? judged('temperature', 'pass', 'temperature.direct', { drop: heat.drop })
      : judged('temperature', 'warn', 'temperature.preheats', { share: heat.share });
  }
  const change =
    heat.surplusAt !== null
      ? { field: 'temperature', flow: surplus.id, from: supplyOf(surplus.temperature), to: heat.surplusAt, unit: '°C' }
      : heat.needAt !== null
        ? { field: 'temperature', flow: need.id, from: supplyOf(need.temperature), to: heat.needAt, unit: '°C' }
        : null;
  const gap = { value: heat.gap, unit: 'K' };
  return judged('temperature', 'fail', `temperature.${heat.because}`, { gap: heat.gap }, { gap, change });
};
