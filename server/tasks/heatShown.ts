// Heat as the contract shows it: names for ids, units in the fields' names, sentences in the reader's language.
import type { HeatAnswer, HeatNetworkShown, HeatPairShown, HeatRemarkShown } from '../contract/heatAnswer.ts';
import type { Language } from '../contract/errors.ts';
import type { HeatFlow, HeatPair } from '../heat/clusterHeat.ts';
import type { HourlyHeat } from '../heat/hourlyHeat.ts';
import { NETWORK_REASONS } from '../heat/network/reasons.ts';
import type { HeatNetwork } from '../heat/network/report.ts';
import { HEAT_REMARKS } from '../heat/remarks.ts';
import type { HeatNames } from './heatCluster.ts';
import { heatSentence } from './heatSentence.ts';

export const hoursShown = (hourly: HourlyHeat, names: HeatNames): HeatAnswer['hours'] => ({
  sharing_potential_by_months_kw: hourly.potentialByMonths,
  sharing_potential_by_hours_kw: hourly.potentialByHours,
  pairs: hourly.pairs.map((pair) => ({
    surplus: names.flow(pair.surplus),
    need: names.flow(pair.need),
    mwh_by_months: pair.mwhByMonths,
    mwh_by_hours: pair.mwhByHours,
    cover: pair.cover,
    tanks: pair.tanks,
  })),
  assumed: hourly.assumed.map(names.flow),
});

/** With the row of the flow that each speaks of. */
export const remarksShown = (
  heat: readonly HeatFlow[],
  which: 'assumed' | 'questions' | 'problems',
  names: HeatNames,
  language: Language,
): readonly HeatRemarkShown[] =>
  heat.flatMap(({ flow: { source }, [which]: remarks }) =>
    remarks.map(({ code, flow, field, values, factor }) => ({
      text: heatSentence(HEAT_REMARKS[code], values, language),
      flow: names.flow(flow),
      field,
      factor,
      file: source?.file ?? null,
      line: source?.line ?? null,
    })),
  );

export function pairShown({ surplus, need, verdict, mwh, metres, breakEvenMetres }: HeatPair, names: HeatNames): HeatPairShown {
  const { pump, change } = verdict;
  return {
    surplus: names.flow(surplus),
    need: names.flow(need),
    kind: verdict.kind,
    because: verdict.because,
    drop_k: verdict.drop,
    lift_k: pump?.lift ?? null,
    cop:
      pump === null
        ? null
        : {
            low: pump.cop.low,
            likely: pump.cop.value,
            high: pump.cop.high,
            source_c: pump.cop.temperatures.sourceIn,
            sink_c: pump.cop.temperatures.sinkOut,
          },
    mwh_per_year: mwh,
    share_of_need: verdict.shareOfNeed,
    metres,
    break_even_m: breakEvenMetres,
    change: change === null ? null : { for: change.for, kelvin: change.kelvin, need_at_c: change.needAt, surplus_at_c: change.surplusAt },
  };
}

export function networkShown(network: HeatNetwork, names: HeatNames, language: Language): HeatNetworkShown {
  const member = (one: HeatNetwork['sources'][number]) => ({
    flow: names.flow(one.id),
    company: names.company(one.company),
    mwh_per_year: one.mwh,
    months_kw: one.months,
  });
  const site = (name: string): string => {
    const [company = '', ...rest] = name.split('/');
    return [names.company(company), ...rest].join('/');
  };
  return {
    edges: network.trenches.map((trench) => ({
      from: site(trench.from),
      to: site(trench.to),
      dn: trench.dn,
      lines: trench.lines,
      length_m: trench.metres,
      loss_kw: trench.lossKw,
      kw: trench.kilowatts,
      nok: trench.nok.likely,
      nok_range: trench.nok,
    })),
    sources: network.sources.map((one) => ({ ...member(one), cop: one.cop })),
    customers: network.customers.map((one) => ({ ...member(one), break_even_m: one.breakEvenMetres })),
    dropped: network.dropped.map(({ who, company, role, why }) => ({
      who: names.flow(who),
      company: names.company(company),
      role,
      why: heatSentence(NETWORK_REASONS[why.code], why.values, language),
      code: why.code,
    })),
    lcoh_nok_per_mwh: network.lcoh,
    nok_per_year: network.nokPerYear,
    capex_nok: network.capex,
    t_co2e_per_year: network.co2,
    delivered_mwh: network.deliveredMwh,
    loss_mwh: network.lossMwh,
    electricity_mwh: network.electricityMwh,
    mwh_per_m: network.density?.mwhPerMetre ?? null,
    density: network.density?.class ?? null,
    peak_kw: network.peakKw,
    base_share: network.baseShare,
    cover_by_month: network.coverByMonth,
    spilled_mwh: network.spilledMwh,
    stores: network.stores,
    optimal: network.optimal,
    gap: network.gap,
    value_nok_per_year: network.value,
    bound_nok_per_year: network.bound,
  };
}
