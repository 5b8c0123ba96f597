// What a flow of a screening says as heat; null where it is no heat.
import { gives, type Flow } from '../domain/flow.ts';
import { celsius, type Celsius } from '../domain/temperature.ts';
import type { MassFlow, UsualHeat, UsualLoad } from './media.ts';
import type { HeatRuleName, HeatParameterName, HeatRules } from './parameters.ts';
import type { HeatRemark } from './remarks.ts';
import { unstated, type HeatStatement } from './statement.ts';
import { absoluteFromGauge } from './steam.ts';

/** Rows of data/heat-media.csv; `noHeat`: resources that are named like heat and are no heat stream. */
export type UsualHeats = { readonly usual: readonly UsualHeat[]; readonly noHeat: readonly string[] };

const EVEN_SHARES = {
  process: 'load.base.process',
  mixed: 'load.base.mixed',
  space: 'load.base.space',
  network: 'dh.hotwater.share',
} as const satisfies Record<UsualLoad, HeatRuleName | HeatParameterName>;

const covers = (row: string, resource: string): boolean => resource === row || resource.startsWith(`${row}.`);

/** The row of the resource itself or of its nearest parent; null where it is no heat stream. */
export function usualHeatOf(resource: string, { usual, noHeat }: UsualHeats): UsualHeat | null {
  const nearest = usual.filter((row) => covers(row.resource, resource)).toSorted((a, b) => b.resource.length - a.resource.length)[0];
  const barred = noHeat.filter((row) => covers(row, resource)).toSorted((a, b) => b.length - a.length)[0];
  return nearest === undefined || (barred?.length ?? 0) > nearest.resource.length ? null : nearest;
}

const PRESSURE = /(\d+(?:[.,]\d+)?)[\s-]*bar(?:s)?\b[\s-]*(\(?[ag]\)?\b|abs|absolutt|overtrykk)?|(\d+(?:[.,]\d+)?)\s*bar([ag])\b/i;

/** A pressure told in words, bar absolute; a plain "bar" is what a gauge shows. */
export function pressureIn(
  words: string,
  p: HeatRules,
): { readonly barAbs: number; readonly shown: number; readonly gauge: 'told' | 'assumed' | 'no' } | null {
  const match = PRESSURE.exec(words);
  if (match === null) return null;
  const shown = Number((match[1] ?? match[3] ?? '').replace(',', '.'));
  if (!(shown > 0)) return null;
  const mark = (match[2] ?? match[4] ?? '').toLowerCase().replace(/[()]/g, '');
  if (mark.startsWith('a')) return { barAbs: shown, shown, gauge: 'no' };
  return { barAbs: absoluteFromGauge(shown, p), shown, gauge: mark === '' ? 'assumed' : 'told' };
}

const DIRTY = /støv|sot\b|sotete|tjære|dust|soot|tar\b|fett|korrosiv|corrosive/i;
const CLEAN_GAS = /naturgass|\blng\b|gasskjel|gasskjele|propan|natural gas|gas boiler|biogass/i;

/** The statement of a flow, and what had to be read into its words. */
export function statementOfFlow(
  flow: Flow,
  heats: UsualHeats,
  p: HeatRules,
): { readonly statement: HeatStatement; readonly assumed: readonly HeatRemark[] } | null {
  const resource = flow.resources[0]?.resource;
  const usual = resource === undefined ? null : usualHeatOf(resource, heats);
  if (resource === undefined || usual === null) return null;
  const side = gives(flow) ? 'hot' : 'cold';
  // What a heat network delivers is no surplus, however it is named.
  if (side === 'hot' && usual.side === 'cold') return null;
  const text = `${flow.words} ${flow.quality ?? ''} ${flow.comment ?? ''}`;
  const pressure = usual.medium === 'steam' ? pressureIn(text, p) : null;
  const assumed: HeatRemark[] =
    pressure?.gauge === 'assumed'
      ? [
          {
            code: 'heat.assumedGauge',
            flow: flow.id,
            field: 'pressure',
            values: { value: pressure.shown, absolute: pressure.barAbs },
            factor: 'heat.atmosphere',
          },
        ]
      : [];
  const amount = flow.annual === null ? null : (flow.annual.likely ?? flow.annual.low);
  const inMwh = flow.annual?.unit === 'MWh';
  const massFlow = inMwh || amount === null ? null : yearAsFlow(amount, flow.annual?.unit ?? '', flow.hours ?? p.value('hours.year'));
  return {
    statement: {
      ...unstated({ id: flow.id, company: flow.company, side, medium: usual.medium }),
      usual: { supply: usual.supply, return: usual.return, row: `heat-media:${usual.resource}` },
      supply: hottest(flow.temperature),
      return: flow.temperatureReturn,
      mwhPerYear: inMwh ? amount : null,
      hoursPerYear: massFlow === null ? flow.hours : (flow.hours ?? p.value('hours.year')),
      massFlow,
      barAbs: pressure?.barAbs ?? null,
      cleanGasFuel: CLEAN_GAS.test(text),
      dirty: DIRTY.test(text),
      profile: flow.profile,
      evenShare: p.value(EVEN_SHARES[usual.load]),
      seasonal: usual.load === 'network',
    },
    assumed,
  };
}

/** Of a span the hot end: how a surplus leaves, and what a need must get. */
const hottest = (stated: Flow['temperature']): Celsius | null =>
  stated === null ? null : celsius(typeof stated === 'number' ? stated : stated.max);

/** A yearly mass or volume as a flow in its hours. */
function yearAsFlow(amount: number, unit: string, hours: number): MassFlow | null {
  if (unit === 't') return { value: amount / hours, unit: 't/h' };
  if (unit === 'm3') return { value: amount / hours, unit: 'm3/h' };
  return unit === 'Sm3' ? { value: amount / hours, unit: 'Sm3/h' } : null;
}
