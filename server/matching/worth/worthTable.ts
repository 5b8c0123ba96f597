// Which factor speaks for a resource or a use: the row of the nearest node above it.
import type { Factor } from '../../domain/factor.ts';
import type { ResourceId } from '../../domain/resource.ts';

export const WORTH_KINDS = ['price', 'gate', 'co2', 'form'] as const;
export type WorthKind = (typeof WORTH_KINDS)[number];

/** `factor` is the id of a row of data/factors.csv (of `form`: how the goods are carried); `share` of it one tonne stands for. */
export type WorthRow = { readonly node: ResourceId; readonly factor: string; readonly share: number };
export type WorthTable = {
  readonly nearest: (what: WorthKind, node: ResourceId | null) => WorthRow | null;
  readonly factor: (id: string) => Factor | null;
  /** The likely value of a row that must be there; throws where it is not: the program's own data is then broken. */
  readonly value: (id: string) => number;
};

/** From the rows of data/worth.csv by header. Throws where a row names no factor: the program's own data is then broken. */
export function worthTableFrom(rows: Iterable<Readonly<Record<string, string>>>, factors: ReadonlyMap<string, Factor>): WorthTable {
  const byKind = new Map<string, Map<ResourceId, WorthRow>>();
  for (const row of rows) {
    const [what, node, factor] = [row['what'] ?? '', row['node'] ?? '', row['factor'] ?? ''];
    const share = Number(row['share']);
    const known = what === 'form' ? factors.has(`transport.cost.${factor}`) && factors.has(`handling.${factor}`) : factors.has(factor);
    if (!WORTH_KINDS.some((kind) => kind === what) || node === '' || !known || !Number.isFinite(share))
      throw new Error(`data/worth.csv: the row "${Object.values(row).join(',')}" names no factor or no share`);
    const table = byKind.get(what) ?? new Map<ResourceId, WorthRow>();
    table.set(node, { node, factor, share });
    byKind.set(what, table);
  }
  return {
    nearest: (what, node) => {
      const table = byKind.get(what);
      for (let at = node ?? ''; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
        const row = table?.get(at);
        if (row !== undefined) return row;
      }
      return null;
    },
    factor: (id) => factors.get(id) ?? null,
    value: (id) => {
      const factor = factors.get(id);
      if (factor === undefined) throw new Error(`data/factors.csv has no row ${id}`);
      return factor.value;
    },
  };
}

/** Which pretreatment costs what, by the words of a rule. */
export type Treatment = { readonly pattern: RegExp; readonly factor: string };

/** From the rows of data/treatments.csv by header; the first that is found in a rule's pretreatment counts. */
export const treatmentsFrom = (rows: Iterable<Readonly<Record<string, string>>>): readonly Treatment[] =>
  [...rows].map((row) => ({ pattern: new RegExp(row['pattern'] ?? '', 'iu'), factor: row['factor'] ?? '' }));
