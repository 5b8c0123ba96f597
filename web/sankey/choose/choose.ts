// Flows -> graph of one view. Nothing vanishes unseen: what is outside the view, zero or not stated is listed, and for every unit the amounts
// shown and left outside add up to the table's.
import { byText } from '../sortText.ts';
import type { Account, GraphLink, GraphNode, NotDrawn, SankeyFlow, SankeyGraph } from '../types.ts';
import { betweenName } from './between.ts';
import { gatherSmall } from './gatherSmall.ts';
import { joinParallel } from './joinParallel.ts';
import { companyAt, endName, isInside } from './slice.ts';
import type { ChooseOptions, Slice } from './slice.ts';

const NAMES = { others: 'Andre', elsewhere: 'Andre steder' };

function joinedLinks(links: readonly GraphLink[], slice: Slice, options: ChooseOptions): readonly GraphLink[] {
  if (options.join === 'named') return joinParallel(links, true);
  return options.join === true || slice.between !== undefined ? joinParallel(links) : links;
}

/** Throws RangeError for a negative or infinite amount: whoever reads the table has refused it with its row. */
export function choose(flows: readonly SankeyFlow[], slice: Slice = {}, options: ChooseOptions = {}): SankeyGraph {
  const names = options.names ?? NAMES;
  const notDrawn: NotDrawn[] = [];
  const sums = new Map<string, { table: number; shown: number; outside: number }>();
  const links: GraphLink[] = [];
  const taken = new Set(flows.flatMap((flow) => [endName(flow, 'source', slice), endName(flow, 'target', slice)]));
  /** Names of our own never join a node that happens to be called so. */
  const own = (name: string): string => (taken.has(name) ? own(`${name}\u00a0`) : name);
  const elsewhere = own(names.elsewhere);
  const nodes = new Map<string, { role: GraphNode['role']; members: Set<string> }>();
  const touch = (id: string, role: GraphNode['role'], member: string): void => {
    const node = nodes.get(id) ?? { role, members: new Set<string>() };
    node.members.add(member);
    nodes.set(id, node);
  };
  for (const flow of flows.toSorted((a, b) => byText(a.id, b.id))) {
    const { id, source, target, unit, value } = flow;
    if (value !== null && !(value >= 0 && Number.isFinite(value))) throw new RangeError(`flow ${id}: ${value} is no amount`);
    if (value === null || value === 0) {
      notDrawn.push({ id, why: value === null ? 'missing' : 'zero', source, target, unit });
      continue;
    }
    const sum = sums.get(unit) ?? { table: 0, shown: 0, outside: 0 };
    sums.set(unit, sum);
    sum.table += value;
    if (!isInside(flow, slice)) {
      sum.outside += value;
      notDrawn.push({ id, why: 'outside', source, target, unit });
      continue;
    }
    sum.shown += value;
    const end = (side: 'source' | 'target'): string => {
      if (slice.companies !== undefined && !slice.companies.includes(companyAt(flow, side))) {
        touch(elsewhere, 'elsewhere', flow[side]);
        return elsewhere;
      }
      const name = endName(flow, side, slice);
      const group = options.groups?.[name];
      const grouped = group !== undefined && !(options.expanded ?? []).includes(group);
      touch(grouped ? group : name, grouped ? 'group' : 'plain', flow[side]);
      return grouped ? group : name;
    };
    const passed = betweenName(flow, slice, options);
    const between = passed === null ? null : own(passed);
    const [from, to] = [end('source'), end('target')];
    const link = (linkId: string, a: string, b: string): GraphLink => ({
      id: linkId,
      source: a,
      target: b,
      value,
      unit,
      kind: flow.kind ?? null,
      min: flow.min ?? null,
      max: flow.max ?? null,
      estimated: flow.estimated === true,
      recycled: flow.hint === 'recycled',
      colourKey: flow.colourKey ?? flow.kind ?? unit,
      temperature: flow.temperature ?? null,
      members: [id],
    });
    if (between === null) links.push(link(id, from, to));
    else {
      touch(between, 'between', between);
      links.push(link(`${id} →`, from, between), link(`→ ${id}`, between, to));
    }
  }
  const joined = joinedLinks(links, slice, options);
  const gathered = gatherSmall(joined, options.threshold ?? 0, names.others);
  for (const [id, members] of gathered.others) nodes.set(id, { role: 'others', members: new Set(members) });
  const used = new Set(gathered.links.flatMap((link) => [link.source, link.target]));
  return {
    nodes: [...nodes]
      .filter(([id]) => used.has(id))
      .map(([id, { role, members }]): GraphNode => ({ id, label: id.trim(), role, members: [...members].sort(byText) }))
      .sort((a, b) => byText(a.id, b.id)),
    links: gathered.links.toSorted((a, b) => byText(a.id, b.id)),
    units: [...new Set(gathered.links.map((link) => link.unit))].sort(byText),
    notDrawn: notDrawn.sort((a, b) => byText(a.id, b.id)),
    account: [...sums].map(([unit, sum]): Account => ({ unit, ...sum })).sort((a, b) => byText(a.unit, b.unit)),
  };
}
