// Whether what one flow is can become what the other one is: warm water is heat, cold water cools, heat does not cool.
import type { Flow } from '../domain/flow.ts';
import type { SettingName, Settings } from './settings.ts';

export const FLOW_KINDS = ['material', 'heat', 'steam', 'electricity', 'water', 'gas', 'cooling', 'service'] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

const kindsOfResources = new Map<string, FlowKind>();

/** The kind a taxonomy node belongs to, by the branch it lies on. Kept for each id: there are as many as the taxonomy has nodes. */
export function kindOfResource(id: string): FlowKind {
  let kind = kindsOfResources.get(id);
  if (kind === undefined) kindsOfResources.set(id, (kind = kindOfBranch(id)));
  return kind;
}

function kindOfBranch(id: string): FlowKind {
  if (id.startsWith('en.heat.steam') || id.startsWith('en.need.steam')) return 'steam';
  if (id.startsWith('en.cold') || id.startsWith('en.need.cooling')) return 'cooling';
  if (id.startsWith('en.el')) return 'electricity';
  if (id.startsWith('en.air') || id.startsWith('en.press') || id.startsWith('mat.gas')) return 'gas';
  if (id.startsWith('en')) return 'heat';
  if (id.startsWith('wat')) return 'water';
  if (id.startsWith('svc')) return 'service';
  return 'material';
}

/** The kind the company stated, or null. */
export function statedKind(flow: Flow): FlowKind | null {
  const { kind } = flow;
  return kind === undefined || kind === null ? null : (FLOW_KINDS.find((known) => known === kind) ?? null);
}

/** The kind the company stated, else the kind of what its words most likely mean; null where neither is known. */
export function kindOf(flow: Flow): FlowKind | null {
  const first = flow.resources[0];
  return statedKind(flow) ?? (first === undefined ? null : kindOfResource(first.resource));
}

type Fit = 'kind.same' | 'kind.near' | 'kind.possible' | 'kind.unlikely' | 'kind.fuelHeat';
const FITS: Readonly<Record<string, Fit>> = {
  'steam>heat': 'kind.near',
  'heat>steam': 'kind.near',
  'water>heat': 'kind.possible',
  'heat>water': 'kind.possible',
  'water>cooling': 'kind.near',
  'cooling>water': 'kind.near',
  'water>material': 'kind.possible',
  'material>water': 'kind.possible',
  'gas>material': 'kind.near',
  'material>gas': 'kind.possible',
  'gas>heat': 'kind.fuelHeat',
  'gas>steam': 'kind.fuelHeat',
  'gas>electricity': 'kind.fuelHeat',
  'material>heat': 'kind.fuelHeat',
  'material>steam': 'kind.fuelHeat',
  'steam>electricity': 'kind.possible',
  'heat>electricity': 'kind.unlikely',
  'heat>cooling': 'kind.unlikely',
  'cooling>heat': 'kind.unlikely',
  'service>water': 'kind.possible',
  'service>material': 'kind.possible',
  'material>service': 'kind.possible',
  'water>service': 'kind.possible',
};

/** 0..1: how well the kinds go together; unknown kinds are no reason against. */
export const kindFit = (surplus: FlowKind | null, need: FlowKind | null, settings: Settings): number =>
  tablesOf(settings).fit[PLACE[surplus ?? 'none'] * SIDE + PLACE[need ?? 'none']] ?? 0;

function fitOf(surplus: FlowKind | null, need: FlowKind | null, settings: Settings): number {
  if (surplus === null || need === null || surplus === need) return settings['kind.same'];
  return settings[FITS[`${surplus}>${need}`] ?? 'kind.unlikely'];
}

type KindLink = Extract<SettingName, `kindLink.${string}`>;
const KIND_LINKS: Readonly<Record<string, KindLink>> = {
  'heat>heat': 'kindLink.heat',
  'steam>steam': 'kindLink.steam',
  'steam>heat': 'kindLink.steamHeat',
  'heat>steam': 'kindLink.heatSteam',
  'cooling>cooling': 'kindLink.cooling',
  'water>cooling': 'kindLink.waterCooling',
  'cooling>water': 'kindLink.waterCooling',
  'water>water': 'kindLink.water',
  'electricity>electricity': 'kindLink.electricity',
  'gas>gas': 'kindLink.gas',
};

/** 0..1: how much two kinds alone say for a pair: heat is heat, whatever it comes from; materials need more than that. */
export const kindStrength = (surplus: FlowKind | null, need: FlowKind | null, settings: Settings): number =>
  tablesOf(settings).strength[PLACE[surplus ?? 'none'] * SIDE + PLACE[need ?? 'none']] ?? 0;

/** The same for one surplus and every kind of need, at the places that `placeOfKind` gives. */
export const strengthsFrom = (surplus: FlowKind | null, settings: Settings): Float64Array =>
  tablesOf(settings).strength.subarray(PLACE[surplus ?? 'none'] * SIDE, (PLACE[surplus ?? 'none'] + 1) * SIDE);

export const placeOfKind = (kind: FlowKind | null): number => PLACE[kind ?? 'none'];

function strengthOf(surplus: FlowKind | null, need: FlowKind | null, settings: Settings): number {
  const name = KIND_LINKS[`${surplus}>${need}`];
  return name === undefined ? 0 : settings[name];
}

const PLACE = { none: 0, material: 1, heat: 2, steam: 3, electricity: 4, water: 5, gas: 6, cooling: 7, service: 8 } as const;
const SIDE = FLOW_KINDS.length + 1;
type Tables = { readonly fit: Float64Array; readonly strength: Float64Array };
const known = new WeakMap<Settings, Tables>();

/** Both figures for every two kinds, worked out once: they are asked for millions of times. */
function tablesOf(settings: Settings): Tables {
  const kept = known.get(settings);
  if (kept !== undefined) return kept;
  const both = [null, ...FLOW_KINDS].flatMap((surplus) => [null, ...FLOW_KINDS].map((need) => [surplus, need] as const));
  const made = {
    fit: Float64Array.from(both, ([surplus, need]) => fitOf(surplus, need, settings)),
    strength: Float64Array.from(both, ([surplus, need]) => strengthOf(surplus, need, settings)),
  };
  known.set(settings, made);
  return made;
}
