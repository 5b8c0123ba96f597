// Is there enough to be worth moving, and does it count against the need?
import type { Flow } from '../../domain/flow.ts';
import type { Annual } from '../../domain/estimate.ts';
import { judged, type Check } from '../pair.ts';
import type { Settings } from '../settings.ts';

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

/** The least amount a year of the flow that is worth an agreement, in its own unit. */
export const leastLot = (flow: Flow, settings: Settings): number => settings[lotName(flow)];

export const checkVolume: Check = ({ surplus, need }, { settings }) => {
  if (surplus.annual === null || need.annual === null) return judged('volume', 'unknown', 'volume.unknown');
  const given = likelyOf(surplus.annual);
  const taken = likelyOf(need.annual);
  const unit = surplus.annual.unit;
  const short = [
    { flow: surplus, amount: given },
    { flow: need, amount: taken },
  ].filter(({ flow, amount }) => amount < leastLot(flow, settings));
  const [first, second] = short;
  if (first !== undefined) {
    const least = leastLot(first.flow, settings);
    const lotUnit = first.flow.annual?.unit ?? unit;
    const change = { field: 'quantity', flow: first.flow.id, from: first.amount, to: least, unit: lotUnit };
    return judged(
      'volume',
      'fail',
      'volume.belowLot',
      { amount: first.amount, least, unit: lotUnit },
      // Where both are too small no single change helps.
      { gap: { value: least - first.amount, unit: lotUnit }, change: second === undefined ? change : null },
    );
  }
  if (unit !== need.annual.unit) return judged('volume', 'unknown', 'volume.otherUnit', { surplus: unit, need: need.annual.unit });
  if (given < settings['volume.leastShare'] * taken) return judged('volume', 'warn', 'volume.small', { share: given / taken, unit });
  return judged('volume', 'pass', 'volume.enough', { given, taken, unit });
};
