// Heat flows as rows of a diagram: companies give into classes of temperature, companies take from them. Pure.
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import { temperatureClass } from '../../sankey/colours/temperatureClasses.ts';
import type { SankeyFlow } from '../../sankey/types.ts';

type Names = { readonly company: (id: string) => string; readonly receives: (name: string) => string };

/** A flow lies in the class of its hot end: what it can serve, or what it must have. */
export function heatRows(page: Pick<HeatPage, 'flows' | 'streams'>, names: Names): readonly SankeyFlow[] {
  const pieces = Map.groupBy(page.streams, (one) => one.flow);
  return page.flows.flatMap((flow): SankeyFlow[] => {
    const own = pieces.get(flow.id) ?? [];
    if (own.length === 0 || flow.mwh_per_year === null || flow.mwh_per_year <= 0) return [];
    const temperature = Math.max(...own.map((one) => Math.max(one.supply_c, one.target_c)));
    const middle = temperatureClass(temperature).name;
    const company = names.company(flow.company);
    return [
      {
        id: flow.id,
        source: flow.side === 'hot' ? company : middle,
        target: flow.side === 'hot' ? middle : names.receives(company),
        value: flow.mwh_per_year,
        unit: 'MWh',
        kind: flow.resource,
        temperature,
      },
    ];
  });
}

/** Givers left, classes in the middle, takers right, also for a class that nobody gives to. */
export const heatColumns = (
  rows: readonly SankeyFlow[],
  isClass: (node: string) => boolean,
): Readonly<Record<string, { readonly column: number }>> =>
  Object.fromEntries(
    rows.flatMap(({ source, target }) => [
      [source, { column: isClass(source) ? 1 : 0 }],
      [target, { column: isClass(target) ? 1 : 2 }],
    ]),
  );
