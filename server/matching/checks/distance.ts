// Is it near enough to be worth moving?
import { judged, type Check } from '../pair.ts';

export const checkDistance: Check = ({ distanceKm, carrier, need }, { settings }) => {
  if (distanceKm === null) return judged('distance', 'unknown', 'distance.unknown');
  const reach = settings[`reach.${carrier}`];
  if (distanceKm <= reach) return judged('distance', 'pass', 'distance.near', { km: distanceKm });
  if (carrier === 'material') return judged('distance', 'warn', 'distance.longHaul', { km: distanceKm, reach });
  return judged(
    'distance',
    'fail',
    `distance.tooFar.${carrier}`,
    { km: distanceKm, reach },
    {
      gap: { value: distanceKm - reach, unit: 'km' },
      change: { field: 'distance', flow: need.id, from: distanceKm, to: reach, unit: 'km' },
    },
  );
};
