// Does the surplus come when the need is there?
import type { MonthProfile } from '../../domain/flow.ts';
import { judged, type Check } from '../pair.ts';

/** Share of the year's amounts that falls in the same months, 0..1. */
export const overlapOf = (a: MonthProfile, b: MonthProfile): number =>
  a.reduce((sum, share, month) => sum + Math.min(share, b[month] ?? 0), 0);

const UNKNOWN = judged('time', 'unknown', 'time.unknown');

/** Materials wait in a store; heat, steam, power, cold and piped water and gas do not. */
export const checkTime: Check = ({ surplus, need, carrier }, { settings }) => {
  if (surplus.profile === null || need.profile === null) return UNKNOWN;
  const overlap = overlapOf(surplus.profile, need.profile);
  const least = settings['time.least'];
  if (overlap >= settings['time.good']) return judged('time', 'pass', 'time.together', { share: overlap });
  if (overlap >= least || carrier === 'material' || carrier === 'service') return judged('time', 'warn', 'time.partly', { share: overlap });
  return judged(
    'time',
    'fail',
    'time.apart',
    { share: overlap, least },
    {
      gap: { value: least - overlap, unit: 'share of the year' },
      change: { field: 'profile', flow: surplus.id, from: overlap, to: least, unit: 'share of the year' },
    },
  );
};
