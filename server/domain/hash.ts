// A number for what was said: equal content, equal number.

const bits = new Float64Array(1);
const halves = new Int32Array(bits.buffer);

/**
 * Gathers texts and numbers, each told apart from its neighbours, into 53 bits: two multiplicative 32-bit lanes, mixed at the end. Not for secrets.
 * Among a thousand things two different ones meet by chance once in 10^10 times. What it gives is stored, so it must never change.
 */
export class Hash {
  #one = 0;
  #two = 0;

  reset(): this {
    this.#one = 0x1b873593;
    this.#two = 0x6b901122;
    return this;
  }

  text(text: string | null): this {
    let one = this.#one;
    let two = this.#two;
    if (text !== null)
      for (let i = 0; i < text.length; i++) {
        const unit = text.charCodeAt(i);
        one = Math.imul(one ^ unit, 0x27d4eb2f);
        two = Math.imul(two ^ unit ^ (one >>> 17), 0x165667b1);
      }
    // The length ends a text, so that "ab","c" is not "a","bc"; a text that is not there is not an empty one.
    return this.#end(one, two, text === null ? 0x10ffff : text.length ^ 0x110000);
  }

  #end(one: number, two: number, end: number): this {
    this.#one = Math.imul(one ^ end ^ (two >>> 15), 0x85ebca6b);
    this.#two = Math.imul(two ^ end ^ (one >>> 13), 0xc2b2ae35);
    return this;
  }

  /** As `text` of the text in lower case, for one of Latin-1 letters alone. */
  lowered(text: string): this {
    let one = this.#one;
    let two = this.#two;
    for (let i = 0; i < text.length; i++) {
      let unit = text.charCodeAt(i);
      // A to Z and À to Þ; × between the latter is no letter.
      if ((unit >= 65 && unit <= 90) || (unit >= 192 && unit <= 222 && unit !== 215)) unit += 32;
      one = Math.imul(one ^ unit, 0x27d4eb2f);
      two = Math.imul(two ^ unit ^ (one >>> 17), 0x165667b1);
    }
    return this.#end(one, two, text.length ^ 0x110000);
  }

  number(value: number | null): this {
    bits[0] = value ?? NaN;
    const low = halves[0] ?? 0;
    const high = halves[1] ?? 0;
    this.#one = Math.imul(this.#one ^ low ^ (this.#two >>> 15), 0x85ebca6b);
    this.#two = Math.imul(this.#two ^ high ^ (this.#one >>> 13), 0xc2b2ae35);
    this.#one = Math.imul(this.#one ^ high ^ (this.#two >>> 16), 0x27d4eb2f);
    return this;
  }

  /** A whole number from 0 to 2^53 - 1. */
  value(): number {
    let one = this.#one;
    let two = this.#two;
    one = Math.imul(one ^ (one >>> 16) ^ (two >>> 13), 0x85ebca6b);
    two = Math.imul(two ^ (two >>> 13) ^ (one >>> 16), 0xc2b2ae35);
    one = Math.imul(one ^ (two >>> 15), 0x27d4eb2f);
    two ^= one >>> 14;
    return (two & 0x1fffff) * 0x1_0000_0000 + ((one ^ (one >>> 15)) >>> 0);
  }
}

const shared = new Hash();
export const hashText = (text: string): number => shared.reset().text(text).value();
