// Where would a heat pump help? Only across the pinch: it takes heat that must be cooled away below, and gives it where heat is lacking above.
import { onShiftedScale } from '../domain/temperature.ts';
import type { Celsius } from '../domain/temperature.ts';
import type { Cascade } from './cascade.ts';
import { grandComposite, type CurvePoint } from './curves.ts';
import { judgePump, type Cop, type PumpWarning } from './heatPump.ts';
import type { HeatRules } from './parameters.ts';

export type PumpPlace = {
  /** Shifted temperatures between which it works, °C. */
  readonly source: Celsius;
  readonly sink: Celsius;
  readonly cop: Cop;
  readonly warnings: readonly PumpWarning[];
  /** kW: hot utility saved, cold utility saved, electricity spent. */
  readonly delivered: number;
  readonly taken: number;
  readonly electricity: number;
  /** NOK an hour by the prices of data/: the heat replaced less the electricity. */
  readonly worth: number;
};

/** Heat that a side of the curve holds up to a point: least heat from there on to the far end, so that pockets serve themselves. */
const envelope = (side: readonly CurvePoint[]): readonly CurvePoint[] => {
  let least = Number.POSITIVE_INFINITY;
  return side
    .toReversed()
    .map((point) => ({ temperature: point.temperature, heat: (least = Math.min(least, point.heat)) }))
    .reverse();
};

/**
 * The heat pump across the (hottest and coldest) pinch that saves most; null where nothing is lacking above or left below, or none pays. Levels are
 * those of the curve: between two of them nothing turns.
 */
export function pumpAcrossPinch(targets: Cascade, p: HeatRules): PumpPlace | null {
  const [top, bottom] = [targets.pinches[0], targets.pinches.at(-1)];
  if (top === undefined || bottom === undefined || targets.hotUtility <= 0 || targets.coldUtility <= 0) return null;
  const curve = grandComposite(targets);
  const above = envelope(curve.filter((point) => point.temperature > top.shifted).reverse());
  const below = envelope(curve.filter((point) => point.temperature < bottom.shifted));
  let best: PumpPlace | null = null;
  for (const sink of above)
    for (const source of below) {
      const temperatures = {
        sourceIn: onShiftedScale(source.temperature),
        sourceOut: onShiftedScale(source.temperature),
        sinkIn: onShiftedScale(sink.temperature),
        sinkOut: onShiftedScale(sink.temperature),
      };
      const verdict = judgePump(temperatures, p);
      if (!verdict.possible || !(sink.heat > 0) || !(source.heat > 0)) continue;
      const cop = verdict.cop.value;
      const delivered = Math.min(sink.heat, (source.heat * cop) / (cop - 1));
      const electricity = delivered / cop;
      const worth = (delivered * p.value('price.alternative') - electricity * p.value('price.electricity')) / 1000;
      if (worth > (best?.worth ?? 0) * (1 + 1e-9))
        best = {
          source: onShiftedScale(source.temperature),
          sink: onShiftedScale(sink.temperature),
          cop: verdict.cop,
          warnings: verdict.warnings,
          delivered,
          taken: delivered - electricity,
          electricity,
          worth,
        };
    }
  return best;
}
