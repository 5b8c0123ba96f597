// Which nodes lie on a common circle? Strongly connected groups (Tarjan 1972), without recursion so that long chains are no danger.

/** Group number of every node; nodes of one group reach each other. `next[v]` lists the nodes that v leads to. */
export function strongGroups(next: readonly (readonly number[])[]): number[] {
  const count = next.length;
  const group = new Array<number>(count).fill(-1);
  const index = new Array<number>(count).fill(-1);
  const low = new Array<number>(count).fill(0);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  let clock = 0;
  let groups = 0;
  const open = (v: number): { v: number; at: number } => {
    index[v] = low[v] = clock++;
    stack.push(v);
    onStack[v] = 1;
    return { v, at: 0 };
  };
  for (let start = 0; start < count; start++) {
    if (index[start] !== -1) continue;
    const path = [open(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { v } = top;
      const w = next[v]?.[top.at];
      if (w !== undefined) {
        top.at++;
        if (index[w] === -1) path.push(open(w));
        else if (onStack[w] === 1) low[v] = Math.min(low[v] ?? 0, index[w] ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent.v] = Math.min(low[parent.v] ?? 0, low[v] ?? 0);
      if (low[v] !== index[v]) continue;
      for (let w = stack.pop(); w !== undefined; w = stack.pop()) {
        onStack[w] = 0;
        group[w] = groups;
        if (w === v) break;
      }
      groups++;
    }
  }
  return group;
}
