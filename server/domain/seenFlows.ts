// Which flows of an import were seen before: the latest hundred thousand in memory, those before them on a shelf, so that memory stays flat.
import type { CellsHash } from './cellsHash.ts';
import { Hash } from './hash.ts';
import { KeyFilter } from './keyFilter.ts';
import { AT, isEntry, sameCells, SeenRun, WORDS } from './seenRun.ts';
import { memoryShelf } from './shelf.ts';
import type { Shelf } from './shelf.ts';

/**
 * Of a row whose flow key came before. `line`: that of the first row alike, or of the one it repeats; null where that stands in another table.
 * `before`: how many different rows of the key came before. `repeat`: some row before had the same cells too.
 */
export type Seen = { readonly line: number | null; readonly before: number; readonly repeat: boolean };

/** Tables are told apart up to this many; of those beyond nothing is said of lines. */
const TABLES = 2_046;
/** Places in memory, at most; of four of them three are used before they are laid aside: 4 MB. */
const PLACES = 2 ** 17;
/** 1 MB: of a million keys shelved, two in a hundred new ones are looked for in vain. */
const SHELVED_BITS = 2 ** 23;
const TWO_32 = 0x1_0000_0000;

/**
 * Rows by a 53-bit hash of what makes them the same flow, and 128 bits of all their cells. Both must agree for a repeat, as it is left out: rows
 * that are only alike, or whose keys met by chance, are both kept.
 */
export class SeenFlows {
  readonly #shelf: Shelf;
  readonly #places: number;
  readonly #runs: SeenRun[] = [];
  /** Keys of all runs: most rows are of none, and one look says so. */
  #shelved: KeyFilter | null = null;
  #slots = new Int32Array(16 * WORDS);
  #size = 0;
  readonly #found = new Int32Array(WORDS);
  readonly #hash = new Hash();

  /** `places`: a power of two. */
  constructor(shelf: Shelf = memoryShelf(), places: number = PLACES) {
    this.#shelf = shelf;
    this.#places = places;
  }

  /** Null for a row whose key is new. */
  see(key: number, cells: CellsHash, line: number, table: number): Seen | null {
    const found = this.#found;
    const low = key | 0;
    const high = Math.floor(key / TWO_32);
    const marked = Math.min(table, TABLES) + 1;
    if (!this.#look(low, high, null)) {
      entry(found, low, high, cells, line, marked, 1);
      this.#put(null);
      return null;
    }
    const lineFound = (): number | null => {
      const stands = (found[AT.high] ?? 0) >>> 21;
      return stands === marked && table < TABLES ? (found[AT.line] ?? 0) >>> 0 : null;
    };
    const before = found[AT.count] ?? 1;
    const first = lineFound();
    if (sameCells(found, 0, cells)) return { line: first, before, repeat: true };
    const later = this.#hash.reset().number(key).number(cells.one).number(cells.two).number(cells.three).number(cells.four).value();
    const [laterLow, laterHigh] = [later | 0, Math.floor(later / TWO_32)];
    const own = found.slice();
    if (this.#look(laterLow, laterHigh, cells)) return { line: lineFound(), before, repeat: true };
    entry(found, laterLow, laterHigh, cells, line, marked, 0);
    this.#put(cells);
    found.set(own);
    found[AT.count] = before + 1;
    this.#put(null);
    return { line: first, before, repeat: false };
  }

  /** Fills `#found`: the newest entry counts. */
  #look(low: number, high: number, cells: CellsHash | null): boolean {
    const at = slotOf(this.#slots, low, high, cells);
    if (this.#slots[at + AT.high] !== 0) {
      for (let word = 0; word < WORDS; word++) this.#found[word] = this.#slots[at + word] ?? 0;
      return true;
    }
    if (this.#shelved?.mayHold(low, high) !== true) return false;
    for (let run = this.#runs.length - 1; run >= 0; run--) if (this.#runs[run]?.find(low, high, cells, this.#found) === true) return true;
    return false;
  }

  /** Takes in what `#found` holds, in the place of the same entry where memory has it. */
  #put(cells: CellsHash | null): void {
    if (this.#size * WORDS * 4 >= this.#slots.length * 3) this.#makeRoom();
    const found = this.#found;
    const at = slotOf(this.#slots, found[AT.low] ?? 0, (found[AT.high] ?? 0) & 0x1fffff, cells);
    if (this.#slots[at + AT.high] === 0) this.#size++;
    for (let word = 0; word < WORDS; word++) this.#slots[at + word] = found[word] ?? 0;
  }

  #makeRoom(): void {
    const slots = this.#slots;
    if (slots.length < this.#places * WORDS) {
      this.#slots = new Int32Array(slots.length * 2);
      for (let from = 0; from < slots.length; from += WORDS) {
        if (slots[from + AT.high] === 0) continue;
        let at = startOf(this.#slots, slots[from] ?? 0);
        while (this.#slots[at + AT.high] !== 0) at = next(this.#slots, at);
        this.#slots.set(slots.subarray(from, from + WORDS), at);
      }
    } else {
      this.#shelved ??= new KeyFilter(SHELVED_BITS);
      this.#runs.push(new SeenRun(slots, this.#size, this.#shelf, this.#shelved));
      slots.fill(0);
      this.#size = 0;
    }
  }
}

function entry(into: Int32Array, low: number, high: number, cells: CellsHash, line: number, marked: number, count: number): void {
  into[AT.low] = low;
  into[AT.high] = high | (marked << 21);
  into[AT.cells] = cells.one;
  into[AT.cells + 1] = cells.two;
  into[AT.cells + 2] = cells.three;
  into[AT.cells + 3] = cells.four;
  into[AT.line] = line;
  into[AT.count] = count;
}

const startOf = (slots: Int32Array, low: number): number => (low & (slots.length / WORDS - 1)) * WORDS;
const next = (slots: Int32Array, at: number): number => (at + WORDS === slots.length ? 0 : at + WORDS);

/** Where an entry stands, or the empty place where it would. */
function slotOf(slots: Int32Array, low: number, high: number, cells: CellsHash | null): number {
  let at = startOf(slots, low);
  while (slots[at + AT.high] !== 0 && !isEntry(slots, at, low, high, cells)) at = next(slots, at);
  return at;
}
