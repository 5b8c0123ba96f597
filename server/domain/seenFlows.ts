// Which flows of an import were seen before, at 16 bytes a flow in one piece each, so that a million of them stay small and are found at once.
import { Hash } from './hash.ts';

/**
 * Of a row whose flow key came before. `line`: that of the first row alike, or of the one it repeats; null where that stands in another table.
 * `before`: how many different rows of the key came before. `repeat`: some row before had the same cells too.
 */
export type Seen = { readonly line: number | null; readonly before: number; readonly repeat: boolean };

type Entry = { readonly line: number; readonly table: number };

/** Tables are told apart up to this many; of those beyond nothing is said of lines. */
const TABLES = 2_046;
const WORDS = 4;
const PART_BITS = 8;
const PARTS = 1 << PART_BITS;

/**
 * Rows by a 53-bit hash of what makes them the same flow, and beside it 32 bits of one of all their cells. Both must agree for a repeat, as it is
 * left out: a chance meeting of one hash alone would lose a row.
 */
export class SeenFlows {
  /**
   * In parts that grow by themselves, a quarter at a time, so that growing needs no second place for all. Each place holds the low half of the key;
   * its high half with the table's number (0: empty); cells; line.
   */
  readonly #parts = Array.from({ length: PARTS }, () => ({ slots: new Int32Array(16 * WORDS), size: 0 }));
  /** Keys with more than one row, and how many; and their later rows, which are few. */
  readonly #counts = new Map<number, number>();
  readonly #alike = new Map<number, Entry>();
  readonly #hash = new Hash();

  /** Null for a row whose key is new. `cells`: a hash of all its cells. */
  see(key: number, cells: number, line: number, table: number): Seen | null {
    const low = key | 0;
    const high = Math.floor(key / 0x1_0000_0000);
    const part = this.#parts[low & (PARTS - 1)];
    if (part === undefined) throw new RangeError('no such part');
    if (part.size * WORDS * 5 >= part.slots.length * 4) part.slots = grown(part.slots);
    const { slots } = part;
    const at = slotOf(slots, low, high);
    if (slots[at + 1] === 0) {
      slots[at] = low;
      slots[at + 1] = high | ((Math.min(table, TABLES) + 1) << 21);
      slots[at + 2] = cells;
      slots[at + 3] = line;
      part.size++;
      return null;
    }
    const first = { line: (slots[at + 3] ?? 0) >>> 0, table: ((slots[at + 1] ?? 0) >>> 21) - 1 };
    const lineOf = (entry: Entry): number | null => (entry.table === table && table < TABLES ? entry.line : null);
    const before = this.#counts.get(key) ?? 1;
    if (slots[at + 2] === (cells | 0)) return { line: lineOf(first), before, repeat: true };
    const both = this.#hash.reset().number(key).number(cells).value();
    const again = this.#alike.get(both);
    if (again !== undefined) return { line: lineOf(again), before, repeat: true };
    this.#alike.set(both, { line, table });
    this.#counts.set(key, before + 1);
    return { line: lineOf(first), before, repeat: false };
  }
}

function grown(from: Int32Array): Int32Array<ArrayBuffer> {
  const places = from.length / WORDS;
  const to = new Int32Array((places + Math.ceil(places / 4)) * WORDS);
  for (let at = 0; at < from.length; at += WORDS) {
    const marked = from[at + 1] ?? 0;
    if (marked === 0) continue;
    const slot = slotOf(to, from[at] ?? 0, marked & 0x1fffff);
    to[slot] = from[at] ?? 0;
    to[slot + 1] = marked;
    to[slot + 2] = from[at + 2] ?? 0;
    to[slot + 3] = from[at + 3] ?? 0;
  }
  return to;
}

/** Where a key stands, or the empty place where it would. */
function slotOf(slots: Int32Array, low: number, high: number): number {
  let at = ((low >>> PART_BITS) % (slots.length / WORDS)) * WORDS;
  for (;;) {
    const marked = slots[at + 1] ?? 0;
    if (marked === 0 || (slots[at] === low && (marked & 0x1fffff) === high)) return at;
    at = at + WORDS === slots.length ? 0 : at + WORDS;
  }
}
