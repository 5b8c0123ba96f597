// Whether a key may have been noted: never wrongly no.

const PROBES = 4;

/** Keys of 53 bits as two halves, in a field of bits; the fuller it is the more often it says yes to a key that is not there. */
export class KeyFilter {
  readonly #words: Uint32Array;

  /** At least so many bits. */
  constructor(bits: number) {
    this.#words = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(bits, 32))) / 32);
  }

  note(low: number, high: number): void {
    const words = this.#words;
    const step = stepOf(low, high);
    for (let probe = 0, bit = low; probe < PROBES; probe++, bit = (bit + step) | 0) {
      const word = (bit >>> 5) & (words.length - 1);
      words[word] = (words[word] ?? 0) | (1 << (bit & 31));
    }
  }

  mayHold(low: number, high: number): boolean {
    const words = this.#words;
    const step = stepOf(low, high);
    for (let probe = 0, bit = low; probe < PROBES; probe++, bit = (bit + step) | 0)
      if ((((words[(bit >>> 5) & (words.length - 1)] ?? 0) >>> (bit & 31)) & 1) === 0) return false;
    return true;
  }
}

const stepOf = (low: number, high: number): number => Math.imul(high ^ (low >>> 11), 0x9e3779b1) | 1;
