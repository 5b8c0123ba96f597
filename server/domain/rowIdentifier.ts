// Gives each row of one import its flow key, its content and whether it only repeats an earlier row.
import { CellsHash } from './cellsHash.ts';
import { wasteCodeText } from './flow.ts';
import { Hash } from './hash.ts';
import { hashFlowKey } from './identity.ts';
import type { ScreeningRow } from './screening.ts';
import { SeenFlows } from './seenFlows.ts';
import type { Shelf } from './shelf.ts';

/**
 * `key` is the flow's identity within its company: rows alike in it get their order in the file as part of it. `content` is what a change shows
 * in. `repeat`: equal to an earlier row in every cell, so not a flow of its own. `first`: the line of the row before that it repeats or is alike to,
 * where that stands in the same table; null else.
 */
export type RowIdentity = { readonly key: number; readonly content: number; readonly repeat: boolean; readonly first: number | null };

/** A row that is no repeat, with its identity. */
export type IdentifiedRow = { readonly row: ScreeningRow; readonly key: number; readonly content: number };

/** `beginTable` before the rows of a further table: what is alike in two tables has no line to point at. */
export type IdentifyRow = { (row: ScreeningRow): RowIdentity; readonly beginTable: () => void };

/** One for each import; rows are handed in in the order of the file. `shelf`: where what a long one must remember goes, else it stays in memory. */
export function createRowIdentifier(shelf?: Shelf): IdentifyRow {
  const seen = new SeenFlows(shelf);
  const hash = new Hash();
  let table = 0;
  /** Of the record before: a record that gives two rows hands its cells in twice. */
  let cells: readonly string[] | null = null;
  const cellsHash = new CellsHash();
  let headKey = 0;
  const identify = (row: ScreeningRow): RowIdentity => {
    hash.reset();
    hashFlowKey(hash, row);
    let base = hash.value();
    if (row.cells === cells) {
      // Taken in and given off under one id: two flows, told apart by which way they go.
      if (base === headKey) base = hash.reset().number(base).text(row.direction).value();
    } else {
      cells = row.cells;
      headKey = base;
      cellsHash.reset();
      if (row.sheet !== null) cellsHash.text(row.sheet);
      for (const cell of cells) cellsHash.text(cell);
    }
    const before = seen.see(base, cellsHash, row.line, table);
    if (before === null) return { key: base, content: contentHash(hash, row), repeat: false, first: null };
    if (before.repeat) return { key: base, content: contentHash(hash, row), repeat: true, first: before.line };
    const key = hash.reset().number(base).number(before.before).value();
    return { key, content: contentHash(hash, row), repeat: false, first: before.line };
  };
  return Object.assign(identify, {
    beginTable: () => {
      table++;
      cells = null;
    },
  });
}

/**
 * Everything the row says but where it stands: taken from the understood fields, so that a file saved with other columns, order or delimiter is not a
 * change, and one read with another decimal mark is.
 */
function contentHash(hash: Hash, row: ScreeningRow): number {
  const { annual, temperature, price, place, others } = row;
  const stated: Readonly<Record<string, number>> | null = row.stated;
  hash.reset().text(row.flowId).text(row.company).text(row.municipality).text(row.nace).text(row.activity).text(row.site).text(row.process);
  hash.text(row.direction).text(row.role).text(row.words).text(row.resource).text(wasteCodeText(row)).text(row.unit).text(row.sharing);
  hash.text(row.dataQuality).text(row.quality).text(row.comment).number(row.temperatureReturn).number(row.hours);
  for (const kind in stated) hash.text(kind).number(stated[kind] ?? null);
  hash.text(annual === null ? null : annual.unit);
  if (annual !== null) hash.number(annual.low).number(annual.likely).number(annual.high);
  if (typeof temperature === 'number') hash.number(temperature);
  else hash.number(temperature?.min ?? null).number(temperature?.max ?? null);
  hash.number(place?.lat ?? null).number(place?.lon ?? null);
  hash.text(price === null ? null : JSON.stringify(price)).text(row.profile === null ? null : row.profile.join());
  const names = Object.keys(others);
  if (names.length > 0) for (const name of names.sort()) hash.text(name).text(others[name] ?? null);
  return hash.value();
}
