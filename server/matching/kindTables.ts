// How well every two kinds go together and how far what moves between them reaches, as tables by number.
import { carrierOf, reachOf } from './distance.ts';
import { FLOW_KINDS, kindFit, placeOfKind } from './kinds.ts';
import type { Settings } from './settings.ts';

/** Kinds that `placeOfKind` tells apart. */
export const KINDS = FLOW_KINDS.length + 1;

/** At the place of the surplus's kind * KINDS + that of the need's. */
export type KindTables = {
  readonly fit: Float64Array;
  /** Km, as `Reach` says. */
  readonly half: Float64Array;
  readonly usual: Float64Array;
};

const known = new WeakMap<Settings, KindTables>();

export function kindTables(settings: Settings): KindTables {
  let tables = known.get(settings);
  if (tables !== undefined) return tables;
  const side = [null, ...FLOW_KINDS];
  tables = { fit: new Float64Array(KINDS * KINDS), half: new Float64Array(KINDS * KINDS), usual: new Float64Array(KINDS * KINDS) };
  for (const given of side)
    for (const taken of side) {
      const place = placeOfKind(given) * KINDS + placeOfKind(taken);
      const { half, usual } = reachOf(carrierOf(given, taken), settings);
      tables.fit[place] = kindFit(given, taken, settings);
      tables.half[place] = half;
      tables.usual[place] = usual;
    }
  known.set(settings, tables);
  return tables;
}
