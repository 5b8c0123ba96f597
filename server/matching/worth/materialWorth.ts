// What an exchange of goods is worth: what the taker saves, what the giver no longer pays, less haul, handling, treatment and set-up.
import { energyOf, heatingValue, massHolding, perYear } from '../../domain/amounts.ts';
import type { Factor } from '../../domain/factor.ts';
import type { Draws } from '../../domain/sample.ts';
import type { ResourceId } from '../../domain/resource.ts';
import type { MatchKnowledge } from '../knowledge.ts';
import type { Pair } from '../pair.ts';
import { drawFactor } from './draws.ts';
import type { Ledger } from './ledger.ts';

/**
 * One number a draw: NOK and kg CO2e for each tonne (or m3, piece, MWh), what each km takes off them, NOK a year whatever the amount, and NOK a
 * year for each km. The same for all pairs that are alike but for amount and distance.
 */
export type Worth = {
  readonly nokPerUnit: Float64Array;
  readonly nokPerUnitKm: Float64Array;
  readonly kgPerUnit: Float64Array;
  readonly kgPerUnitKm: Float64Array;
  readonly nokPerYear: Float64Array;
  readonly nokPerYearKm: Float64Array;
};

export const emptyWorth = (size: number): Worth => ({
  nokPerUnit: new Float64Array(size),
  nokPerUnitKm: new Float64Array(size),
  kgPerUnit: new Float64Array(size),
  kgPerUnitKm: new Float64Array(size),
  nokPerYear: new Float64Array(size),
  nokPerYearKm: new Float64Array(size),
});

const MONEY = new Set(['NOK/t', 'NOK/m3', 'NOK/pcs', 'NOK/lm3', 'NOK/kg', 'NOK/MWh']);

/** Everything but the amount and the distance of the pair goes in. */
export function materialWorth(pair: Pair, unit: string, knowledge: MatchKnowledge, ledger: Ledger): Worth {
  const { sample, worth } = knowledge;
  const made = emptyWorth(sample.size);
  const { nokPerUnit, kgPerUnit } = made;
  const given = pair.link.resource ?? pair.surplus.resources[0]?.resource ?? null;
  const taken = pair.link.use ?? pair.need.resources[0]?.resource ?? null;
  const resource = given === null ? undefined : knowledge.tree.resource(given);
  const add = (to: Float64Array, draws: Draws, times: number): void => {
    for (let i = 0; i < to.length; i++) to[i] = (to[i] ?? 0) + times * (draws[i] ?? 0);
  };
  /** How many of a factor's own units lie in one unit of the amount; null where they do not meet. */
  const perUnit = (factor: Factor): number | null => {
    const own = factor.unit.split('/')[1] ?? '';
    if (own === unit) return 1;
    if (own === 'kg' && unit === 't') return 1000;
    if (own === 'MWh' && unit === 't' && resource?.heatingValue)
      return energyOf(perYear(1, unit), heatingValue(resource.heatingValue.value));
    if (own === 't' && unit === 'MWh' && resource?.heatingValue)
      return massHolding(perYear(1, unit), heatingValue(resource.heatingValue.value));
    if ((own === 'm3' || own === 'lm3') && unit === 't' && resource?.density) return 1000 / resource.density.value;
    if (own === 't' && (unit === 'm3' || unit === 'lm3' || unit === 'fm3' || unit === 'Sm3')) return tonnesACubicMetre();
    return null;
  };
  const take = (to: Float64Array, id: string, sign: number, what: string): boolean => {
    const factor = worth.factor(id);
    const times = factor === null ? null : perUnit(factor);
    if (factor === null || times === null) return false;
    add(to, drawFactor(factor, sample), sign * times);
    ledger.factor(what, factor);
    return true;
  };

  const rank = pair.link.rule === null ? 'material' : rankOf(pair.link.rule.useType, knowledge);
  const stated = ledger.prices(pair);
  if (stated.taken !== null) add(nokPerUnit, new Float64Array(sample.size).fill(stated.taken), 1);
  else if (!nearest('price', taken, given)) take(nokPerUnit, unit === 'm3' ? 'band.water' : `band.${rank}`, 1, 'assume.worth');
  if (stated.given !== null) add(nokPerUnit, new Float64Array(sample.size).fill(stated.given), -1);
  else if (pair.surplus.role !== 'product') {
    const gate = worth.nearest('gate', given);
    const fallback = resource?.hazardous === 'yes' ? 'gate.haz.default' : 'gate.default';
    if (gate === null) take(nokPerUnit, fallback, worth.value('gate.default.share'), 'assume.gate');
    else if (gate.share !== 0) take(nokPerUnit, gate.factor, gate.share, gate.share > 0 ? 'assume.gate' : 'assume.sold');
  }
  const water = unit === 'm3' && pair.carrier === 'pipe';
  const wired = unit === 'MWh' && pair.carrier === 'pipe';
  if (!nearest('co2', taken, given) && !water) take(kgPerUnit, `band.co2.${rank}`, 1, 'assume.co2');
  if (!water && !wired) haul();
  treat();
  setUp();
  return made;

  function nearest(what: 'price' | 'co2', use: ResourceId | null, from: ResourceId | null): boolean {
    const row = worth.nearest(what, use) ?? worth.nearest(what, from);
    if (row === null) return false;
    const factor = worth.factor(row.factor);
    if (factor === null || (what === 'price' && !MONEY.has(factor.unit))) return false;
    return take(what === 'price' ? nokPerUnit : kgPerUnit, row.factor, row.share, what === 'price' ? 'assume.price' : 'assume.co2');
  }

  function haul(): void {
    const form = resource?.hazardous === 'yes' ? 'hazardous' : (worth.nearest('form', given)?.factor ?? 'bulk');
    take(nokPerUnit, `handling.${form}`, -1, 'assume.handling');
    const [cost, winding] = [worth.factor(`transport.cost.${form}`), worth.factor('transport.winding')];
    const co2 = worth.factor(`co2.transport.${form}`) ?? worth.factor('co2.transport.default');
    if (cost === null || winding === null || co2 === null) return;
    const tonnes = tonnesInUnit();
    const [costs, windings, emissions] = [drawFactor(cost, sample), drawFactor(winding, sample), drawFactor(co2, sample)];
    for (let i = 0; i < sample.size; i++) {
      const road = (windings[i] ?? 1) * tonnes;
      made.nokPerUnitKm[i] = road * (costs[i] ?? 0);
      made.kgPerUnitKm[i] = road * (emissions[i] ?? 0);
    }
    ledger.factor('assume.haul', cost);
    ledger.factor('assume.winding', winding);
    ledger.factor('assume.co2', co2);
  }

  /** Of what is hauled. */
  function tonnesInUnit(): number {
    if (unit === 't') return 1;
    if (unit === 'MWh') return 1 / (resource?.heatingValue?.value ?? worth.value('transport.heating.default'));
    if (unit === 'm3' || unit === 'lm3' || unit === 'fm3' || unit === 'Sm3') return tonnesACubicMetre();
    return worth.value('transport.mass.piece');
  }

  function tonnesACubicMetre(): number {
    return (resource?.density?.value ?? worth.value('transport.density.default')) / 1000;
  }

  function treat(): void {
    const text = pair.link.rule?.pretreatment ?? null;
    if (text === null) return;
    const known = knowledge.treatments.find(({ pattern }) => pattern.test(text));
    take(nokPerUnit, known?.factor ?? 'treatment.default', -1, 'assume.treatment');
  }

  function setUp(): void {
    const [capex, rate, years] = [
      worth.factor('capex.setup'),
      worth.factor('econ.rate'),
      worth.factor(water ? 'econ.life.pipe' : 'econ.years'),
    ];
    const pipe = water ? worth.factor('pipe.cost.water') : null;
    const metres = 1000 * (worth.factor('transport.winding')?.value ?? 1);
    const pipes = pipe === null ? null : drawFactor(pipe, sample);
    if (pipe !== null) ledger.factor('assume.pipe', pipe);
    if (capex === null || rate === null || years === null) return;
    const [costs, rates, lives] = [drawFactor(capex, sample), drawFactor(rate, sample), drawFactor(years, sample)];
    for (let i = 0; i < sample.size; i++) {
      const share = annuity((rates[i] ?? 0) / 100, lives[i] ?? 1);
      made.nokPerYear[i] = -(costs[i] ?? 0) * share;
      made.nokPerYearKm[i] = metres * (pipes?.[i] ?? 0) * share;
    }
    for (const factor of [capex, rate, years]) ledger.factor('assume.setup', factor);
  }
}

const rankOf = (useType: string, { reference }: MatchKnowledge): string => {
  const rank = reference.useTypes.get(useType)?.rank ?? 'material';
  return rank === 'service' ? 'material' : rank;
};

/** Capital recovery factor r(1+r)^n/((1+r)^n - 1); 1/n where there is no interest. */
export const annuity = (rate: number, years: number): number => (rate <= 0 ? 1 / years : rate / (1 - (1 + rate) ** -years));
