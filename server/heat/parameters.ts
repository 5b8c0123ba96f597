// The named rows of data/ that the heat rules use, as one value to hand in.
import type { DegreeDays, Factor, PipeSize, SteamPoint } from '../domain/factor.ts';
import type { Ranged } from '../domain/resource.ts';

/** Rows of data/heat.csv by id, and the three tables beside it. */
export type HeatRows = {
  readonly heat: ReadonlyMap<string, Factor>;
  readonly pipes: readonly PipeSize[];
  readonly steam: readonly SteamPoint[];
  readonly degreeDays: readonly DegreeDays[];
};

/** Every parameter by its name in data/heat.csv without the leading `heat.`, and the tables as they stand. */
export type HeatParameters = {
  readonly value: (name: HeatParameterName) => number;
  readonly range: (name: HeatParameterName) => Ranged;
  readonly pipes: readonly PipeSize[];
  /** Lowest pressure first. */
  readonly steam: readonly SteamPoint[];
  readonly degreeDays: readonly DegreeDays[];
};

export const HEAT_PARAMETERS = [
  'cp.water', 'cp.seawater', 'cp.flue', 'cp.flue.steam', 'cp.air', 'cp.oil', 'cp.milk', 'cp.glycol30',
  'rho.water', 'rho.water.cold', 'rho.seawater', 'rho.milk', 'rho.glycol30', 'rho.oil', 'rho.air', 'rho.flue', 'rho.flue.wet',
  'sm3.nm3', 'atmosphere', 'flue.steam.default', 'flue.floor', 'flue.acid.margin', 'flue.waterdew',
  'flue.acid.a', 'flue.acid.b', 'flue.acid.c', 'flue.acid.d',
  'approach.liquid', 'approach.condensing', 'approach.gas', 'approach.dirty', 'approach.loop',
  'hp.efficiency', 'hp.efficiency.lorenz', 'hp.glide', 'hp.lift.min', 'hp.lift.warn', 'hp.lift.max', 'hp.sink.max', 'hp.sink.market',
  'hp.cost.nok', 'hp.life',
  'boiler.gas.efficiency', 'boiler.el.efficiency',
  'orc.factor', 'orc.exchanger', 'orc.exchangers', 'orc.source.min',
  'absorption.cop', 'absorption.electricity', 'absorption.half.cop', 'absorption.driving.min', 'absorption.driving.single',
  'absorption.double.cop', 'absorption.double.driving.min',
  'dh.supply.winter', 'dh.return.winter', 'dh.supply.summer', 'dh.return.summer', 'dh.winter.first', 'dh.winter.last',
  'dh.hours', 'dh.hotwater.share', 'dh.base.power', 'simultaneity.a', 'simultaneity.b',
  'hours.continuous', 'hours.threeshift', 'hours.twoshift', 'hours.oneshift', 'hours.oneshift.food', 'hours.year',
  'pipe.soil.temperature', 'pipe.soil.conductivity', 'pipe.insulation.conductivity', 'pipe.cover', 'pipe.gap',
  'pipe.velocity.a', 'pipe.velocity.b', 'pipe.velocity.p', 'pipe.cost.multiplier',
  'density.poor', 'density.good', 'money.rate', 'money.years', 'money.om', 'money.eurnok.2020', 'money.growth.2020',
  'radius.heat', 'radius.steam',
  'store.tank.cost', 'store.tank.span', 'store.pit.cost', 'store.pit.hot', 'store.pit.cold', 'store.water',
  'co2.gas', 'co2.lpg', 'co2.heatingoil', 'co2.diesel', 'co2.chips', 'co2.pellets', 'co2.el.physical.2023', 'co2.el.residual.2020',
] as const; // prettier-ignore
export type HeatParameterName = (typeof HEAT_PARAMETERS)[number];

/** Rows of data/heat-rules.csv: what the network, the pairs and the reading of flows need besides. */
export const HEAT_RULES = [
  'cp.steam', 'cp.refrigerant', 'energy.agree', 'route.detour', 'pump.electricity', 'pipe.span.least', 'exchanger.cost', 'exchanger.cost.fixed',
  'price.surplus', 'price.alternative', 'price.electricity', 'co2.alternative', 'load.base.process', 'load.base.mixed', 'load.base.space',
  'network.candidates', 'network.proof.places', 'network.bound.places', 'network.exchange.places', 'network.click.places', 'network.star.places', 'pair.least', 'orc.cooling', 'hour.base', 'hour.daily', 'hour.weather', 'hour.shortlist',
  'hour.oneshift.from', 'hour.oneshift.to', 'hour.twoshift.from', 'hour.twoshift.to', 'hour.workdays',
] as const; // prettier-ignore
export type HeatRuleName = (typeof HEAT_RULES)[number];

/** All of HeatParameters, and the rules. */
export type HeatRules = Omit<HeatParameters, 'value' | 'range'> & {
  readonly value: (name: HeatParameterName | HeatRuleName) => number;
  readonly range: (name: HeatParameterName | HeatRuleName) => Ranged;
};

/** The ranges by name. Throws RangeError that names every row which is missing: the tables are checked when they are read, so this is a mistake in data/. */
function rangesOf<Name extends string>(rows: ReadonlyMap<string, Factor>, names: readonly Name[], table: string): (name: Name) => Ranged {
  const missing = names.filter((name) => !rows.has(`heat.${name}`));
  if (missing.length > 0) throw new RangeError(`${table} lacks ${missing.map((name) => `heat.${name}`).join(', ')}`);
  const known = new Map<string, Ranged>(
    names.flatMap((name) => [rows.get(`heat.${name}`)].flatMap((row) => (row === undefined ? [] : [[name, row] as const]))),
  );
  return (name) => {
    const row = known.get(name);
    if (row === undefined) throw new RangeError(`${table} lacks heat.${name}`);
    return row;
  };
}

export function heatParameters({ heat, pipes, steam, degreeDays }: HeatRows): HeatParameters {
  const range = rangesOf(heat, HEAT_PARAMETERS, 'data/heat.csv');
  return { value: (name) => range(name).value, range, pipes, steam, degreeDays };
}

/** `rules`: rows of data/heat-rules.csv by id. */
export function heatRules(rows: HeatRows & { readonly rules: ReadonlyMap<string, Factor> }): HeatRules {
  const parameters = heatParameters(rows);
  const ours = rangesOf(rows.rules, HEAT_RULES, 'data/heat-rules.csv');
  const isRule = (name: string): name is HeatRuleName => (HEAT_RULES as readonly string[]).includes(name);
  const range = (name: HeatParameterName | HeatRuleName): Ranged => (isRule(name) ? ours(name) : parameters.range(name));
  return { ...parameters, value: (name) => range(name).value, range };
}
