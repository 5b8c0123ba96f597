// How wide is the way between two columns? Equal, but never less than what the bends of return flows and the longest words in it need.

/**
 * `total` px among ways that each need so much: the needy get their need, the others equal parts of the rest. Where it is too little, each gets
 * `least` and the rest in proportion to the needs.
 */
export function shareOut(total: number, needs: readonly number[], least: number): number[] {
  const sum = needs.reduce((all, need) => all + need, 0);
  if (sum >= total) {
    const floor = Math.min(least, total / needs.length);
    return needs.map((need) => floor + (sum > 0 ? (need / sum) * (total - floor * needs.length) : 0));
  }
  let [left, count] = [total, needs.length];
  let level = left / Math.max(1, count);
  for (const need of needs.toSorted((a, b) => b - a)) {
    if (need <= level) break;
    left -= need;
    count--;
    level = left / Math.max(1, count);
  }
  return needs.map((need) => Math.max(need, level));
}
