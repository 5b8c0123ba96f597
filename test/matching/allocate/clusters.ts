// Small made-up clusters in whole units, as numbers (for an oracle) and as flows and matches (for the product).
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import type { Flow } from '../../../server/domain/flow.ts';
import type { Match } from '../../../server/domain/match.ts';
import type { Resource } from '../../../server/domain/resource.ts';
import { settingsFrom, type Settings } from '../../../server/matching/settings.ts';
import { createTree } from '../../../server/matching/taxonomyTree.ts';
import { aNeed, aSurplus, sureOf } from '../makers.ts';

/** `halves`: how much falls in each half of the year; `seasonal`: whether the flow says so. */
export type Side = { readonly halves: readonly [number, number]; readonly seasonal: boolean };
export type SmallCluster = {
  readonly heat: boolean;
  readonly lot: number;
  readonly surpluses: readonly Side[];
  readonly needs: readonly Side[];
  /** NOK for each unit, by surplus and need; null where the two do not match. */
  readonly gains: readonly (readonly (number | null)[])[];
};
export const total = ({ halves }: Side): number => halves[0] + halves[1];

const side = fc
  .record({ halves: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), seasonal: fc.boolean() })
  .filter((one) => total(one) > 0);
const gain = fc.option(fc.integer({ min: -200, max: 1000 }), { freq: 4, nil: null });

/** Materials in tonnes and cubic metres, or heat with seasons; `lots`: the least lots there may be. */
export const smallClusters = (heat: boolean, lots: readonly number[], most = 3): fc.Arbitrary<SmallCluster> =>
  fc.record({
    heat: fc.constant(heat),
    lot: fc.constantFrom(...lots),
    surpluses: fc.array(side, { minLength: 1, maxLength: most }),
    needs: fc.array(side, { minLength: 1, maxLength: most }),
    gains: fc.array(fc.array(gain, { minLength: most, maxLength: most }), { minLength: most, maxLength: most }),
  });

const CHIPS = 'mat.test.chips';
/** Half a tonne a cubic metre. */
const chips: Resource = {
  id: CHIPS,
  parent: null,
  level: 1,
  kind: 'material',
  leaf: true,
  name: { nb: 'flis', en: 'chips' },
  synonyms: { nb: [], en: [] },
  wasteCodes: [],
  hazardous: null,
  density: { value: 500, low: 500, high: 500 },
  heatingValue: null,
  notes: null,
  evidence: 'judgement',
  source: 'judgement',
};
const tree = createTree([chips], 0);
const rows: Record<string, string>[] = parse(readFileSync(new URL('../../../data/matching.csv', import.meta.url)), {
  bom: true,
  columns: true,
});
const settings: Settings = settingsFrom(rows.map((row) => ({ id: row['id'] ?? '', value: Number(row['value']) })));
export const knowing = (lot: number) => ({
  tree,
  settings: { ...settings, 'lot.mass': lot, 'lot.volume': lot, 'lot.energy': lot, 'lot.count': lot },
});

export const aMatch = (surplus: Flow, need: Flow, over: Partial<Match> = {}): Match => ({
  surplus: surplus.id,
  need: need.id,
  giver: surplus.company,
  taker: need.company,
  resource: CHIPS,
  score: 0.5,
  parts: [],
  tie: 1,
  rule: 'same',
  via: [],
  checks: [],
  volume: null,
  distanceKm: 1,
  nokPerYear: null,
  co2PerYear: null,
  assumed: [],
  questions: [],
  ...over,
});

export const exactly = <Unit extends string>(likely: number, unit: Unit) => ({ low: likely, likely, high: likely, unit });

/** Every other need of a material is told in cubic metres. */
export const inCubicMetres = (cluster: SmallCluster, need: number): boolean => !cluster.heat && need % 2 === 1;

export function asFlows(cluster: SmallCluster): {
  readonly flows: readonly Flow[];
  readonly run: { readonly matches: readonly Match[]; readonly refused: readonly Match[] };
} {
  const profile = (one: Side): Flow['profile'] =>
    one.seasonal ? one.halves.flatMap((amount) => Array.from({ length: 6 }, () => amount / total(one) / 6)) : null;
  const unit = cluster.heat ? 'MWh' : 't';
  const told = { kind: cluster.heat ? 'heat' : 'material', resources: sureOf(CHIPS) };
  const surpluses = cluster.surpluses.map((one, at) =>
    aSurplus({ ...told, id: `s${at}`, company: 'A', annual: exactly(total(one), unit), profile: profile(one) }),
  );
  const needs = cluster.needs.map((one, at) =>
    aNeed({
      ...told,
      id: `n${at}`,
      company: 'B',
      annual: inCubicMetres(cluster, at) ? exactly(2 * total(one), 'm3') : exactly(total(one), unit),
      profile: profile(one),
    }),
  );
  const matches = surpluses.flatMap((surplus, s) =>
    needs.flatMap((need, n) => {
      const each = cluster.gains[s]?.[n] ?? null;
      const [given, taken] = [cluster.surpluses[s], cluster.needs[n]];
      if (each === null || given === undefined || taken === undefined) return [];
      const amount = Math.min(total(given), total(taken));
      return [
        aMatch(surplus, need, {
          volume: exactly(amount, unit),
          nokPerYear: exactly(amount * each, 'NOK/y'),
          co2PerYear: exactly((amount * each) / 7, 't CO2e/y'),
        }),
      ];
    }),
  );
  return { flows: [...surpluses, ...needs], run: { matches, refused: [] } };
}
