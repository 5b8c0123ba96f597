// What can each resource serve? Every link from a resource to the needs it can meet, worked out once a resource and kept.
import type { ResourceId } from '../domain/resource.ts';
import type { SynergyRule } from '../domain/rule.ts';
import { companyFits } from './companyFit.ts';
import { strongerLink, type Link } from './link.ts';
import type { Processor } from './processors.ts';
import type { Settings } from './settings.ts';
import type { TaxonomyTree } from './taxonomyTree.ts';

export type LinkBook = {
  /** Links from a resource to every resource it can serve, by the need's node. */
  readonly from: (resource: ResourceId) => ReadonlyMap<ResourceId, Link>;
  /** The same in the order of the need's nodes. */
  readonly sortedFrom: (resource: ResourceId) => readonly Link[];
  /** The same as columns, for a search that goes over them many thousand times. */
  readonly columnsFrom: (resource: ResourceId) => LinkColumns;
  /** The same without links through a processor. */
  readonly directFrom: (resource: ResourceId) => ReadonlyMap<ResourceId, Link>;
  /** A number for each resource, from 0, in the order in which they are first asked for. */
  readonly numberOf: (resource: ResourceId) => number;
};

/** Links in the order of the need's nodes, a place for each. */
export type LinkColumns = {
  readonly links: readonly Link[];
  /** Number of the need's node. */
  readonly uses: Int32Array;
  readonly strengths: Float64Array;
  /** 1 where waste may take over the link: it takes capacity. */
  readonly capacity: Uint8Array;
};

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
  const direct = new Map<ResourceId, ReadonlyMap<ResourceId, Link>>();
  const whole = new Map<ResourceId, ReadonlyMap<ResourceId, Link>>();

  /** Adds a link and what it gives for needs told narrower or wider than its use. */
  const spread = (links: Map<ResourceId, Link>, link: Link, use: ResourceId): void => {
    const put = (node: ResourceId, strength: number): void => {
      if (strength >= settings['link.least']) links.set(node, strongerLink(links.get(node), { ...link, use: node, strength }));
    };
    put(use, link.strength);
    const room = tree.sharpness(use);
    for (const node of tree.below(use)) {
      const levels = tree.levelsUp(node, use) ?? 1;
      put(node, link.strength * settings['link.useNarrower'] ** levels * Math.max(room, settings['link.sibling']));
    }
    tree.above(use).forEach((node, index) => {
      if (tree.above(node).length > 0) put(node, link.strength * settings['link.useWider'] ** (index + 1) * tree.sharpness(node));
    });
  };

  const fits = new Map<SynergyRule, Pick<Link, 'givers' | 'takers'>>();
  const fitsOf = (rule: SynergyRule): Pick<Link, 'givers' | 'takers'> => {
    let both = fits.get(rule);
    if (both === undefined)
      fits.set(rule, (both = { givers: companyFits(rule.fromNace, settings), takers: companyFits(rule.toNace, settings) }));
    return both;
  };

  const ruleStrength = (rule: SynergyRule): number =>
    settings[rule.evidence === 'documented' ? 'link.documented' : 'link.judgement'] *
    settings[commonnessOf(rule)] *
    higherUse(rule, reference.useTypes.get(rule.useType)?.rank, settings);

  const sameOrRelated = (resource: ResourceId, links: Map<ResourceId, Link>): void => {
    const put = (node: ResourceId, strength: number, kind: 'same' | 'related'): void => {
      if (strength < settings['link.least']) return;
      links.set(
        node,
        strongerLink(links.get(node), {
          kind,
          ruleId: 'same',
          rule: null,
          resource,
          use: node,
          strength,
          givers: null,
          takers: null,
          via: [],
        }),
      );
    };
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

  const directFrom = (resource: ResourceId): ReadonlyMap<ResourceId, Link> => {
    const known = direct.get(resource);
    if (known !== undefined) return known;
    const links = new Map<ResourceId, Link>();
    direct.set(resource, links);
    if (!tree.has(resource)) return links;
    sameOrRelated(resource, links);
    const take = (rule: SynergyRule, factor: number): void =>
      spread(
        links,
        { kind: 'rule', ruleId: rule.id, rule, resource, use: rule.use, strength: ruleStrength(rule) * factor, ...fitsOf(rule), via: [] },
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

  const from = (resource: ResourceId): ReadonlyMap<ResourceId, Link> => {
    const known = whole.get(resource);
    if (known !== undefined) return known;
    const links = new Map(directFrom(resource));
    const least = settings['link.least'];
    for (const processor of processors) {
      let first = 0;
      for (const input of processor.takes) {
        const into = directFrom(resource).get(input);
        if (into !== undefined && into.kind === 'rule') first = Math.max(first, into.strength);
        else if (into?.kind === 'same') first = Math.max(first, into.strength);
      }
      if (first === 0) continue;
      for (const output of processor.gives) {
        for (const second of directFrom(output).values()) {
          if (second.kind !== 'rule' && second.kind !== 'same') continue;
          const strength = settings['link.via'] * first * second.strength;
          if (strength < least || second.use === null) continue;
          const link: Link = { ...second, kind: 'via', resource, strength, via: [processor.id] };
          links.set(second.use, strongerLink(links.get(second.use), link));
        }
      }
    }
    whole.set(resource, links);
    return links;
  };
  const sorted = new Map<ResourceId, readonly Link[]>();
  const sortedFrom = (resource: ResourceId): readonly Link[] => {
    let links = sorted.get(resource);
    if (links === undefined)
      sorted.set(resource, (links = [...from(resource)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link)));
    return links;
  };
  const numbers = new Map<ResourceId, number>();
  const numberOf = (resource: ResourceId): number => {
    let number = numbers.get(resource);
    if (number === undefined) numbers.set(resource, (number = numbers.size));
    return number;
  };
  const columns = new Map<ResourceId, LinkColumns>();
  const columnsFrom = (resource: ResourceId): LinkColumns => {
    let made = columns.get(resource);
    if (made === undefined) columns.set(resource, (made = columnsOf(sortedFrom(resource), numberOf)));
    return made;
  };
  return { from, sortedFrom, columnsFrom, directFrom, numberOf };
}

/** Only links that lead to a node: the others serve no need by what it is. */
function columnsOf(links: readonly Link[], numberOf: LinkBook['numberOf']): LinkColumns {
  const leading = links.filter(({ use }) => use !== null);
  return {
    links: leading,
    uses: Int32Array.from(leading, ({ use }) => (use === null ? -1 : numberOf(use))),
    strengths: Float64Array.from(leading, ({ strength }) => strength),
    capacity: Uint8Array.from(leading, ({ rule }) => (rule?.useType === 'capacity' ? 1 : 0)),
  };
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
