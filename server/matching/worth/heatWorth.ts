// What an exchange of heat or cold is worth: the heat replaced, less pipe, exchangers, pumping and a heat pump's power.
import type { Pair } from '../pair.ts';
import type { MatchKnowledge } from '../knowledge.ts';
import { drawFactor } from './draws.ts';
import type { Ledger } from './ledger.ts';
import { annuity, emptyWorth, type Worth } from './materialWorth.ts';
import type { WorthTable } from './worthTable.ts';

/** Amounts in MWh a year. Null where a factor is missing. */
export function heatWorth(pair: Pair, pipeId: string, { sample, worth }: MatchKnowledge, ledger: Ledger): Worth | null {
  const cold = pair.carrier === 'pipe';
  const get = (id: string, what: string): Float64Array | null => {
    const factor = worth.factor(id);
    if (factor === null) return null;
    ledger.factor(what, factor);
    return Float64Array.from(drawFactor(factor, sample));
  };
  const price = get(cold ? 'alt.cold' : 'alt.heat.default', 'assume.replaced');
  const kg = get(cold ? 'alt.co2.cold' : 'alt.co2.default', 'assume.replaced');
  const pipe = get(pair.carrier === 'steam' ? 'pipe.cost.steam' : pipeId, 'assume.pipe');
  const [exchanger, fixed, hours] = [
    get('capex.exchanger', 'assume.exchanger'),
    get('capex.exchanger.fixed', 'assume.exchanger'),
    get('hours.process', 'assume.hours'),
  ];
  const [rate, life, om] = [get('econ.rate', 'assume.setup'), get('econ.life.pipe', 'assume.setup'), get('econ.om.fixed', 'assume.setup')];
  const [winding, pumping, power, powerCo2] = [
    get('transport.winding', 'assume.winding'),
    get('pump.dh', 'assume.pump'),
    get('price.el.delivered', 'assume.power'),
    get('co2.el.no.default', 'assume.power'),
  ];
  if (!price || !kg || !pipe || !exchanger || !fixed || !hours || !rate || !life || !om || !winding || !pumping || !power || !powerCo2)
    return null;
  const lifted = pumpOf(pair);
  const machine = lifted === null ? null : get('capex.hp', 'assume.heatPump');
  const made = emptyWorth(sample.size);
  for (let i = 0; i < sample.size; i++) {
    const electricity = (pumping[i] ?? 0) / 1000 + (lifted === null ? 0 : 1 / lifted);
    const share = annuity((rate[i] ?? 0) / 100, life[i] ?? 1) + (om[i] ?? 0) / 100;
    const perMwh = (1000 / (hours[i] ?? 1)) * ((exchanger[i] ?? 0) + (machine?.[i] ?? 0));
    made.nokPerUnit[i] = (price[i] ?? 0) - electricity * (power[i] ?? 0) - perMwh * share;
    made.kgPerUnit[i] = (kg[i] ?? 0) - electricity * (powerCo2[i] ?? 0);
    made.nokPerYear[i] = -(fixed[i] ?? 0) * share;
    made.nokPerYearKm[i] = 1000 * (winding[i] ?? 1) * (pipe[i] ?? 0) * share;
  }
  return made;
}

const SIZES = ['dn50', 'dn100', 'dn200'] as const;

/** The pipe that carries the likely amount when a process runs on: rows `pipe.cap.*` and `hours.process` of data/factors.csv. */
export function pipeFor(mwh: number, worth: WorthTable): string {
  const mw = mwh / worth.value('hours.process');
  return `pipe.cost.${SIZES.find((size) => mw <= worth.value(`pipe.cap.${size}`)) ?? 'dn300'}`;
}

/** COP of the heat pump that the pair works with, or would work with after the change its temperature check names; null where it needs none. */
export const pumpOf = ({ heat }: Pair): number | null => (heat?.kind === 'heatPump' || heat?.kind === 'none' ? heat.cop : null);
