// What is too small to be told alone goes into "others": nodes all of whose links are under the threshold, kept apart by their side of the
// picture so that the sums at every other node stay.
import { byText } from '../sortText.ts';
import type { GraphLink } from '../types.ts';
import { joinParallel } from './joinParallel.ts';

/** `threshold`: share of a unit's sum, 0..1; 0 gathers nothing. `others`: name of each gathering node and who is in it. */
export function gatherSmall(
  links: readonly GraphLink[],
  threshold: number,
  name: string,
): { readonly links: readonly GraphLink[]; readonly others: ReadonlyMap<string, readonly string[]> } {
  if (threshold <= 0) return { links, others: new Map() };
  const total = new Map<string, number>();
  for (const link of links) total.set(link.unit, (total.get(link.unit) ?? 0) + link.value);
  const large = new Set<string>();
  const gives = new Set<string>();
  const takes = new Set<string>();
  for (const link of links) {
    gives.add(link.source);
    takes.add(link.target);
    if (link.value >= threshold * (total.get(link.unit) ?? 0)) {
      large.add(link.source);
      large.add(link.target);
    }
  }
  // Where everything is small, gathering would leave nothing to see.
  if (large.size === 0) return { links, others: new Map() };
  const others = new Map<string, string[]>();
  const small = [...new Set([...gives, ...takes])].filter((id) => !large.has(id)).sort(byText);
  const taken = new Set([...gives, ...takes].filter((id) => !small.includes(id)));
  const rename = new Map<string, string>();
  for (const id of small) {
    const side = gives.has(id) && takes.has(id) ? 2 : gives.has(id) ? 0 : 1;
    let gathering = [name, `${name} `, `${name}  `][side] ?? name;
    while (taken.has(gathering)) gathering += '\u00a0';
    rename.set(id, gathering);
    others.set(gathering, [...(others.get(gathering) ?? []), id]);
  }
  // A single node gains nothing by losing its name.
  for (const [gathering, members] of others)
    if (members.length < 2) {
      for (const id of members) rename.delete(id);
      others.delete(gathering);
    }
  const renamed = links.map((link) => ({
    ...link,
    source: rename.get(link.source) ?? link.source,
    target: rename.get(link.target) ?? link.target,
  }));
  const touched = renamed.filter((link) => others.has(link.source) || others.has(link.target));
  const rest = renamed.filter((link) => !others.has(link.source) && !others.has(link.target));
  return { links: [...rest, ...joinParallel(touched)], others };
}
