// Links of one unit, colour and way between the same two nodes, drawn as one.
import { byText } from '../sortText.ts';
import type { GraphLink } from '../types.ts';

/** `named`: a link that is alone is named by its ends too. */
export function joinParallel(links: readonly GraphLink[], named = false): GraphLink[] {
  const groups = Map.groupBy(links, (link) =>
    JSON.stringify([link.source, link.target, link.unit, link.colourKey, link.estimated, link.recycled]),
  );
  return [...groups.values()].map((group) => joined(group, named));
}

/** One link of several; the sum of low and high is stated only where one of them is, and then the others count at their amount. */
function joined(group: readonly GraphLink[], named: boolean): GraphLink {
  const [first] = group;
  if (first === undefined) throw new RangeError('a group of links is never empty');
  if (group.length === 1 && !named) return first;
  const sum = (of: (link: GraphLink) => number): number => group.reduce((total, link) => total + of(link), 0);
  const ranged = group.some((link) => link.min !== null || link.max !== null);
  const same = <T>(of: (link: GraphLink) => T): T | null => (group.every((link) => of(link) === of(first)) ? of(first) : null);
  return {
    ...first,
    id: `${first.source} → ${first.target} (${first.colourKey}, ${first.unit}${first.estimated ? ', ~' : ''}${first.recycled ? ', ↺' : ''})`,
    value: sum((link) => link.value),
    kind: same((link) => link.kind),
    min: ranged ? sum((link) => link.min ?? link.value) : null,
    max: ranged ? sum((link) => link.max ?? link.value) : null,
    temperature: same((link) => link.temperature),
    members: group.flatMap((link) => link.members).sort(byText),
  };
}
