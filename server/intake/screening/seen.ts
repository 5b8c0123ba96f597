// Which rows of a file were seen before, at 16 bytes an entry, so that a million rows stay small.

/** `line`: that of the first row alike in its key. `repeat`: some row before had the same cells too. */
export type Seen = { readonly line: number; readonly repeat: boolean };

/**
 * Rows by a 53-bit hash of what makes them the same flow, and beside it 32 bits of one of all their cells. Both must agree for a repeat, as it is
 * left out.
 */
export class SeenRows {
  #keys = new Float64Array(1024).fill(-1);
  #cells = new Int32Array(1024);
  #lines = new Uint32Array(1024);
  #size = 0;
  /** Cells of rows that are alike in their key, which are few. */
  readonly #alike = new Map<number, number>();

  /** Null for a row whose key is new. */
  see(key: number, cells: number, line: number): Seen | null {
    if (this.#size * 4 > this.#keys.length * 3) this.#grow();
    const slot = this.#slot(key);
    if (this.#keys[slot] !== key) {
      this.#keys[slot] = key;
      this.#cells[slot] = cells;
      this.#lines[slot] = line;
      this.#size++;
      return null;
    }
    const first = this.#lines[slot] ?? 0;
    if (this.#cells[slot] === (cells | 0)) return { line: first, repeat: true };
    const again = this.#alike.get(cells);
    if (again !== undefined) return { line: again, repeat: true };
    this.#alike.set(cells, line);
    return { line: first, repeat: false };
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (key | 0) & mask;
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
  #grow(): void {
    const [keys, cells, lines] = [this.#keys, this.#cells, this.#lines];
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#cells = new Int32Array(keys.length * 2);
    this.#lines = new Uint32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? -1;
      if (key === -1) continue;
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      this.#cells[slot] = cells[i] ?? 0;
      this.#lines[slot] = lines[i] ?? 0;
    }
  }
}
