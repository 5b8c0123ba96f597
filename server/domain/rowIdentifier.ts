// Gives each row of one import its flow key, its content and whether it only repeats an earlier row.
import { companyKey, flowKeyText, hash53 } from './identity.ts';
import type { ScreeningRow } from './screening.ts';

/**
 * `key` is the flow's identity within its company: rows alike in it get their order in the file as part of it. `content` is what a change shows
 * in. `repeat`: equal to an earlier row in every cell, so not a flow of its own.
 */
export type RowIdentity = { readonly key: number; readonly content: number; readonly repeat: boolean };

/** Counts by a 53-bit number, 12 bytes an entry, so that a million rows stay small. `check` tells chance meetings apart. */
class CountTable {
  #keys = new Float64Array(1024).fill(-1);
  #counts = new Uint32Array(1024);
  #size = 0;

  /** How often the key was counted before. */
  count(key: number): number {
    if (this.#size * 2 > this.#keys.length) this.#grow();
    const slot = this.#slot(key);
    if (this.#keys[slot] === -1) {
      this.#keys[slot] = key;
      this.#size++;
    }
    const before = this.#counts[slot] ?? 0;
    this.#counts[slot] = before + 1;
    return before;
  }
  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = key % this.#keys.length;
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
  #grow(): void {
    const keys = this.#keys;
    const counts = this.#counts;
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#counts = new Uint32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? -1;
      if (key === -1) continue;
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      this.#counts[slot] = counts[i] ?? 0;
    }
  }
}

/**
 * One for each import; rows are handed in in the order of the file. The content is taken from the understood fields, so that a file saved with
 * another delimiter or column order is not a change, and from the cells that no field took.
 */
export function createRowIdentifier(): (row: ScreeningRow) => RowIdentity {
  const seenCells = new CountTable();
  const seenCellsAgain = new CountTable();
  const order = new CountTable();
  return (row) => {
    const cells = `${row.sheet ?? ''}\u001f${row.cells.join('\u001f')}`;
    // Two independent hashes: a row is called a repeat, and left out, only when both were seen.
    const first = seenCells.count(hash53(cells));
    const second = seenCellsAgain.count(hash53(cells, 0x5bd1e995));
    const repeat = first > 0 && second > 0;
    const base = `${companyKey({ orgNumber: row.orgNumber, name: row.company, municipality: row.municipality })}|${flowKeyText(row)}`;
    const baseHash = hash53(base);
    const before = repeat ? 0 : order.count(baseHash);
    return { key: before === 0 ? baseHash : hash53(`${base}#${before}`), content: contentHash(row), repeat };
  };
}

/** Everything the row says but where it stands. */
export function contentHash(row: ScreeningRow): number {
  let said = '';
  for (const [field, value] of Object.entries(row)) {
    if (value === null || field === 'sheet' || field === 'line' || field === 'cells') continue;
    said += `${field}\u001f${typeof value === 'object' ? JSON.stringify(value) : String(value)}\u001e`;
  }
  return hash53(said);
}
