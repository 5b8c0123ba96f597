// Where is each bar, and at what height does each link meet its two nodes?
import type { Bar, LaidNode } from '../types.ts';
import { BAR_GAP } from './attachments.ts';
import { barsOf } from './indexed.ts';
import type { IndexedLink } from './indexed.ts';
import type { Plan } from './plan.ts';

/** Of the planned links, those of the graph that is drawn, with its own values; null where it lacks one. */
export type Drawn = readonly (IndexedLink | null)[];

export type PlacedNodes = {
  readonly nodes: readonly LaidNode[];
  /** Middle of each link at its ends, px. */
  readonly sourceY: Float64Array;
  readonly targetY: Float64Array;
};

/** Room above the drawing, px. */
export const TOP = 8;

export const widthOf = (plan: Plan, drawn: Drawn, i: number): number =>
  (drawn[i]?.link.value ?? 0) * (plan.scales[drawn[i]?.unit ?? 0] ?? 0);

export function placeNodes(plan: Plan, drawn: Drawn): PlacedNodes {
  const { frame, scales } = plan;
  const bars = barsOf(
    plan.graph.nodes.length,
    drawn.filter((link) => link !== null),
  );
  const sourceY = new Float64Array(drawn.length);
  const targetY = new Float64Array(drawn.length);
  const stack = (list: readonly number[], ends: Float64Array, top: number): void => {
    let at = top;
    for (const i of list) {
      const width = widthOf(plan, drawn, i);
      ends[i] = at + width / 2;
      at += width;
    }
  };
  const nodes = plan.graph.nodes.map((node, v): LaidNode => {
    const column = plan.column[v] ?? 0;
    let y = TOP + (plan.top[v] ?? 0);
    const own = (plan.graph.bars[v] ?? []).flatMap((planned, b): Bar[] => {
      const scale = scales[planned.unit] ?? 0;
      const sums = bars[v]?.find((one) => one.unit === planned.unit) ?? { in: 0, out: 0 };
      const value = Math.max(sums.in, sums.out);
      stack(plan.ports[v]?.[b]?.left ?? [], targetY, y);
      stack(plan.ports[v]?.[b]?.right ?? [], sourceY, y);
      const place = { x: frame.columnX[column] ?? 0, y, width: frame.nodeWidth, height: value * scale };
      y += Math.max(planned.in, planned.out) * scale + BAR_GAP;
      return value > 0 ? [{ ...place, unit: plan.graph.units[planned.unit] ?? '', value, in: sums.in, out: sums.out }] : [];
    });
    return { ...node, column, bars: own };
  });
  return { nodes, sourceY, targetY };
}
