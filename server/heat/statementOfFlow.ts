// What a flow of a screening says as heat; null where it is no heat.
import { gives, type Flow } from '../domain/flow.ts';
import { celsius, type Celsius } from '../domain/temperature.ts';
import { copsIn } from './heatPump.ts';
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

/** Guesses that weigh as much as the first, rounding aside. */
const AS_LIKELY = 0.99;
const STEAM = /damp|steam/i;

/** Whether a flow says by itself that it is heat: energy at a temperature, or water and gas between two. */
function statesHeat({ annual, temperature, temperatureReturn }: Flow, usual: UsualHeat): boolean {
  const supply = hottest(temperature);
  if (annual === null || supply === null || supply < usual.supply.low) return false;
  return annual.unit === 'MWh' || temperatureReturn !== null || (usual.medium === 'fluegas' && annual.unit === 'Sm3');
}

/**
 * The row by which a flow is heat: of its likeliest resource, of another that is as likely where that is none, or steam where the words name it.
 * `open`: the words say nothing that is known, but energy at a temperature is heat. Null: it is no heat.
 */
export function heatOf(flow: Flow, heats: UsualHeats): { readonly usual: UsualHeat; readonly open: boolean } | null {
  const side = gives(flow) ? 'hot' : 'cold';
  const [first] = flow.resources;
  if (first === undefined) {
    const usual = usualHeatOf(side === 'hot' ? 'en.heat' : 'en.need', heats);
    return usual !== null && flow.annual?.unit === 'MWh' && statesHeat(flow, usual) ? { usual, open: true } : null;
  }
  const likely = flow.resources
    .filter((guess) => guess.weight >= AS_LIKELY * first.weight)
    .flatMap((guess) => usualHeatOf(guess.resource, heats) ?? [])
    .filter((usual) => !usual.whenStated || (usual.side === side && statesHeat(flow, usual)));
  const usual = likely.find((one) => one.medium === 'steam' && STEAM.test(flow.words)) ?? likely[0];
  return usual === undefined ? null : { usual, open: false };
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

const PEAK = /\b(?:maks|max|peak|topp)[a-zæøå]*[^\d;.]{0,12}(\d+(?:[.,]\d+)?)\s*(MW|kW)\b(?!h)/i;

/** A peak told in words ("maks 4,5 MW"), kW. */
function peakIn(words: string): number | null {
  const [, value = '', unit = ''] = PEAK.exec(words) ?? [];
  return value === '' ? null : Number(value.replace(',', '.')) * (unit.toUpperCase() === 'MW' ? 1000 : 1);
}

const DIRTY = /støv|sot\b|sotete|tjære|dust|soot|tar\b|fett|korrosiv|corrosive/i;
const CLEAN_GAS = /naturgass|\blng\b|gasskjel|gasskjele|propan|natural gas|gas boiler|biogass/i;

/** The statement of a flow, and what had to be read into its words. */
export function statementOfFlow(
  flow: Flow,
  heats: UsualHeats,
  p: HeatRules,
): { readonly statement: HeatStatement; readonly assumed: readonly HeatRemark[]; readonly questions: readonly HeatRemark[] } | null {
  const found = heatOf(flow, heats);
  if (found === null) return null;
  const { usual, open } = found;
  const side = gives(flow) ? 'hot' : 'cold';
  // What a heat network delivers is no surplus, however it is named.
  if (side === 'hot' && usual.side === 'cold') return null;
  const text = `${flow.words} ${flow.quality ?? ''} ${flow.comment ?? ''}`;
  const pressure = usual.medium === 'steam' ? pressureIn(text, p) : null;
  const remark = (code: HeatRemark['code'], field: string, values: HeatRemark['values'], factor: string | null): HeatRemark => ({
    code,
    flow: flow.id,
    field,
    values,
    factor,
  });
  const row = `heat-media:${usual.resource}`;
  const assumed: HeatRemark[] = [];
  const questions: HeatRemark[] = [];
  if (pressure?.gauge === 'assumed')
    assumed.push(remark('heat.assumedGauge', 'pressure', { value: pressure.shown, absolute: pressure.barAbs }, 'heat.atmosphere'));
  const supply = hottest(flow.temperature);
  if ((open || usual.whenStated) && supply !== null) {
    assumed.push(remark('heat.assumedHeat', 'resource', { value: supply }, row));
    questions.push(remark('heat.askHeat', 'resource', {}, null));
  }
  const even = EVEN_SHARES[usual.load];
  const { low, high } = p.range(even);
  const amount = flow.annual === null ? null : (flow.annual.likely ?? flow.annual.low);
  const inMwh = flow.annual?.unit === 'MWh';
  const massFlow = inMwh || amount === null ? null : yearAsFlow(amount, flow.annual?.unit ?? '', flow.hours ?? p.value('hours.year'));
  return {
    statement: {
      ...unstated({ id: flow.id, company: flow.company, side, medium: usual.medium }),
      usual: { supply: usual.supply, return: usual.return, row },
      supply,
      return: flow.temperatureReturn,
      mwhPerYear: inMwh ? amount : null,
      hoursPerYear: massFlow === null ? flow.hours : (flow.hours ?? p.value('hours.year')),
      peakKw: peakIn(text),
      massFlow,
      barAbs: pressure?.barAbs ?? null,
      cleanGasFuel: CLEAN_GAS.test(text),
      dirty: DIRTY.test(text),
      profile: flow.profile,
      evenShare: p.value(even),
      evenUsual: { low, high, row: `heat.${even}` },
      cops: copsIn(text),
      seasonal: usual.load === 'network',
    },
    assumed,
    questions,
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
