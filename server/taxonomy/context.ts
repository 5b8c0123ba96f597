// What stands beside the words: kind of flow, direction, branch, waste code.
import type { Direction } from '../domain/flow.ts';
import type { ActivityProfile } from '../domain/lexicon.ts';
import { fold } from './tokens.ts';
import { WEIGHTS } from './weights.ts';

const WATERY =
  /^mat\.(?:chem\.(?:acid|base|aluminate|glycolate|aminoacid|salt\.(?:brine|cacl2|mgcl2|canitrate)|nsol\.(?:as|aq|nitrate)|coagulant\.fecl|sulphur\.(?:na2so4|sulphide|thio))|fibre\.(?:liquor|lignin$|hemi|spentacid)|food\.(?:stillage$|stillage\.vinasse|vinassek|steepwater|potatojuice|starch$|sugar|juice|salt_pickle)|animal\.(?:dairy\.(?:rinse|whey|acid|sweet|permeate)|wool\.wax|manure\.reject)|marine\.(?:bloodwater|cookwater|processwater|delouse)|oil\.(?:oilywater|emulsion)|sludge\.digestate\.liquid|wood\.(?:bark\.water|condensate)|agri\.silagejuice)/;
const WET =
  /^mat\.(?:marine\.(?:sludge|hydro)|sludge|animal\.(?:dairy|blood|manure)|chem|food\.(?:starch|beer|yeast|trub|syrup|molasses)|prod\.(?:carbonsource|biogasfeed|feed\.liquid|fertiliser|dairyfeedmilk|ferment|algae|food\.drink|acidneed|alkalineed|chlorfeed|coagulantneed|antifreeze|fn\.(?:bioc|nutdose|seed|roaddust|ph|dye)))/;

/** Kinds a node can be of; the first is its own. */
export function kindsOfNode(resource: string): readonly string[] {
  if (resource.startsWith('en.heat.steam')) return ['steam', 'heat'];
  if (resource.startsWith('en.heat.water') || resource === 'en.heat.condensate' || resource === 'en.heat.sewage')
    return ['heat', 'near:water', 'near:cooling'];
  if (resource.startsWith('en.heat')) return ['heat', 'near:steam', 'near:gas'];
  if (resource.startsWith('en.need.cooling')) return ['cooling', 'near:water', 'near:material'];
  if (resource.startsWith('en.need')) return ['heat', 'steam', 'near:water'];
  if (resource.startsWith('en.cold')) return ['cooling', 'near:water'];
  if (resource.startsWith('en.el')) return ['electricity', 'near:heat'];
  if (resource.startsWith('en.air') || resource.startsWith('en.press')) return ['gas', 'electricity'];
  if (resource.startsWith('wat.cooling') || resource === 'wat.need.cooling') return ['water', 'cooling', 'near:heat'];
  if (resource.startsWith('wat')) return ['water', 'near:material', 'near:cooling', 'near:heat'];
  if (resource.startsWith('mat.gas')) return ['gas', 'near:material', 'near:heat'];
  if (/^mat\.prod\.(?:oxygen|inert|h2need|co2use|greenhouseco2|gasfuel|ammoniafeed|methanolfeed|vehiclefuel)/.test(resource))
    return ['gas', 'material'];
  if (/^mat\.(?:oil\.lpg|chem\.(?:petro|nsol|chlor)|prod\.fn\.shield)/.test(resource)) return ['material', 'gas'];
  // what is water with something in it may be told as water: brines, lyes, liquors, thin streams of food and fish
  if (WATERY.test(resource)) return ['material', 'water', 'near:gas'];
  if (WET.test(resource)) return ['material', 'near:water', 'near:gas'];
  if (resource.startsWith('svc'))
    return ['service', 'near:heat', 'near:water', 'near:material', 'near:gas', 'near:electricity', 'near:cooling', 'near:steam'];
  return ['material', 'near:gas'];
}

/** How well a node goes with the kind of a flow; `told`: the file says the kind, rather than the words. */
export function kindFit(kinds: readonly string[], kind: string | null, told: boolean): number {
  if (kind === null || kinds.includes(kind)) return 1;
  const fit = kinds.includes(`near:${kind}`) ? WEIGHTS.nearKind : WEIGHTS.otherKind;
  return told ? fit : Math.sqrt(fit);
}

/** What is counted in tonnes, cubic metres or energy is seldom a service; what is counted in hours is seldom anything else. */
export function unitFit(resource: string, unit: string | null | undefined): number {
  if (unit === 'h') return resource.startsWith('svc') ? 1 : WEIGHTS.otherKind;
  return resource.startsWith('svc') && (unit === 't' || unit === 'm3' || unit === 'MWh') ? WEIGHTS.nearKind : 1;
}

/** Uses are taken in, supplies given off; a supply may be asked for by its name. */
export function directionFit(resource: string, direction: Direction | undefined, kind: string | null): number {
  const use = resource.startsWith('mat.prod') || resource.startsWith('en.need') || resource.startsWith('wat.need');
  if (direction === 'out') return use ? WEIGHTS.useGoingOut : resource.startsWith('mat.goods') ? WEIGHTS.goodsGoingOut : 1;
  if (direction !== 'in' || use || resource.startsWith('svc')) return 1;
  // who needs heat for water does not need that water
  if (kind === 'heat' && resource.startsWith('wat')) return WEIGHTS.energySupplyComingIn;
  return resource.startsWith('en.heat') || resource.startsWith('en.cold') ? WEIGHTS.energySupplyComingIn : WEIGHTS.supplyComingIn;
}

export type Branch = { readonly takes: ReadonlySet<string>; readonly gives: ReadonlySet<string> };

export const NO_BRANCH: Branch = { takes: new Set(), gives: new Set() };

/** The profiles that a company's activity words meet, as one; where none, those of the longest NACE prefix. */
export function createBranchFinder(profiles: readonly ActivityProfile[]): (activity: string | null, nace: string | null) => Branch {
  const cache = new Map<string, Branch>();
  const profilesOf = createProfileFinder(profiles);
  const find = (activity: string | null, nace: string | null): Branch => {
    const met = profilesOf(activity, nace);
    if (met.length === 0) return NO_BRANCH;
    return { takes: new Set(met.flatMap(({ takes }) => takes)), gives: new Set(met.flatMap(({ gives }) => gives)) };
  };
  return (activity, nace) => {
    if (activity === null && nace === null) return NO_BRANCH;
    const key = `${activity ?? ''}\n${nace ?? ''}`;
    const held = cache.get(key);
    if (held !== undefined) return held;
    if (cache.size >= MOST_BRANCHES) cache.clear();
    const branch = find(activity, nace);
    cache.set(key, branch);
    return branch;
  };
}

/** The profiles that a company's activity words meet; where none, those of the longest NACE prefix. */
export function createProfileFinder(
  profiles: readonly ActivityProfile[],
): (activity: string | null, nace: string | null) => readonly ActivityProfile[] {
  const known = profiles.map((profile) => ({
    profile,
    words: profile.words.map(plain).filter((word) => word !== ''),
  }));
  return (activity, nace) => {
    const text = ` ${plain(activity ?? '')} `;
    const digits = (nace ?? '').replace(/\D/g, '');
    const named = known.filter(({ words }) =>
      words.some((word) => text.includes(ANYWHERE <= word.length ? word : word.length === 4 ? ` ${word}` : ` ${word} `)),
    );
    const longest = (codes: readonly string[]): number =>
      Math.max(0, ...codes.filter((code) => digits.startsWith(code)).map(({ length }) => length));
    const numbered = digits.length < 2 ? 0 : Math.max(...known.map(({ profile }) => longest(profile.nace)));
    // what a company says it does is nearer than its NACE code
    const met = named.length > 0 || numbered === 0 ? named : known.filter(({ profile }) => longest(profile.nace) === numbered);
    return met.map(({ profile }) => profile);
  };
}

const MOST_BRANCHES = 100_000;
/** Words of five letters and more count inside longer ones, of four at a word's beginning, shorter ones alone. */
const ANYWHERE = 5;
const plain = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** How much likelier a node is for being usual in a branch: itself or one above it is listed, or one beside it. */
export function habitFactor(resource: string, branch: Branch, direction: Direction | undefined): number {
  const lists = direction === 'in' ? [branch.takes] : direction === 'out' ? [branch.gives] : [branch.takes, branch.gives];
  for (let id = resource; ;) {
    if (lists.some((list) => list.has(id))) return 1 + WEIGHTS.usualInBranch;
    const dot = id.lastIndexOf('.');
    if (dot === -1) break;
    id = id.slice(0, dot);
  }
  const group = resource.slice(0, resource.lastIndexOf('.') + 1);
  if (group.split('.').length < 4) return 1;
  for (const list of lists) for (const id of list) if (id.startsWith(group)) return 1 + WEIGHTS.nearUsualInBranch;
  return 1;
}
