// What does a flow's colour stand for? Its family in the taxonomy, offered or needed, in whatever language the names are shown.
import type { FlowShown } from '../../server/contract/clusters.ts';

/** Offered and needed energy and water are branches apart in the taxonomy and one family in a picture. First prefix that fits. */
const FAMILIES: readonly (readonly [prefix: string, key: string])[] = [
  ['en.need.cooling', 'cold'],
  ['en.cold', 'cold'],
  ['en.need', 'heat'],
  ['en.heat', 'heat'],
  ['en.el', 'electric power'],
  ['en.air', 'compressed air'],
  ['wat', 'water'],
];

export const colourKey = (flow: FlowShown): string => colourOfResource(flow.guesses[0]?.resource ?? null);

export function colourOfResource(id: string | null): string {
  if (id === null) return 'unknown';
  const family = FAMILIES.find(([prefix]) => id === prefix || id.startsWith(`${prefix}.`));
  return family?.[1] ?? id.split('.').slice(0, 2).join('.');
}
