// Graph -> positions and outlines of everything in the picture. Pure: no page, no clock; the same graph gives the same picture.
import type { Bar, Box, Label, LaidLink, LaidNode, LayOutOptions, SankeyGraph, SankeyLayout, Stub } from '../types.ts';
import { byText } from '../sortText.ts';
import { bendsBeside } from './bends.ts';
import type { BendWanted } from './bends.ts';
import { countCrossings } from './crossings.ts';
import type { Point } from './curves.ts';
import { barsOf } from './indexed.ts';
import type { IndexedLink } from './indexed.ts';
import { labelsOf } from './nameNodes.ts';
import { BAR_GAP, planOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { forwardRibbon, laneArrows, returnRibbon } from './ribbons.ts';
import type { Bend } from './ribbons.ts';
import { numberedKey, stripOf } from './strip.ts';
import { stubsOf } from './stubs.ts';

const TOP = 8;

/** Throws RangeError where a link's node is not in the graph or its value is not above 0. */
export function layOut(graph: SankeyGraph, options: LayOutOptions): SankeyLayout {
  return place(planOf(graph, options, stripHeight(graph, options)), graph, options);
}

/** One layout per graph, with one scale and every node where it is in all of them. */
export function layOutTogether(graphs: readonly SankeyGraph[], options: LayOutOptions): SankeyLayout[] {
  const whole = unionOf(graphs);
  const plan = planOf(whole, options, stripHeight(whole, options));
  return graphs.map((graph) => place(plan, graph, options));
}

/** Every node and link of any of the graphs, at its largest value. */
export function unionOf(graphs: readonly SankeyGraph[]): SankeyGraph {
  const nodes = new Map(graphs.flatMap((graph) => graph.nodes.map((node) => [node.id, node])));
  const links = new Map<string, SankeyGraph['links'][number]>();
  for (const link of graphs.flatMap((graph) => graph.links)) {
    const known = links.get(link.id);
    if (known === undefined || known.value < link.value) links.set(link.id, link);
  }
  return {
    nodes: [...nodes.values()].sort((a, b) => byText(a.id, b.id)),
    links: [...links.values()].sort((a, b) => byText(a.id, b.id)),
    units: [...new Set(graphs.flatMap((graph) => graph.units))].sort(byText),
    notDrawn: [],
    account: [],
  };
}

/** The strip under the picture is as tall with any scale: its keys are of round amounts up to a fixed height. */
function stripHeight(graph: SankeyGraph, options: LayOutOptions): number {
  const scales = Object.fromEntries(graph.units.map((unit) => [unit, 1]));
  return stripOf(scales, options.legend ?? [], options.width, 0, options.language ?? 'nb', options.textScale ?? 1).height + 2 * TOP;
}

function place(plan: Plan, graph: SankeyGraph, options: LayOutOptions): SankeyLayout {
  const language = options.language ?? 'nb';
  const textScale = options.textScale ?? 1;
  const { frame, scales, lattice } = plan;
  const own = new Map(graph.links.map((link) => [link.id, link]));
  // The plan may be of several graphs: this one has its own values, and lacks some links.
  const links = plan.graph.links.map((one): IndexedLink | null => {
    const link = own.get(one.link.id);
    return link === undefined ? null : { ...one, link };
  });
  const present = new Set(graph.nodes.map((node) => node.id));
  const bars = barsOf(
    plan.graph.nodes.length,
    links.filter((link) => link !== null),
  );
  const width = (i: number): number => (links[i]?.link.value ?? 0) * (scales[links[i]?.unit ?? 0] ?? 0);
  const x = (c: number): number => frame.columnX[c] ?? 0;
  const sourceY = new Float64Array(links.length);
  const targetY = new Float64Array(links.length);
  const nodes = plan.graph.nodes.map((node, v): LaidNode => {
    const column = plan.column[v] ?? 0;
    let y = TOP + (plan.top[v] ?? 0);
    const laid = (plan.graph.bars[v] ?? []).flatMap((planned, b): Bar[] => {
      const scale = scales[planned.unit] ?? 0;
      const sums = bars[v]?.find((one) => one.unit === planned.unit) ?? { in: 0, out: 0 };
      const value = Math.max(sums.in, sums.out);
      for (const [list, ends] of [
        [plan.ports[v]?.[b]?.left ?? [], targetY] as const,
        [plan.ports[v]?.[b]?.right ?? [], sourceY] as const,
      ]) {
        let at = y;
        for (const i of list) {
          ends[i] = at + width(i) / 2;
          at += width(i);
        }
      }
      const bar = {
        x: x(column),
        y,
        width: frame.nodeWidth,
        height: value * scale,
        unit: plan.graph.units[planned.unit] ?? '',
        value,
        in: sums.in,
        out: sums.out,
      };
      y += Math.max(planned.in, planned.out) * scale + BAR_GAP;
      return value > 0 ? [bar] : [];
    });
    return { ...node, column, bars: laid };
  });
  const { leaving, arriving } = bendsOf(plan, links, sourceY, targetY, width);
  const laidLinks = links.flatMap((one, i): LaidLink[] => {
    if (one === null) return [];
    const { link } = one;
    const trueWidth = width(i);
    const source = { x: x(plan.column[one.source] ?? 0) + frame.nodeWidth, y: sourceY[i] ?? 0 };
    const target = { x: x(plan.column[one.target] ?? 0), y: targetY[i] ?? 0 };
    const isReturn = plan.isReturn[i] === true;
    const way = wayOf(plan, i, isReturn);
    const path = (wide: number): string => {
      const w = Math.max(wide, 1);
      if (!isReturn) return forwardRibbon(source, way, target, w);
      return returnRibbon(source, leaving.get(i) ?? NO_BEND, way, arriving.get(i) ?? NO_BEND, target, w);
    };
    const scale = scales[one.unit] ?? 0;
    const ranged = link.min !== null && link.max !== null && link.max > link.min;
    return [
      {
        ...link,
        path: path(trueWidth),
        outer: ranged && (link.max ?? 0) * scale > trueWidth + 0.5 ? path((link.max ?? 0) * scale) : null,
        inner: ranged && (link.min ?? 0) * scale < trueWidth - 0.5 && (link.min ?? 0) > 0 ? path((link.min ?? 0) * scale) : null,
        width: trueWidth,
        hairline: trueWidth < 1,
        isReturn,
        sourceX: source.x,
        sourceY: source.y,
        targetX: target.x,
        targetY: target.y,
        arrows: isReturn ? laneArrows(way, trueWidth) : [],
      },
    ];
  });
  const picture: Box = { x: 0, y: 0, width: options.width, height: plan.heights.height + 2 * TOP };
  const shownNodes = nodes.filter((node) => present.has(node.id) && node.bars.length > 0);
  const stubs = stubsOf(shownNodes);
  const { labels, numbered, unlabelled } = labelsOf({
    frame,
    mode: plan.heights.mode,
    nodes: shownNodes,
    planned: plan,
    links: laidLinks,
    stubs,
    picture,
    language,
    textScale,
    linkLabels: options.linkLabels ?? true,
  });
  const named = Object.fromEntries(graph.units.map((unit) => [unit, scales[plan.graph.units.indexOf(unit)] ?? 1]));
  const has = {
    return: laidLinks.some((link) => link.isReturn),
    hairline: laidLinks.some((link) => link.hairline),
    stub: stubs.length > 0,
  };
  const legend = (options.legend ?? []).filter((entry) => entry.when === undefined || has[entry.when]);
  const strip = stripOf(named, legend, options.width, picture.height, language, textScale);
  const { key, height } = numberedKey(numbered, options.width, picture.height + strip.height, frame.size, textScale);
  const position = new Float64Array(lattice.vertices.length);
  for (const layer of lattice.layers) layer.forEach((v, i) => (position[v] = i));
  return {
    width: options.width,
    height: picture.height + strip.height + height,
    picture,
    columns: lattice.layers.length,
    columnX: frame.columnX,
    nodeWidth: frame.nodeWidth,
    scales: named,
    nodes: shownNodes,
    links: laidLinks,
    stubs: stubs satisfies readonly Stub[],
    labels: labels satisfies readonly Label[],
    key,
    unitKeys: strip.unitKeys,
    legend: strip.legend,
    hairlines: laidLinks.filter((link) => link.hairline).length,
    unlabelled,
    crossings: countCrossings(lattice, position).count,
  };
}

const NO_BEND: Bend = { offset: 8, thickness: 4 };

/** Middles of the virtual nodes a link passes; of a return flow from the right edge of its first column to the left edge of its last. */
function wayOf(plan: Plan, link: number, isReturn: boolean): Point[] {
  const { lattice, frame } = plan;
  const chain = lattice.chains[link] ?? [];
  const middle = (v: number): Point => ({
    x: (frame.columnX[lattice.vertices[v]?.column ?? 0] ?? 0) + frame.nodeWidth / 2,
    y: TOP + (plan.top[v] ?? 0) + (plan.ink[v] ?? 0) / 2,
  });
  if (!isReturn) return chain.slice(1, -1).map(middle);
  const points = chain.toReversed().map(middle);
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const half = frame.nodeWidth / 2;
  return [{ x: first.x + half, y: first.y }, ...points.slice(1, -1), { x: last.x - half, y: last.y }];
}

function bendsOf(
  plan: Plan,
  links: readonly (IndexedLink | null)[],
  sourceY: Float64Array,
  targetY: Float64Array,
  width: (i: number) => number,
): { leaving: Map<number, Bend>; arriving: Map<number, Bend> } {
  const { lattice, frame, column } = plan;
  const laneY = (v: number | undefined): number => (v === undefined ? 0 : TOP + (plan.top[v] ?? 0) + (plan.ink[v] ?? 0) / 2);
  const last = lattice.layers.length - 1;
  const out: BendWanted[][] = lattice.layers.map(() => []);
  const into: BendWanted[][] = lattice.layers.map(() => []);
  links.forEach((link, i) => {
    if (link === null || plan.isReturn[i] !== true) return;
    const chain = lattice.chains[i] ?? [];
    const wide = Math.max(1, width(i));
    out[column[link.source] ?? 0]?.push({ link: i, from: sourceY[i] ?? 0, to: laneY(chain.at(-1)), width: wide });
    into[column[link.target] ?? 0]?.push({ link: i, from: targetY[i] ?? 0, to: laneY(chain[0]), width: wide });
  });
  const half = frame.gap * 0.44;
  return {
    leaving: new Map(out.flatMap((list, c) => [...bendsBeside(list, c === last ? Math.max(frame.bendRight, 12) : half)])),
    arriving: new Map(into.flatMap((list, c) => [...bendsBeside(list, c === 0 ? Math.max(frame.bendLeft, 12) : half)])),
  };
}
