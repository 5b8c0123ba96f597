// A small heat page for tests: state only what matters.
import type { HeatPage } from '../../../../server/contract/heatAnswer.ts';
import { celsius } from '../../../../server/domain/temperature.ts';
import type { HeatStream } from '../../../../server/heat/stream.ts';

export const aStream = (id: string, supply: number, target: number, heat: number, more: Partial<HeatStream> = {}): HeatStream => ({
  id,
  company: id,
  kind: supply >= target ? 'hot' : 'cold',
  supply: celsius(supply),
  target: celsius(target),
  heat,
  contribution: null,
  soft: false,
  months: null,
  ...more,
});

type Piece = HeatPage['streams'][number];
export const aPiece = (flow: string, supply: number, target: number, kw: number, more: Partial<Piece> = {}): Piece => ({
  flow,
  company: flow,
  kind: supply >= target ? 'hot' : 'cold',
  supply_c: supply,
  target_c: target,
  kw,
  months_kw: null,
  contribution_k: 5,
  soft: false,
  ...more,
});

export const APPROACH = { usual_k: 10, used_k: 10, usual_loop_k: 5 };
export const twelve = (kilowatts: number): number[] => Array.from({ length: 12 }, () => kilowatts);

export const aNetwork = (more: Partial<NonNullable<HeatPage['network']>> = {}): NonNullable<HeatPage['network']> => ({
  edges: [],
  sources: [],
  customers: [],
  dropped: [],
  lcoh_nok_per_mwh: null,
  nok_per_year: { low: 0, likely: 0, high: 0 },
  capex_nok: { low: 0, likely: 0, high: 0 },
  t_co2e_per_year: { physical: 0, residual: 0 },
  delivered_mwh: 0,
  loss_mwh: 0,
  electricity_mwh: 0,
  mwh_per_m: null,
  density: null,
  peak_kw: 0,
  base_share: null,
  cover_by_month: twelve(1),
  spilled_mwh: 0,
  stores: [],
  optimal: false,
  gap: null,
  value_nok_per_year: 0,
  bound_nok_per_year: 0,
  ...more,
});
export const anEdge = (from: string, to: string, dn = 100): NonNullable<HeatPage['network']>['edges'][number] => ({
  from,
  to,
  dn,
  length_m: 1000,
  loss_kw: 10,
  nok: 1e6,
  nok_range: { low: 1e6, likely: 1e6, high: 1e6 },
  lines: 1,
  kw: 500,
});
