// How much can move, and what it is worth in money and CO2e, as low, likely and high on the fixed sample.
import type { Annual, AnnualUnit, Co2PerYear, NokPerYear } from '../domain/estimate.ts';
import type { Assumption } from '../domain/match.ts';
import { percentiles } from '../domain/sample.ts';
import { likelyOf } from './checks/volume.ts';
import type { MatchKnowledge } from './knowledge.ts';
import type { Pair } from './pair.ts';
import { conversion } from './worth/commonUnit.ts';
import { drawAmount } from './worth/draws.ts';
import { heatWorth } from './worth/heatWorth.ts';
import { createLedger } from './worth/ledger.ts';
import { materialWorth } from './worth/materialWorth.ts';

export type Value = {
  readonly volume: Annual | null;
  readonly nokPerYear: NokPerYear | null;
  readonly co2PerYear: Co2PerYear | null;
  readonly assumed: readonly Assumption[];
};

const NOTHING: Value = { volume: null, nokPerYear: null, co2PerYear: null, assumed: [] };
const GOODS = new Set<AnnualUnit>(['t', 'm3', 'lm3', 'fm3', 'Sm3', 'pcs']);

/** The amount is in the surplus's unit. Nothing is invented: without both amounts, or without a way between their units, all is null. */
export function valueOf(pair: Pair, knowledge: MatchKnowledge): Value {
  const { surplus, need } = pair;
  if (surplus.annual === null || need.annual === null) return NOTHING;
  const node = pair.link.resource ?? surplus.resources[0]?.resource ?? null;
  const between = conversion(need.annual.unit, surplus.annual.unit, node === null ? undefined : knowledge.tree.resource(node));
  if (between === null) return NOTHING;
  const unit = surplus.annual.unit;
  const wanted = scaled(need.annual, between.times, unit);
  const { sample } = knowledge;
  const [given, taken] = [drawAmount(surplus.annual, `flow.${surplus.id}`, sample), drawAmount(wanted, `flow.${need.id}`, sample)];
  if (given === null || taken === null) return { ...NOTHING, volume: openEnded(surplus.annual, wanted), assumed: between.assumed };
  const volume = given.map((amount, i) => Math.min(amount, taken[i] ?? 0));
  const movable: Annual = { ...percentiles(volume), unit };
  const ledger = createLedger();
  between.assumed.forEach(ledger.add);
  const worth =
    unit === 'MWh' ? energyWorth(pair, volume, knowledge, ledger) : GOODS.has(unit) ? materialWorth(pair, unit, knowledge, ledger) : null;
  if (worth === null) return { ...NOTHING, volume: movable, assumed: between.assumed };
  const nok = volume.map((amount, i) => amount * (worth.nokPerUnit[i] ?? 0) + (worth.nokPerYear[i] ?? 0));
  const tonnes = volume.map((amount, i) => (amount * (worth.kgPerUnit[i] ?? 0)) / 1000);
  return {
    volume: movable,
    nokPerYear: { ...percentiles(nok), unit: 'NOK/y' },
    co2PerYear: { ...percentiles(tonnes), unit: 't CO2e/y' },
    assumed: ledger.list(),
  };
}

/** Heat and cold move in pipes; fuels told in MWh and power are goods without a tonne, and not valued here. */
const energyWorth = (
  pair: Pair,
  volume: Float64Array,
  knowledge: MatchKnowledge,
  ledger: ReturnType<typeof createLedger>,
): ReturnType<typeof heatWorth> =>
  pair.carrier === 'heat' || pair.carrier === 'steam' || pair.carrier === 'pipe' ? heatWorth(pair, volume, knowledge, ledger) : null;

const scaled = (annual: Annual, times: number, unit: AnnualUnit): Annual => ({
  low: annual.low * times,
  likely: annual.likely === null ? null : annual.likely * times,
  high: annual.high === null ? null : annual.high * times,
  unit,
});

/** Of two amounts of which one has no upper end: the other bounds what can move, where it is known. */
function openEnded(a: Annual, b: Annual): Annual {
  const bounded = a.high === null ? b : a;
  const open = a.high === null ? a : b;
  if (bounded.high !== null && bounded.high <= open.low) return { ...bounded, unit: a.unit };
  return { low: Math.min(likelyOf(a), likelyOf(b), a.low, b.low), likely: null, high: null, unit: a.unit };
}
