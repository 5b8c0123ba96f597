// Gives each row of one import its flow key, its content and whether it only repeats an earlier row.
import { Hash } from './hash.ts';
import { hashFlowKey } from './identity.ts';
import type { ScreeningRow } from './screening.ts';

/**
 * `key` is the flow's identity within its company: rows alike in it get their order in the file as part of it. `content` is what a change shows
 * in. `repeat`: equal to an earlier row in every cell, so not a flow of its own.
 */
export type RowIdentity = { readonly key: number; readonly content: number; readonly repeat: boolean };

/** Counts pairs of a 53-bit and a 32-bit number, 16 bytes an entry, so that a million rows stay small. */
class CountTable {
  #keys = new Float64Array(1024).fill(-1);
  #seconds = new Int32Array(1024);
  #counts = new Uint32Array(1024);
  #size = 0;

  /** How often the pair was counted before. */
  count(key: number, second: number): number {
    if (this.#size * 4 > this.#keys.length * 3) this.#grow();
    const slot = this.#slot(key, second | 0);
    if (this.#keys[slot] === -1) {
      this.#keys[slot] = key;
      this.#seconds[slot] = second;
      this.#size++;
    }
    const before = this.#counts[slot] ?? 0;
    this.#counts[slot] = before + 1;
    return before;
  }
  #slot(key: number, second: number): number {
    const mask = this.#keys.length - 1;
    let slot = (key | 0) & mask;
    while (this.#keys[slot] !== -1 && (this.#keys[slot] !== key || this.#seconds[slot] !== second)) slot = (slot + 1) & mask;
    return slot;
  }
  #grow(): void {
    const keys = this.#keys;
    const seconds = this.#seconds;
    const counts = this.#counts;
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#seconds = new Int32Array(keys.length * 2);
    this.#counts = new Uint32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? -1;
      if (key === -1) continue;
      const slot = this.#slot(key, seconds[i] ?? 0);
      this.#keys[slot] = key;
      this.#seconds[slot] = seconds[i] ?? 0;
      this.#counts[slot] = counts[i] ?? 0;
    }
  }
}

/** One for each import; rows are handed in in the order of the file. */
export function createRowIdentifier(): (row: ScreeningRow) => RowIdentity {
  const cellsSeen = new CountTable();
  const order = new CountTable();
  const hash = new Hash();
  return (row) => {
    hash.reset();
    hashFlowKey(hash, row);
    const base = hash.value();
    hash.reset().text(row.sheet);
    for (const cell of row.cells) hash.text(cell);
    // Equal cells mean an equal key: both are asked for, as a chance meeting would leave a row out.
    const repeat = cellsSeen.count(hash.value(), base) > 0;
    const before = repeat ? 0 : order.count(base, 0);
    const key = before === 0 ? base : hash.reset().number(base).number(before).value();
    return { key, content: contentHash(hash, row), repeat };
  };
}

/**
 * Everything the row says but where it stands: taken from the understood fields, so that a file saved with other columns, order or delimiter is not a
 * change, and one read with another decimal mark is.
 */
function contentHash(hash: Hash, row: ScreeningRow): number {
  const { stated, annual, temperature, price, place } = row;
  hash.reset().text(row.flowId).text(row.company).text(row.municipality).text(row.nace).text(row.activity).text(row.site).text(row.process);
  hash.text(row.direction).text(row.role).text(row.words).text(row.resource).text(row.wasteCode).text(row.unit).text(row.sharing);
  hash.text(row.dataQuality).text(row.quality).text(row.comment).number(row.temperatureReturn).number(row.hours);
  hash.text(stated === null ? null : Object.entries(stated).join());
  hash.text(annual === null ? null : annual.unit);
  if (annual !== null) hash.number(annual.low).number(annual.likely).number(annual.high);
  if (typeof temperature === 'number') hash.number(temperature);
  else hash.number(temperature?.min ?? null).number(temperature?.max ?? null);
  hash.number(place?.lat ?? null).number(place?.lon ?? null);
  hash.text(price === null ? null : JSON.stringify(price)).text(row.profile === null ? null : row.profile.join());
  for (const name of Object.keys(row.others).sort()) hash.text(name).text(row.others[name] ?? null);
  return hash.value();
}
