// Is there enough to be worth moving, and does it count against the need?
import type { Flow } from '../../domain/flow.ts';
import type { Annual } from '../../domain/estimate.ts';
import { judged, type Check } from '../pair.ts';

/** The likely amount; the low end where the flow has no upper bound. */
export const likelyOf = (annual: Annual): number => annual.likely ?? annual.low;

const lotName = (flow: Flow): 'lot.mass' | 'lot.volume' | 'lot.energy' | 'lot.count' => {
  switch (flow.annual?.unit) {
    case 'MWh':
      return 'lot.energy';
    case 't':
      return 'lot.mass';
    case 'pcs':
    case 'h':
      return 'lot.count';
    default:
      return 'lot.volume';
  }
};

export const checkVolume: Check = ({ surplus, need }, { settings }) => {
  if (surplus.annual === null || need.annual === null) return judged('volume', 'unknown', 'volume.unknown');
  const given = likelyOf(surplus.annual);
  const taken = likelyOf(need.annual);
  const unit = surplus.annual.unit;
  for (const [flow, amount] of [
    [surplus, given],
    [need, taken],
  ] as const) {
    const least = settings[lotName(flow)];
    if (amount >= least) continue;
    const flowUnit = flow.annual?.unit ?? unit;
    return judged(
      'volume',
      'fail',
      'volume.belowLot',
      { amount, least, unit: flowUnit },
      {
        gap: { value: least - amount, unit: flowUnit },
        change: { field: 'quantity', flow: flow.id, from: amount, to: least, unit: flowUnit },
      },
    );
  }
  if (unit !== need.annual.unit) return judged('volume', 'unknown', 'volume.otherUnit', { surplus: unit, need: need.annual.unit });
  if (given < settings['volume.leastShare'] * taken) return judged('volume', 'warn', 'volume.small', { share: given / taken, unit });
  return judged('volume', 'pass', 'volume.enough', { given, taken, unit });
};
