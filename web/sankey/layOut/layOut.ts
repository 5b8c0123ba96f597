// Graph -> positions and outlines of everything in the picture. Pure: no page, no clock; the same graph gives the same picture.
import type { Box, LayOutOptions, SankeyGraph, SankeyLayout } from '../types.ts';
import { byText } from '../sortText.ts';
import { countCrossings } from './crossings.ts';
import { labelsOf } from './nameNodes.ts';
import { placeLinks } from './placeLinks.ts';
import { TOP, placeNodes } from './placeNodes.ts';
import { planOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { numberedKey, stripOf } from './strip.ts';
import { stubsOf } from './stubs.ts';

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
  const drawn = plan.graph.links.map((one) => {
    const link = own.get(one.link.id);
    return link === undefined ? null : { ...one, link };
  });
  const placed = placeNodes(plan, drawn);
  const { links, bends } = placeLinks(plan, drawn, placed);
  const picture: Box = { x: 0, y: 0, width: options.width, height: plan.heights.height + 2 * TOP };
  const present = new Set(graph.nodes.map((node) => node.id));
  const nodes = placed.nodes.filter((node) => present.has(node.id) && node.bars.length > 0);
  const stubs = stubsOf(nodes);
  const { mode } = plan.heights;
  const linkLabels = options.linkLabels ?? true;
  const names = labelsOf({ frame, mode, nodes, planned: plan, links, stubs, bends, picture, language, textScale, linkLabels });
  const named = Object.fromEntries(graph.units.map((unit) => [unit, scales[plan.graph.units.indexOf(unit)] ?? 1]));
  const has = { return: links.some((link) => link.isReturn), hairline: links.some((link) => link.hairline), stub: stubs.length > 0 };
  const legend = (options.legend ?? []).filter((entry) => entry.when === undefined || has[entry.when]);
  const strip = stripOf(named, legend, options.width, picture.height, language, textScale);
  const numbered = numberedKey(names.numbered, options.width, picture.height + strip.height, frame.size, textScale);
  const position = new Float64Array(lattice.vertices.length);
  for (const layer of lattice.layers) layer.forEach((v, i) => (position[v] = i));
  return {
    width: options.width,
    height: Math.ceil(picture.height + strip.height + numbered.height),
    picture,
    columns: lattice.layers.length,
    columnX: frame.columnX,
    nodeWidth: frame.nodeWidth,
    scales: named,
    nodes,
    links,
    stubs,
    labels: names.labels,
    key: numbered.key,
    unitKeys: strip.unitKeys,
    legend: strip.legend,
    hairlines: links.filter((link) => link.hairline).length,
    unlabelled: names.unlabelled,
    crossings: countCrossings(lattice, position).count,
  };
}
