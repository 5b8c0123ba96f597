// At which least temperature difference does heat first run short? Below it a smaller difference saves nothing. Pure.
import { cascade } from '../../../server/heat/cascade.ts';
import { kelvin } from '../../../server/domain/temperature.ts';
import { streamsAt } from './streamsAt.ts';
import type { When } from './streamsAt.ts';
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';

/** More than this between the streams is nobody's exchanger, K. */
const FARTHEST = 200;
/** kW that count as a lack, as a share of the need. */
const NEGLIGIBLE = 1e-6;

/** K to a tenth; null where heat is short at any difference, or never is. */
export function firstLack(page: Pick<HeatPage, 'streams' | 'approach'>, when: When): number | null {
  const lacks = (approach: number): boolean => {
    const streams = streamsAt(page, when, approach);
    const need = streams.reduce((sum, one) => sum + (one.kind === 'cold' ? one.heat : 0), 0);
    return cascade(streams, kelvin(approach)).hotUtility > NEGLIGIBLE * need;
  };
  let [low, high] = [0, FARTHEST];
  if (lacks(low) || !lacks(high)) return null;
  while (high - low > 0.1) {
    const middle = (low + high) / 2;
    if (lacks(middle)) high = middle;
    else low = middle;
  }
  return high;
}
