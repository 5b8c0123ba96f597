// What of a node's in does not leave it, or of its out does not arrive? A short torn end on the side where it is missing.
import type { LaidNode, Stub } from '../types.ts';

const LENGTH = 11;
/** Differences below this share of the larger sum are rounding in the table. */
const ROUNDING = 1e-4;

export function stubsOf(nodes: readonly LaidNode[]): Stub[] {
  return nodes.flatMap((node) =>
    node.bars.flatMap((bar): Stub[] => {
      const value = Math.abs(bar.in - bar.out);
      if (bar.in === 0 || bar.out === 0 || value <= bar.value * ROUNDING) return [];
      const side = bar.in > bar.out ? 'out' : 'in';
      const height = Math.max((bar.height * value) / bar.value, 1);
      const y = bar.y + bar.height - height;
      const x = side === 'out' ? bar.x + bar.width : bar.x - LENGTH;
      const edge = side === 'out' ? x : x + LENGTH;
      const far = side === 'out' ? x + LENGTH : x;
      const notch = side === 'out' ? far - 4 : far + 4;
      const f = (v: number): string => String(Math.round(v * 1000) / 1000);
      const path = `M${f(edge)},${f(y)}L${f(far)},${f(y)}L${f(notch)},${f(y + height / 2)}L${f(far)},${f(y + height)}L${f(edge)},${f(y + height)}Z`;
      return [{ node: node.id, unit: bar.unit, side, value, path, x, y, width: LENGTH, height }];
    }),
  );
}
