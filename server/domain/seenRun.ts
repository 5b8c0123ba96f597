// Entries of flows seen before that memory holds no more: sorted on a shelf, with as much kept in memory as finds one in one reading.
import type { CellsHash } from './cellsHash.ts';
import { KeyFilter } from './keyFilter.ts';
import type { Shelf } from './shelf.ts';

/**
 * An entry: low half of a 53-bit key; its high half with the table's number + 1 (0: no entry) above; four words of the cells; line; and how many
 * different rows the key has so far, or 0 where the entry stands for one later row of a key, which its cells are part of.
 */
export const WORDS = 8;
export const AT = { low: 0, high: 1, cells: 2, line: 6, count: 7 } as const;
const HIGH = 0x1fffff;

/** Entries read at once. */
const BLOCK = 64;
const BYTES = WORDS * 4;
/** Of an entry that is not there, two in a hundred are looked for. */
const BITS_AN_ENTRY = 8;

/** `cells` null: the key's own entry is meant, else that of one of its later rows. */
export const isEntry = (words: Int32Array, at: number, low: number, high: number, cells: CellsHash | null): boolean =>
  words[at] === low &&
  ((words[at + AT.high] ?? 0) & HIGH) === high &&
  (cells === null ? words[at + AT.count] !== 0 : words[at + AT.count] === 0 && sameCells(words, at, cells));

export const sameCells = (words: Int32Array, at: number, { one, two, three, four }: CellsHash): boolean =>
  words[at + AT.cells] === one &&
  words[at + AT.cells + 1] === two &&
  words[at + AT.cells + 2] === three &&
  words[at + AT.cells + 3] === four;

const scratch = new Int32Array(BLOCK * WORDS);
const scratchBytes = new Uint8Array(scratch.buffer);

export class SeenRun {
  readonly #shelf: Shelf;
  readonly #place: number;
  readonly #size: number;
  /** Each block's first low half. */
  readonly #fences: Uint32Array;
  readonly #keys: KeyFilter;

  /** Lays aside what a table holds: places of `WORDS`, some of them empty. `all` notes the keys of every run. */
  constructor(table: Int32Array, size: number, shelf: Shelf, all: KeyFilter) {
    const places = table.length / WORDS;
    const order = new Float64Array(size);
    let filled = 0;
    for (let place = 0; place < places; place++)
      if (table[place * WORDS + AT.high] !== 0) order[filled++] = ((table[place * WORDS] ?? 0) >>> 0) * places + place;
    order.sort();
    const sorted = new Int32Array(size * WORDS);
    this.#fences = new Uint32Array(Math.ceil(size / BLOCK));
    this.#keys = new KeyFilter(size * BITS_AN_ENTRY);
    for (let at = 0; at < size; at++) {
      const from = ((order[at] ?? 0) % places) * WORDS;
      const low = table[from] ?? 0;
      sorted.set(table.subarray(from, from + WORDS), at * WORDS);
      if (at % BLOCK === 0) this.#fences[at / BLOCK] = low;
      this.#keys.note(low, (table[from + AT.high] ?? 0) & HIGH);
      all.note(low, (table[from + AT.high] ?? 0) & HIGH);
    }
    this.#shelf = shelf;
    this.#size = size;
    this.#place = shelf.put(new Uint8Array(sorted.buffer));
  }

  /** Fills `into` with the entry and answers true, or false where there is none. */
  find(low: number, high: number, cells: CellsHash | null, into: Int32Array): boolean {
    if (!this.#keys.mayHold(low, high)) return false;
    const wanted = low >>> 0;
    for (let block = this.#blockBefore(wanted); block < this.#fences.length; block++) {
      const entries = Math.min(BLOCK, this.#size - block * BLOCK);
      this.#shelf.take(this.#place + block * BLOCK * BYTES, scratchBytes.subarray(0, entries * BYTES));
      for (let at = 0; at < entries * WORDS; at += WORDS) {
        if ((scratch[at] ?? 0) >>> 0 > wanted) return false;
        if (!isEntry(scratch, at, low, high, cells)) continue;
        into.set(scratch.subarray(at, at + WORDS));
        return true;
      }
    }
    return false;
  }

  /** The last block that begins before a key, as equal ones may lie on both sides of a border. */
  #blockBefore(wanted: number): number {
    let from = 0;
    let to = this.#fences.length;
    while (to - from > 1) {
      const middle = (from + to) >>> 1;
      if ((this.#fences[middle] ?? 0) < wanted) from = middle;
      else to = middle;
    }
    return from;
  }
}
