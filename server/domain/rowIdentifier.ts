// Gives each row of one import its flow key, its content and whether it only repeats an earlier row.
import { Hash } from './hash.ts';
import { hashFlowKey } from './identity.ts';
import type { ScreeningRow } from './screening.ts';

/**
 * `key` is the flow's identity within its company: rows alike in it get their order in the file as part of it. `content` is what a change shows
 * in. `repeat`: equal to an earlier row in every cell, so not a flow of its own.
 */
export type RowIdentity = { readonly key: number; readonly content: number; readonly repeat: boolean };

/**
 * What was seen of each flow key: a hash of its first row's cells. 12 bytes an entry, so that a million rows stay small; rows alike in their key
 * are few and have their place in plain tables.
 */
class SeenKeys {
  #keys = new Float64Array(1024).fill(-1);
  #cells = new Int32Array(1024);
  #size = 0;
  /** Keys with more than one row, and how many. */
  readonly #counts = new Map<number, number>();
  readonly #alike = new Set<number>();

  /** How many different rows of the key came before, or -1 when one of them had the same cells. */
  see(key: number, cells: number): number {
    if (this.#size * 4 > this.#keys.length * 3) this.#grow();
    const slot = this.#slot(key);
    if (this.#keys[slot] === -1) {
      this.#keys[slot] = key;
      this.#cells[slot] = cells;
      this.#size++;
      return 0;
    }
    // Equal keys are asked for beside equal cells: a chance meeting of one hash alone would leave a row out.
    if (this.#cells[slot] === (cells | 0) || this.#alike.has(cells)) return -1;
    this.#alike.add(cells);
    const before = this.#counts.get(key) ?? 1;
    this.#counts.set(key, before + 1);
    return before;
  }
  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (key | 0) & mask;
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
  #grow(): void {
    const [keys, cells] = [this.#keys, this.#cells];
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#cells = new Int32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? -1;
      if (key === -1) continue;
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      this.#cells[slot] = cells[i] ?? 0;
    }
  }
}

/** One for each import; rows are handed in in the order of the file. */
export function createRowIdentifier(): (row: ScreeningRow) => RowIdentity {
  const seen = new SeenKeys();
  const hash = new Hash();
  return (row) => {
    hash.reset();
    hashFlowKey(hash, row);
    const base = hash.value();
    // The key goes into the hash of the cells too: equal cells of another key are not alike.
    hash.reset().number(base).text(row.sheet);
    for (const cell of row.cells) hash.text(cell);
    const before = seen.see(base, hash.value());
    const key = before <= 0 ? base : hash.reset().number(base).number(before).value();
    return { key, content: contentHash(hash, row), repeat: before === -1 };
  };
}

/**
 * Everything the row says but where it stands: taken from the understood fields, so that a file saved with other columns, order or delimiter is not a
 * change, and one read with another decimal mark is.
 */
function contentHash(hash: Hash, row: ScreeningRow): number {
  const { annual, temperature, price, place, others } = row;
  const stated: Readonly<Record<string, number>> | null = row.stated;
  hash.reset().text(row.flowId).text(row.company).text(row.municipality).text(row.nace).text(row.activity).text(row.site).text(row.process);
  hash.text(row.direction).text(row.role).text(row.words).text(row.resource).text(row.wasteCode).text(row.unit).text(row.sharing);
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
