// The one fixed sample that every figure made of several is drawn on: the same name is the same draw, wherever it is used.

/** Draws of one named quantity: numbers strictly between 0 and 1, spread evenly, in an order that the name decides. */
export type Draws = Readonly<Float64Array>;

export type Sample = {
  readonly size: number;
  /** Uniform draws for a name; the same name gives the same draws, different names are independent of each other. */
  readonly uniform: (name: string) => Draws;
  /** Standard normal draws for a name, made from its uniform draws. */
  readonly normal: (name: string) => Draws;
};

/** 32-bit hash of a name (FNV-1a with a final mix), the seed of its order. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** mulberry32: small, fast, and the same on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Inverse of the standard normal distribution, by Acklam's rational approximation (relative error under 1.2e-9). */
export function normalQuantile(p: number): number {
  const a = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239];
  const b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
  const c = [-0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968, 2.938163982698783];
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
  const poly = (coefficients: readonly number[], x: number): number => coefficients.reduce((sum, k) => sum * x + k, 0);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return poly(c, q) / (poly(d, q) * q + 1);
  }
  if (p > 1 - 0.02425) return -normalQuantile(1 - p);
  const q = p - 0.5;
  const r = q * q;
  return (poly(a, r) * q) / (poly(b, r) * r + 1);
}

/**
 * A sample of `size` draws a name: each name gets the same `size` evenly spread points, shuffled by the name, so that percentiles of a single
 * quantity are right to 1/size and several quantities mix freely.
 */
export function createSample(size = 64, seed = 'flytkart'): Sample {
  const uniforms = new Map<string, Float64Array>();
  const normals = new Map<string, Float64Array>();
  const uniform = (name: string): Float64Array => {
    const known = uniforms.get(name);
    if (known !== undefined) return known;
    const draws = Float64Array.from({ length: size }, (_, i) => (i + 0.5) / size);
    const next = generator(seedOf(`${seed}|${name}`));
    for (let i = size - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      const held = draws[i] ?? 0;
      draws[i] = draws[j] ?? 0;
      draws[j] = held;
    }
    uniforms.set(name, draws);
    return draws;
  };
  return {
    size,
    uniform,
    normal: (name) => {
      const known = normals.get(name);
      if (known !== undefined) return known;
      const draws = uniform(name).map(normalQuantile);
      normals.set(name, draws);
      return draws;
    },
  };
}

/** Room to sort a usual sample in. */
const room = new Float64Array(64);

/** A copy in order. As few as a sample has are sorted fastest by putting each in its place. */
function inOrder(values: Float64Array): Float64Array {
  if (values.length !== room.length) return Float64Array.from(values).sort();
  for (let i = 0; i < room.length; i++) {
    const value = values[i] ?? 0;
    let at = i;
    for (; at > 0 && (room[at - 1] ?? 0) > value; at--) room[at] = room[at - 1] ?? 0;
    room[at] = value;
  }
  return room;
}

/** The 10th, 50th and 90th percentile of drawn values, by linear interpolation between the sorted ones. */
export function percentiles(values: Float64Array): { readonly low: number; readonly likely: number; readonly high: number } {
  const sorted = inOrder(values);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const low = sorted[below] ?? 0;
    const high = sorted[below + 1] ?? low;
    return low + (high - low) * (place - below);
  };
  return { low: at(0.1), likely: at(0.5), high: at(0.9) };
}
