// Which companies the Energy Act's duty to examine surplus heat may fall on: large by what energy they take in, or data centres.
import type { Company } from '../domain/company.ts';
import { gives, type CompanyId, type Flow } from '../domain/flow.ts';
import { likelyOf } from './checks/volume.ts';
import { kindOf } from './kinds.ts';
import type { Settings } from './settings.ts';
import type { TaxonomyTree } from './taxonomyTree.ts';
import { conversion } from './worth/commonUnit.ts';

/** `least`: the input, MW, over which the duty holds for such a company. */
export type HeatDuty = { readonly kind: 'plant' | 'dataCentre'; readonly least: number };
/** Null: under the limit, or its energy is not known. */
export type HeatDuties = (company: CompanyId) => HeatDuty | null;

type Knowledge = { readonly settings: Settings; readonly tree: TaxonomyTree };

/** Where nobody states operating hours, h a year. */
const YEAR = 8760;
const FUELS = [
  'mat.prod.boilerfuel',
  'mat.prod.gasfuel',
  'mat.prod.liquidfuel',
  'mat.prod.kilnfuel',
  'mat.prod.dryingfuel',
  'mat.prod.cofuel',
];
const DATA_CENTRE = /^[A-U]?63\.?1[01]/iu;
const DATA_WORDS = /data\s?-?(?:sent(?:er|ral)|cent(?:er|re)|hall)|tjenerpark|serverpark|server\s?farm|colocation/iu;

export const isDataCentre = ({ nace, activity }: Pick<Company, 'nace' | 'activity'>): boolean =>
  DATA_CENTRE.test((nace ?? '').trim()) || DATA_WORDS.test(activity ?? '');

/** Mean power of a flow while it runs, MW; null where it is no energy or its amount is not known. */
function megawatts(flow: Flow, { tree }: Knowledge): number | null {
  if (flow.annual === null) return null;
  const node = flow.resources[0]?.resource;
  const between = conversion(flow.annual.unit, 'MWh', node === undefined ? undefined : tree.resource(node));
  if (between === null) return null;
  const hours = flow.hours !== null && flow.hours > 0 ? flow.hours : YEAR;
  return (likelyOf(flow.annual) * between.times) / hours;
}

const isFuel = ({ resources }: Flow): boolean =>
  FUELS.some((fuel) => resources[0]?.resource === fuel || resources[0]?.resource.startsWith(`${fuel}.`) === true);

/**
 * What a company takes in at the least, MW: power, fuels and bought heat; or its need of heat, which they serve and are not added to; or, of a data
 * centre, the heat it gives off, which is never more than its power.
 */
export function inputPower(flows: readonly Flow[], dataCentre: boolean, knowledge: Knowledge): number {
  let [bought, needed, given] = [0, 0, 0];
  for (const flow of flows) {
    const kind = kindOf(flow);
    const heat = kind === 'heat' || kind === 'steam';
    if (!heat && kind !== 'electricity' && !isFuel(flow)) continue;
    const power = megawatts(flow, knowledge) ?? 0;
    if (gives(flow)) given += heat ? power : 0;
    else if (heat && flow.role !== 'input') needed += power;
    else bought += power;
  }
  return Math.max(bought, needed, dataCentre ? given : 0);
}

/** Worked out when a company is asked for, and kept. */
export function heatDuties(
  companies: ReadonlyMap<CompanyId, Company>,
  flowsOf: (company: CompanyId) => readonly Flow[],
  knowledge: Knowledge,
): HeatDuties {
  const { settings } = knowledge;
  const known = new Map<CompanyId, HeatDuty | null>();
  const dutyOf = (id: CompanyId): HeatDuty | null => {
    const company = companies.get(id);
    const dataCentre = company !== undefined && isDataCentre(company);
    const power = inputPower(flowsOf(id), dataCentre, knowledge);
    if (dataCentre && power > settings['duty.dataCentre']) return { kind: 'dataCentre', least: settings['duty.dataCentre'] };
    return power > settings['duty.plant'] ? { kind: 'plant', least: settings['duty.plant'] } : null;
  };
  return (id) => {
    let duty = known.get(id);
    if (duty === undefined) known.set(id, (duty = dutyOf(id)));
    return duty;
  };
}
