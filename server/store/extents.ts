// Which runs of row ids belong to which scope, gathered while an import is staged.

export type Extent = { readonly scope: number; readonly first: number; readonly last: number };

/** 20 bytes a run; a file sorted by company has one run a company, a mixed one up to a run a row: to be written and cleared now and then. */
export class ExtentLog {
  #scopes = new Int32Array(1024);
  #firsts = new Float64Array(1024);
  #lasts = new Float64Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Forgets all runs: they are written. */
  clear(): void {
    this.#size = 0;
  }

  /** Rows come in rising order of id. */
  add(scope: number, row: number): void {
    const end = this.#size - 1;
    if (end >= 0 && this.#scopes[end] === scope && this.#lasts[end] === row - 1) {
      this.#lasts[end] = row;
      return;
    }
    if (this.#size === this.#scopes.length) this.#grow();
    this.#scopes[this.#size] = scope;
    this.#firsts[this.#size] = row;
    this.#lasts[this.#size] = row;
    this.#size++;
  }

  /** By scope, then row, in parts of at most `size`. */
  *sorted(size: number): Generator<Extent[]> {
    const order = Uint32Array.from({ length: this.#size }, (_, i) => i);
    const scopes = this.#scopes;
    order.sort((a, b) => (scopes[a] ?? 0) - (scopes[b] ?? 0) || a - b);
    for (let from = 0; from < order.length; from += size)
      yield Array.from(order.subarray(from, from + size), (i) => ({
        scope: scopes[i] ?? 0,
        first: this.#firsts[i] ?? 0,
        last: this.#lasts[i] ?? 0,
      }));
  }

  #grow(): void {
    const length = this.#scopes.length * 2;
    const scopes = new Int32Array(length);
    const firsts = new Float64Array(length);
    const lasts = new Float64Array(length);
    scopes.set(this.#scopes);
    firsts.set(this.#firsts);
    lasts.set(this.#lasts);
    this.#scopes = scopes;
    this.#firsts = firsts;
    this.#lasts = lasts;
  }
}
