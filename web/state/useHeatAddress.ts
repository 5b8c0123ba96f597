// What somebody chose on the heat page, kept in the address: who is off, the approach, the routes drawn. A link shows the same network again.
import { useEffect, useState } from 'preact/hooks';
import { readRoutes, routesText } from '../../server/contract/drawnRoutes.ts';
import type { DrawnRoute } from '../../server/contract/drawnRoutes.ts';

export type HeatChoices = {
  readonly off: ReadonlySet<string>;
  /** Least difference of a liquid pair, K; null: the usual one. */
  readonly approach: number | null;
  readonly routes: readonly DrawnRoute[];
};

/** Ends of the slider, K: what an address says beyond them is not taken. */
export const APPROACH_ENDS = { least: 1, most: 40 } as const;

export function readHeatChoices(search: string): HeatChoices {
  const asked = new URLSearchParams(search);
  const kelvin = asked.get('approach') === null ? Number.NaN : Number(asked.get('approach'));
  return {
    off: new Set((asked.get('off') ?? '').split(',').filter((id) => id !== '')),
    approach: kelvin >= APPROACH_ENDS.least && kelvin <= APPROACH_ENDS.most ? kelvin : null,
    routes: readRoutes(asked.get('routes') ?? '') ?? [],
  };
}

/** Nothing chosen is an empty text. */
export function heatSearch({ off, approach, routes }: HeatChoices): string {
  const asked = new URLSearchParams();
  if (off.size > 0) asked.set('off', [...off].sort().join(','));
  if (approach !== null) asked.set('approach', String(approach));
  if (routes.length > 0) asked.set('routes', routesText(routes));
  const text = asked.toString();
  return text === '' ? '' : `?${text}`;
}

export function useHeatAddress(): readonly [HeatChoices, (change: Partial<HeatChoices>) => void] {
  const [choices, setChoices] = useState<HeatChoices>(() => readHeatChoices(location.search));
  useEffect(() => {
    const moved = (): void => setChoices(readHeatChoices(location.search));
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, []);
  const change = (some: Partial<HeatChoices>): void => {
    // From the address, not from the last drawing: two changes may come between two drawings.
    const next = { ...readHeatChoices(location.search), ...some };
    history.replaceState(history.state, '', `${location.pathname}${heatSearch(next)}`);
    setChoices(next);
  };
  return [choices, change];
}
