// Where something was seen first in a file, at 12 bytes an entry, so that a million rows stay small.

/** Numbers (53-bit hashes) and the line that first held each. */
export class SeenLines {
  #keys = new Float64Array(1024).fill(-1);
  #lines = new Uint32Array(1024);
  #size = 0;

  /** The line of the same number before, or null; the line given is then kept as that of the first. */
  firstLine(key: number, line: number): number | null {
    if (this.#size * 2 > this.#keys.length) this.#grow();
    const slot = this.#slot(key);
    if (this.#keys[slot] === key) return this.#lines[slot] ?? null;
    this.#keys[slot] = key;
    this.#lines[slot] = line;
    this.#size++;
    return null;
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1;
    let slot = (key | 0) & mask;
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }
  #grow(): void {
    const [keys, lines] = [this.#keys, this.#lines];
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#lines = new Uint32Array(keys.length * 2);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] ?? -1;
      if (key === -1) continue;
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      this.#lines[slot] = lines[i] ?? 0;
    }
  }
}
