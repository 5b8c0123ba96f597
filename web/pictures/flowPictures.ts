// From a cluster's or a company's flows to the rows of a diagram. Pure: the same flows give the same rows, and the rows' sums are the flows'.
import type { ExchangeShown, FlowShown } from '../../server/contract/clusters.ts';
import type { SankeyFlow } from '../sankey/types.ts';
import { colourKey } from './colourKey.ts';

/** What the diagram shows of a table; flows without an amount are counted, not drawn. */
export type Picture = {
  readonly rows: readonly SankeyFlow[];
  readonly notDrawn: number;
  /** Flows behind a row that is a difference of several; every other row is the flow of its id. */
  readonly behind: ReadonlyMap<string, readonly string[]>;
  /** What each colour stands for, in words. */
  readonly colours: ReadonlyMap<string, string>;
};
export type Scope = 'all' | 'energy' | 'mass' | 'volume' | 'other';

const SCOPE_OF: Readonly<Record<string, Scope>> = { MWh: 'energy', t: 'mass', m3: 'volume' };
const inScope = (unit: string, scope: Scope): boolean => scope === 'all' || (SCOPE_OF[unit] ?? 'other') === scope;

/** What a picture shows first: energy where there is any, since it is what most clusters come for, else what the flows have. */
export function firstScope(flows: readonly FlowShown[]): Scope {
  const scopes = new Set(flows.flatMap(({ annual }) => (annual === null ? [] : [SCOPE_OF[annual.unit] ?? 'other'])));
  return (['energy', 'mass', 'volume'] as const).find((scope) => scopes.has(scope)) ?? 'all';
}

export type Names = {
  readonly leaves: string;
  readonly enters: string;
  readonly unknown: string;
  readonly whole: string;
  readonly receives: (company: string) => string;
};

/** The resource a flow is drawn under: its best guess's name, cut to a level of the taxonomy by `nameOf`; unknown words stand as they are. */
const resourceName = (flow: FlowShown, names: Names, coarse: boolean): string => {
  const [best] = flow.guesses;
  if (!best) return coarse ? names.unknown : flow.resource;
  return coarse ? (best.group ?? best.name) : best.name;
};

/** The family's name for each colour. */
const coloursOf = (flows: readonly FlowShown[], names: Names): Picture['colours'] =>
  new Map(flows.map((flow) => [colourKey(flow), flow.guesses[0]?.group ?? names.unknown]));

const NOTHING_BEHIND: Picture['behind'] = new Map();

type Balance = { resource: string; unit: string; colourKey: string; given: number; taken: number; readonly flows: string[] };

/**
 * Givers left, resources in the middle, takers right. What a resource has more of than the cluster asks for leaves it; what it lacks comes
 * from outside: so each resource's bar balances, and nothing is drawn as agreed that is only possible.
 */
export function clusterPicture(flows: readonly FlowShown[], scope: Scope, coarse: boolean, names: Names): Picture {
  const rows: SankeyFlow[] = [];
  const balances = new Map<string, Balance>();
  let notDrawn = 0;
  for (const flow of flows) {
    const annual = flow.annual;
    if (annual === null || annual.likely === null || annual.likely <= 0) {
      notDrawn += 1;
      continue;
    }
    if (!inScope(annual.unit, scope)) continue;
    const resource = resourceName(flow, names, coarse);
    const key = `${resource} ${annual.unit}`;
    const balance: Balance = balances.get(key) ?? {
      resource,
      unit: annual.unit,
      colourKey: colourKey(flow),
      given: 0,
      taken: 0,
      flows: [],
    };
    balances.set(key, balance);
    balance.flows.push(flow.id);
    if (flow.gives) balance.given += annual.likely;
    else balance.taken += annual.likely;
    rows.push({
      id: flow.id,
      source: flow.gives ? flow.company_name : resource,
      target: flow.gives ? resource : names.receives(flow.company_name),
      value: annual.likely,
      unit: annual.unit,
      // The company's own words stand on the ribbon; the node it runs to tells how they were understood.
      kind: flow.resource,
      colourKey: colourKey(flow),
      ...(annual.high === null ? {} : { min: annual.low, max: annual.high }),
      estimated: flow.data_quality === 'estimated' || flow.data_quality === 'typical',
    });
  }
  const behind = new Map<string, readonly string[]>();
  for (const { resource, unit, colourKey: colour, given, taken, flows: members } of balances.values()) {
    const difference = given - taken;
    if (Math.abs(difference) <= 1e-9 * Math.max(given, taken)) continue;
    behind.set(`${difference > 0 ? 'out' : 'in'} ${resource} ${unit}`, members);
    rows.push(
      difference > 0
        ? { id: `out ${resource} ${unit}`, source: resource, target: names.leaves, value: difference, unit, colourKey: colour }
        : { id: `in ${resource} ${unit}`, source: names.enters, target: resource, value: -difference, unit, colourKey: colour },
    );
  }
  return { rows, notDrawn, behind, colours: coloursOf(flows, names) };
}

/** What the company takes in, its processes, what it gives off. */
export function companyPicture(flows: readonly FlowShown[], scope: Scope, names: Names): Picture {
  const rows: SankeyFlow[] = [];
  let notDrawn = 0;
  const given = new Set(flows.filter((flow) => flow.direction === 'out').map((flow) => flow.resource));
  for (const flow of flows) {
    const annual = flow.annual;
    if (annual === null || annual.likely === null || annual.likely <= 0) {
      notDrawn += 1;
      continue;
    }
    if (!inScope(annual.unit, scope)) continue;
    const process = flow.process ?? flow.site ?? names.whole;
    // The same words on both sides would otherwise close a loop that the company did not state.
    const words = flow.direction === 'in' && given.has(flow.resource) ? names.receives(flow.resource) : flow.resource;
    rows.push({
      id: flow.id,
      source: flow.direction === 'in' ? words : process,
      target: flow.direction === 'in' ? process : words,
      value: annual.likely,
      unit: annual.unit,
      colourKey: colourKey(flow),
      ...(annual.high === null ? {} : { min: annual.low, max: annual.high }),
      estimated: flow.data_quality === 'estimated' || flow.data_quality === 'typical',
    });
  }
  return { rows, notDrawn, behind: NOTHING_BEHIND, colours: coloursOf(flows, names) };
}

/** Flows that run between companies today. */
export function exchangePicture(exchanges: readonly ExchangeShown[], scope: Scope): Picture {
  const rows: SankeyFlow[] = [];
  let notDrawn = 0;
  for (const one of exchanges) {
    if (one.annual === null || one.annual.likely === null || one.annual.likely <= 0) notDrawn += 1;
    else if (inScope(one.annual.unit, scope))
      rows.push({
        id: one.id,
        source: one.from_name,
        target: one.to_name,
        value: one.annual.likely,
        unit: one.annual.unit,
        kind: one.resource,
      });
  }
  return { rows, notDrawn, behind: NOTHING_BEHIND, colours: new Map() };
}
