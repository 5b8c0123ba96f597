// In which order do the nodes of a circle stand so that least weight runs back? The feedback arc problem: exact for small groups (a dynamic
// program over subsets), for larger ones the greedy order of Eades, Lin and Smyth (1993) improved by moving single nodes.

/** Subsets up to this size are solved exactly: 2^12 subsets take a few milliseconds. */
const EXACT = 12;
/** Rounds of moving single nodes; each only ever lowers the weight that runs back. */
const ROUNDS = 30;

type Weights = readonly Float64Array[];
const at = (weight: Weights, a: number, b: number): number => weight[a]?.[b] ?? 0;

/** Indices in their order, first to last. `pull[v]` above 0 wishes v early: it decides between orders of equal weight only. */
export function orderCircle(weight: Weights, pull: Float64Array): number[] {
  return weight.length <= EXACT ? exactOrder(weight, pull) : movedOrder(weight, greedyOrder(weight, pull));
}

function exactOrder(weight: Weights, pull: Float64Array): number[] {
  const n = weight.length;
  const size = 1 << n;
  const cost = new Float64Array(size).fill(Infinity);
  const wish = new Float64Array(size).fill(Infinity);
  const last = new Int8Array(size).fill(-1);
  cost[0] = wish[0] = 0;
  const scale = Math.max(1e-300, ...weight.map((row) => row.reduce((sum, w) => sum + w, 0)));
  const same = scale * n * 1e-12;
  for (let set = 0; set < size; set++) {
    const position = bits(set);
    for (let v = 0; v < n; v++) {
      if (set & (1 << v)) continue;
      // v comes after all of `set`: its flows into the set run back.
      let back = 0;
      for (let u = 0; u < n; u++) if (set & (1 << u)) back += at(weight, v, u);
      const whole = set | (1 << v);
      const c = (cost[set] ?? 0) + back;
      const w = (wish[set] ?? 0) + position * (pull[v] ?? 0);
      const best = cost[whole] ?? Infinity;
      if (c < best - same || (c <= best + same && w < (wish[whole] ?? Infinity) - same)) {
        cost[whole] = c;
        wish[whole] = w;
        last[whole] = v;
      }
    }
  }
  const order: number[] = [];
  for (let set = size - 1; set > 0;) {
    const v = last[set] ?? 0;
    order.unshift(v);
    set &= ~(1 << v);
  }
  return order;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count++;
  return count;
}

function greedyOrder(weight: Weights, pull: Float64Array): number[] {
  const n = weight.length;
  const out = new Float64Array(n);
  const into = new Float64Array(n);
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) {
      out[a] = (out[a] ?? 0) + at(weight, a, b);
      into[b] = (into[b] ?? 0) + at(weight, a, b);
    }
  const left = new Set(weight.keys());
  const head: number[] = [];
  const tail: number[] = [];
  while (left.size > 0) {
    let pick = -1;
    let best = -Infinity;
    let toTail = false;
    for (const v of left) {
      const [o, i] = [out[v] ?? 0, into[v] ?? 0];
      const score = i <= 1e-12 ? Infinity : o <= 1e-12 ? Number.MAX_VALUE : o - i + (pull[v] ?? 0) * 1e-9;
      if (score > best) {
        best = score;
        pick = v;
        toTail = i > 1e-12 && o <= 1e-12;
      }
    }
    left.delete(pick);
    if (toTail) tail.unshift(pick);
    else head.push(pick);
    for (const v of left) {
      into[v] = (into[v] ?? 0) - at(weight, pick, v);
      out[v] = (out[v] ?? 0) - at(weight, v, pick);
    }
  }
  return [...head, ...tail];
}

/** Takes each node out and puts it where least runs back, until nothing is gained. */
function movedOrder(weight: Weights, start: readonly number[]): number[] {
  const order = [...start];
  const rounds = order.length > 200 ? 3 : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    for (const v of weight.keys()) {
      const from = order.indexOf(v);
      let gain = 0;
      let best = 1e-12;
      let to = from;
      // Moving left past u turns u -> v into a return and v -> u into a forward flow.
      for (let i = from - 1; i >= 0; i--) {
        const u = order[i] ?? 0;
        gain += at(weight, v, u) - at(weight, u, v);
        if (gain > best) [best, to] = [gain, i];
      }
      gain = 0;
      for (let i = from + 1; i < order.length; i++) {
        const u = order[i] ?? 0;
        gain += at(weight, u, v) - at(weight, v, u);
        if (gain > best) [best, to] = [gain, i];
      }
      if (to === from) continue;
      order.splice(from, 1);
      order.splice(to, 0, v);
      moved = true;
    }
    if (!moved) break;
  }
  return order;
}
