// What can each resource serve? Every link from a resource to the needs it can meet, worked out once a resource and kept.
import type { ResourceId } from '../domain/resource.ts';
import type { SynergyRule } from '../domain/rule.ts';
import { companyFits, createFitTable, type CompanyFits, type FitTable } from './companyFit.ts';
import { kindOfResource, placeOfKind } from './kinds.ts';
import type { Link } from './link.ts';
import { growTable, type GrowingTable, type LinkSource, type LinkTable } from './linkTable.ts';
import type { Processor } from './processors.ts';
import type { Settings } from './settings.ts';
import type { TaxonomyTree } from './taxonomyTree.ts';

export type LinkBook = {
  /** Links from a resource to every resource it can serve, by the need's node. */
  readonly from: (resource: ResourceId) => ReadonlyMap<ResourceId, Link>;
  /** The same as columns, for a search that goes over them many thousand times. */
  readonly columnsFrom: (resource: ResourceId) => LinkColumns;
  /** The same as `from` without links through a processor. */
  readonly directFrom: (resource: ResourceId) => ReadonlyMap<ResourceId, Link>;
  /** A number for each resource, from 0; those of the taxonomy in the order of their ids. */
  readonly numberOf: (resource: ResourceId) => number;
  /** Which companies fit which rules. */
  readonly fits: FitTable;
};

/** Links in the order of the need's nodes, a place for each. */
export type LinkColumns = {
  /** Number of the need's node. */
  readonly uses: Int32Array;
  readonly strengths: Float64Array;
  /** Rows of `LinkBook.fits`: for the company that gives and the one that takes. */
  readonly givers: Int32Array;
  readonly takers: Int32Array;
  /** Where the rule's id stands among all, by id. */
  readonly ruleRanks: Int32Array;
  /** 1 where waste may take over the link: it takes capacity. */
  readonly capacity: Uint8Array;
  /** Place of the kind of the need's node; 128 more where the link goes through a processor. */
  readonly kinds: Uint8Array;
  /** The link at a place, made when it is asked for. */
  readonly linkAt: (place: number) => Link;
};

/** Told beside the kind, in one byte. */
export const THROUGH_PROCESSOR = 128;

export function createLinkBook(
  tree: TaxonomyTree,
  reference: { readonly rules: readonly SynergyRule[]; readonly useTypes: ReadonlyMap<string, { readonly rank: string }> },
  processors: readonly Processor[],
  settings: Settings,
): LinkBook {
  const byResource = new Map<ResourceId, SynergyRule[]>();
  for (const rule of reference.rules) {
    const list = byResource.get(rule.resource);
    if (list === undefined) byResource.set(rule.resource, [rule]);
    else list.push(rule);
  }
  const direct = new Map<ResourceId, LinkTable>();
  const whole = new Map<ResourceId, LinkTable>();
  const least = settings['link.least'];
  const ids = new Set([...tree.nodes, ...reference.rules.map(({ use }) => use)]);
  const names = [...ids].sort();
  const numbers = new Map(names.map((id, number) => [id, number]));
  const numberOf = (resource: ResourceId): number => {
    let number = numbers.get(resource);
    if (number === undefined) numbers.set(resource, (number = names.push(resource) - 1));
    return number;
  };
  const ruleRanks = new Map([...new Set(['same', ...reference.rules.map(({ id }) => id)])].sort().map((id, rank) => [id, rank]));
  const fits = createFitTable(settings);

  /** Adds a link and what it gives for needs told narrower or wider than its use. */
  const spread = (links: GrowingTable, source: LinkSource, whole: number, use: ResourceId): void => {
    const put = (node: ResourceId, strength: number): void => links.put(numberOf(node), strength, source);
    put(use, whole);
    const room = tree.sharpness(use);
    for (const node of tree.below(use)) {
      const levels = tree.levelsUp(node, use) ?? 1;
      put(node, whole * settings['link.useNarrower'] ** levels * Math.max(room, settings['link.sibling']));
    }
    tree.above(use).forEach((node, index) => {
      if (tree.above(node).length > 0) put(node, whole * settings['link.useWider'] ** (index + 1) * tree.sharpness(node));
    });
  };

  const byDivisions = new Map<string, CompanyFits | null>();
  /** Rules for the same divisions share what fits them. */
  const fitsOf = (codes: readonly string[]): CompanyFits | null => {
    const key = codes.join('|');
    let made = byDivisions.get(key);
    if (made === undefined) byDivisions.set(key, (made = companyFits(codes, settings)));
    return made;
  };
  const companies = new Map<SynergyRule, Pick<Link, 'givers' | 'takers'>>();
  const companiesOf = (rule: SynergyRule): Pick<Link, 'givers' | 'takers'> => {
    let both = companies.get(rule);
    if (both === undefined) companies.set(rule, (both = { givers: fitsOf(rule.fromNace), takers: fitsOf(rule.toNace) }));
    return both;
  };

  const ruleStrength = (rule: SynergyRule): number =>
    settings[rule.evidence === 'documented' ? 'link.documented' : 'link.judgement'] *
    settings[commonnessOf(rule)] *
    higherUse(rule, reference.useTypes.get(rule.useType)?.rank, settings);

  const sameOrRelated = (resource: ResourceId, links: GrowingTable): void => {
    const own = { ruleId: 'same', rule: null, resource, givers: null, takers: null, via: [] };
    const sources = { same: { kind: 'same', ...own }, related: { kind: 'related', ...own } } as const;
    const put = (node: ResourceId, strength: number, kind: 'same' | 'related'): void => links.put(numberOf(node), strength, sources[kind]);
    put(resource, settings['link.same'] * tree.sharpness(resource), 'same');
    for (const node of tree.below(resource)) put(node, settings['link.narrower'] * tree.sharpness(resource), 'related');
    for (const node of tree.above(resource)) {
      if (tree.above(node).length === 0) continue;
      put(node, settings['link.wider'] * tree.sharpness(node), 'related');
      for (const sibling of tree.below(node)) {
        if (sibling !== resource && tree.levelsUp(resource, sibling) === null)
          put(sibling, settings['link.sibling'] * tree.sharpness(node), 'related');
      }
    }
  };

  const directTable = (resource: ResourceId): LinkTable => {
    const known = direct.get(resource);
    if (known !== undefined) return known;
    const links = growTable(least);
    direct.set(resource, links);
    if (!tree.has(resource)) return links;
    sameOrRelated(resource, links);
    const take = (rule: SynergyRule, factor: number): void =>
      spread(
        links,
        { kind: 'rule', ruleId: rule.id, rule, resource, ...companiesOf(rule), via: [] },
        ruleStrength(rule) * factor,
        rule.use,
      );
    for (const rule of byResource.get(resource) ?? []) take(rule, 1);
    tree.above(resource).forEach((node, index) => {
      for (const rule of byResource.get(node) ?? []) take(rule, settings['link.ruleInherited'] ** (index + 1));
    });
    for (const node of tree.below(resource)) {
      const factor = settings['link.ruleGeneric'] ** (tree.levelsUp(node, resource) ?? 1);
      for (const rule of byResource.get(node) ?? []) take(rule, factor);
    }
    return links;
  };

  const wholeTable = (resource: ResourceId): LinkTable => {
    const known = whole.get(resource);
    if (known !== undefined) return known;
    const own = directTable(resource);
    const links = growTable(least, own);
    for (const { id, takes, gives } of processors) {
      let first = 0;
      for (const input of takes) {
        const place = own.placeOf(numberOf(input));
        const kind = place === undefined ? null : own.sources[place]?.kind;
        if (place !== undefined && (kind === 'rule' || kind === 'same')) first = Math.max(first, own.strengths[place] ?? 0);
      }
      if (first === 0) continue;
      for (const output of gives) {
        const second = directTable(output);
        second.sources.forEach((source, place) => {
          if (source.kind !== 'rule' && source.kind !== 'same') return;
          const strength = settings['link.via'] * first * (second.strengths[place] ?? 0);
          if (strength >= least) links.put(second.nodes[place] ?? 0, strength, { ...source, kind: 'via', resource, via: [id] });
        });
      }
    }
    whole.set(resource, links);
    return links;
  };

  const linkAt = ({ nodes, strengths, sources }: LinkTable, place: number): Link => {
    const source = sources[place];
    if (source === undefined) throw new Error(`there is no link at ${place}`);
    return { ...source, use: names[nodes[place] ?? 0] ?? null, strength: strengths[place] ?? 0 };
  };
  const mapped = (tables: (resource: ResourceId) => LinkTable): LinkBook['from'] => {
    const maps = new Map<ResourceId, ReadonlyMap<ResourceId, Link>>();
    return (resource) => {
      let map = maps.get(resource);
      if (map === undefined) {
        const table = tables(resource);
        map = new Map(table.nodes.map((node, place) => [names[node] ?? '', linkAt(table, place)]));
        maps.set(resource, map);
      }
      return map;
    };
  };

  const columnsOf = (table: LinkTable): LinkColumns => {
    const order = [...table.nodes.keys()].sort((a, b) => (table.nodes[a] ?? 0) - (table.nodes[b] ?? 0));
    const sources = order.flatMap((place) => table.sources[place] ?? []);
    const made: (Link | undefined)[] = [];
    return {
      uses: Int32Array.from(order, (place) => table.nodes[place] ?? 0),
      strengths: Float64Array.from(order, (place) => table.strengths[place] ?? 0),
      givers: Int32Array.from(sources, ({ givers }) => fits.rowOf(givers)),
      takers: Int32Array.from(sources, ({ takers }) => fits.rowOf(takers)),
      ruleRanks: Int32Array.from(sources, ({ ruleId }) => ruleRanks.get(ruleId) ?? 0),
      capacity: Uint8Array.from(sources, ({ rule }) => (rule?.useType === 'capacity' ? 1 : 0)),
      kinds: Uint8Array.from(
        order,
        (place, at) =>
          placeOfKind(kindOfResource(names[table.nodes[place] ?? 0] ?? '')) + (sources[at]?.kind === 'via' ? THROUGH_PROCESSOR : 0),
      ),
      linkAt: (place) => (made[place] ??= linkAt(table, order[place] ?? 0)),
    };
  };
  const columns = new Map<ResourceId, LinkColumns>();
  const columnsFrom = (resource: ResourceId): LinkColumns => {
    let made = columns.get(resource);
    if (made === undefined) columns.set(resource, (made = columnsOf(wholeTable(resource))));
    return made;
  };
  return { from: mapped(wholeTable), columnsFrom, directFrom: mapped(directTable), numberOf, fits };
}

function commonnessOf(rule: SynergyRule): 'link.common' | 'link.established' | 'link.occasional' | 'link.emerging' | 'link.rare' {
  switch (rule.commonness) {
    case 'common':
      return 'link.common';
    case 'established':
      return 'link.established';
    case 'emerging':
      return 'link.emerging';
    case 'rare':
      return 'link.rare';
    default:
      return 'link.occasional';
  }
}

/** Food, feed, material and nutrients before energy, energy before treatment, when nothing else decides. */
function higherUse(rule: SynergyRule, rank: string | undefined, settings: Settings): number {
  if (!rule.resource.startsWith('mat') || rule.resource.startsWith('mat.gas')) return 1;
  if (rank === 'disposal' || rank === 'service') return settings['use.disposal'];
  return rank === 'energy' ? settings['use.energy'] : 1;
}
