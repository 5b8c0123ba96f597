// A cluster's heat from its flows: what each flow is as heat, what the companies could pass to each other month by month, and which pairs.
import type { Place } from '../domain/company.ts';
import type { Flow } from '../domain/flow.ts';
import { celsius, kelvin } from '../domain/temperature.ts';
import type { Celsius } from '../domain/temperature.ts';
import { judgeAbsorption, judgeOrc, type AbsorptionVerdict, type OrcVerdict } from './byProducts.ts';
import { cascade } from './cascade.ts';
import { judgeSides, sideOf, withContributions, type PairVerdict } from './judgePair.ts';
import { annuity, breakEvenLength } from './money.ts';
import { energyOf, HOURS_OF_MONTHS, meanOf } from './months.ts';
import { straightMetres } from './network/candidates.ts';
import { transferOf, type PairSide } from './pairTransfer.ts';
import type { HeatRules } from './parameters.ts';
import { choosePipe, trenchCost } from './pipe.ts';
import type { HeatRemark } from './remarks.ts';
import { sharing } from './sharing.ts';
import { statementOfFlow, type UsualHeats } from './statementOfFlow.ts';
import { inMonth, type HeatStream } from './stream.ts';
import { streamsOf } from './streamsOf.ts';
import { totalSite } from './totalSite.ts';

export type HeatFlow = {
  readonly flow: Flow;
  readonly side: 'hot' | 'cold';
  /** A heat network that exists, as a customer. */
  readonly existingNetwork: boolean;
  readonly streams: readonly HeatStream[];
  /** Share of its heat that does not follow the weather, 0..1. */
  readonly evenShare: number;
  readonly mwhPerYear: number | null;
  readonly assumed: readonly HeatRemark[];
  readonly questions: readonly HeatRemark[];
  readonly problems: readonly HeatRemark[];
};

/** The flows that are heat, each with its streams or the reason why it has none. */
export const heatFlows = (flows: readonly Flow[], heats: UsualHeats, p: HeatRules): readonly HeatFlow[] =>
  flows.flatMap((flow): HeatFlow[] => {
    const read = statementOfFlow(flow, heats, p);
    if (read === null) return [];
    const { assumed, questions, ...streams } = streamsOf(read.statement, p);
    const { side, evenShare, seasonal: existingNetwork } = read.statement;
    return [
      {
        flow,
        side,
        existingNetwork,
        evenShare,
        ...streams,
        assumed: [...read.assumed, ...assumed],
        questions: [...read.questions, ...questions],
      },
    ];
  });

export type MonthHeat = {
  /** kW, means of the month: companies each for itself, all as one, and what sharing saves, straight and through a closed loop. */
  readonly alone: number;
  readonly pooled: number;
  readonly coldPooled: number;
  readonly recovery: number;
  readonly potential: number;
  readonly potentialThroughLoop: number;
};

export type ClusterHeat = {
  readonly months: readonly MonthHeat[];
  /** kW, mean of the year: the months' potentials by their hours. */
  readonly potential: number;
  readonly potentialThroughLoop: number;
  readonly companies: readonly {
    readonly company: string;
    readonly hotUtility: number;
    readonly coldUtility: number;
    readonly recovery: number;
  }[];
};

/** Month by month, since heat of July warms nobody in January. */
export function clusterHeat(flows: readonly HeatFlow[], p: HeatRules): ClusterHeat {
  const streams = withContributions(
    flows.flatMap((one) => one.streams),
    p,
    false,
  );
  const approach = kelvin(2 * p.value('approach.liquid'));
  const loop = kelvin(p.value('approach.loop'));
  const months = HOURS_OF_MONTHS.map((_, month): MonthHeat => {
    const now = inMonth(streams, month).filter((one) => one.heat > 0);
    const { companies, pooled, potential } = sharing(now, approach);
    return {
      alone: [...companies.values()].reduce((sum, one) => sum + one.hotUtility, 0),
      pooled: pooled.hotUtility,
      coldPooled: pooled.coldUtility,
      recovery: pooled.recovery,
      potential,
      potentialThroughLoop: totalSite(now, approach, loop).potential,
    };
  });
  const names = [...new Set(streams.map((one) => one.company))];
  return {
    months,
    potential: meanOf(months.map((month) => month.potential)),
    potentialThroughLoop: meanOf(months.map((month) => month.potentialThroughLoop)),
    companies: names.map((company) => {
      const own = HOURS_OF_MONTHS.map((_, month) =>
        cascade(
          inMonth(
            streams.filter((one) => one.company === company),
            month,
          ),
          approach,
        ),
      );
      return {
        company,
        hotUtility: meanOf(own.map((one) => one.hotUtility)),
        coldUtility: meanOf(own.map((one) => one.coldUtility)),
        recovery: meanOf(own.map((one) => one.recovery)),
      };
    }),
  };
}

export type HeatPair = {
  readonly surplus: string;
  readonly need: string;
  readonly verdict: PairVerdict;
  /** MWh a year that reach the need when both run, month by month. */
  readonly mwh: number;
  /** Metres of route; null where a place is not known. */
  readonly metres: number | null;
  /** Metres of trench that the pair's margin pays for. */
  readonly breakEvenMetres: number;
};

/** A flow on its side of a pair, with its duty by month, kW. */
type Side = { readonly one: HeatFlow; readonly side: PairSide; readonly months: readonly number[] };
const sidesOf = (flows: readonly HeatFlow[], kind: HeatFlow['side'], p: HeatRules): readonly Side[] =>
  flows
    .filter((one) => one.side === kind && one.streams.length > 0)
    .map((one) => ({
      one,
      side: sideOf(one.streams, p, true),
      months: HOURS_OF_MONTHS.map((_, month) => one.streams.reduce((sum, piece) => sum + (piece.months?.[month] ?? piece.heat), 0)),
    }));

/** kW that a pair moves in each month. */
function monthsOfPair(hot: Side, cold: Side, { kind, pump, transfer }: PairVerdict): readonly number[] {
  const lifts = kind === 'heatPump' && pump !== null ? pump.cop.value / (pump.cop.value - 1) : null;
  return hot.months.map((has, month) => {
    const wants = cold.months[month] ?? 0;
    return lifts === null ? transferOf(transfer, has, wants) : Math.min(wants, has * lifts);
  });
}

/** All pairs of different companies with enough heat, by how far the heat could be piped for what it saves; refused ones last. */
export function heatPairs(flows: readonly HeatFlow[], placeOf: (flow: Flow) => Place | null, p: HeatRules): readonly HeatPair[] {
  const yearly = annuity(p.value('money.rate'), p.value('money.years'));
  const needs = sidesOf(flows, 'cold', p);
  const pairs = sidesOf(flows, 'hot', p).flatMap((hot) =>
    needs.flatMap((cold): HeatPair[] => {
      if (cold.one.flow.company === hot.one.flow.company) return [];
      const verdict = judgeSides(hot.side, cold.side, p);
      const months = monthsOfPair(hot, cold, verdict);
      const mwh = energyOf(months).reduce((sum, one) => sum + one, 0);
      // A refused pair is told where it would have been worth telling of.
      const worthTelling = verdict.kind === 'none' ? Math.min(hot.one.mwhPerYear ?? 0, cold.one.mwhPerYear ?? 0) : mwh;
      if (worthTelling < p.value('pair.least')) return [];
      const [from, to] = [placeOf(hot.one.flow), placeOf(cold.one.flow)];
      const metres = from === null || to === null ? null : straightMetres(from, to) * p.value('route.detour');
      return [
        {
          surplus: hot.one.flow.id,
          need: cold.one.flow.id,
          verdict,
          mwh,
          metres,
          breakEvenMetres: verdict.kind === 'none' ? 0 : paysFor(verdict, months, mwh, yearly, p),
        },
      ];
    }),
  );
  const reach = ({ breakEvenMetres, metres }: HeatPair): number => (metres === null ? 0 : breakEvenMetres / Math.max(1, metres));
  return pairs.sort(
    (x, y) =>
      Number(x.verdict.kind === 'none') - Number(y.verdict.kind === 'none') ||
      reach(y) - reach(x) ||
      y.breakEvenMetres - x.breakEvenMetres ||
      (x.surplus < y.surplus ? -1 : x.surplus > y.surplus ? 1 : x.need < y.need ? -1 : x.need > y.need ? 1 : 0),
  );
}

/** Metres of the pipe that carries the hottest month, paid by the alternative less the surplus price and the heat pump's power and annuity. */
function paysFor({ pump, kind }: PairVerdict, months: readonly number[], mwh: number, yearly: number, p: HeatRules): number {
  const most = Math.max(...months);
  const span = kelvin(p.value('pipe.span.least'));
  const pipe = choosePipe(most, span, p);
  const lifted = kind === 'heatPump' && pump !== null ? pump : null;
  const own = lifted === null ? 1 : 1 - 1 / lifted.cop.value;
  const machine =
    lifted === null ? 0 : most * p.value('hp.cost.nok') * (annuity(p.value('money.rate'), p.value('hp.life')) + p.value('money.om'));
  const exchanger = (p.value('exchanger.cost.fixed') + p.value('exchanger.cost') * most) * (yearly + p.value('money.om'));
  const power = lifted === null ? p.value('pump.electricity') : 1 / lifted.cop.value;
  const marginPerMwh =
    p.value('price.alternative') - own * p.value('price.surplus') - power * p.value('price.electricity') - (machine + exchanger) / mwh;
  const costPerMetre = trenchCost(pipe, 'terrain', p).value;
  return Math.max(0, breakEvenLength({ mwh, marginPerMwh, costPerMetre, annuity: yearly, fixedShare: p.value('money.om') }));
}

export type UnusedHeat = {
  readonly flow: string;
  readonly mwhPerYear: number;
  readonly supply: Celsius;
  readonly orc: OrcVerdict;
  readonly absorption: AbsorptionVerdict;
};

/** Surplus for which no need is in reach of what its heat would pay for: what power or cold it could make, as means of the year, kW. */
export function heatWithoutUse(flows: readonly HeatFlow[], pairs: readonly HeatPair[], p: HeatRules): readonly UnusedHeat[] {
  const used = new Set(
    pairs
      .filter(
        ({ verdict, metres, breakEvenMetres }) =>
          verdict.kind !== 'none' && breakEvenMetres > 0 && (metres === null || metres <= breakEvenMetres),
      )
      .map((pair) => pair.surplus),
  );
  return flows.flatMap(({ flow, side, streams, mwhPerYear }): UnusedHeat[] => {
    if (side !== 'hot' || streams.length === 0 || used.has(flow.id)) return [];
    const supply = celsius(Math.max(...streams.map((one) => one.supply)));
    const heat = streams.reduce((sum, one) => sum + one.heat, 0);
    const orc = judgeOrc(supply, celsius(p.value('orc.cooling')), heat, p);
    return [{ flow: flow.id, mwhPerYear: mwhPerYear ?? 0, supply, orc, absorption: judgeAbsorption(supply, heat, p) }];
  });
}
