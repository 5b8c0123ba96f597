// How fast is a Sankey diagram laid out, and how many ribbons cross beside plain d3-sankey? Both on the same tables in one run.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sankey } from 'd3-sankey';
import { choose } from '../web/sankey/choose/choose.ts';
import { layOut } from '../web/sankey/layOut/layOut.ts';
import type { SankeyFlow, SankeyLayout } from '../web/sankey/types.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/flow-tables');
const SCREEN = { width: 1400, height: 700, language: 'nb' } as const;

type Ribbon = { readonly points: readonly { readonly x: number; readonly y: number }[] };

/** Pairs of ribbons whose middle lines change sides between two columns; a line is straight between the points it is given. */
export function crossingsOf(ribbons: readonly Ribbon[], columns: readonly number[]): number {
  let crossings = 0;
  for (let c = 0; c + 1 < columns.length; c++) {
    const [left = 0, right = 0] = [columns[c], columns[c + 1]];
    const here = ribbons.flatMap((ribbon) => {
      const [first, last] = [ribbon.points[0], ribbon.points.at(-1)];
      if (first === undefined || last === undefined || first.x > left + 1e-6 || last.x < right - 1e-6) return [];
      return [{ a: heightAt(ribbon, left), b: heightAt(ribbon, right) }];
    });
    here.forEach((one, i) => {
      for (const other of here.slice(i + 1)) if ((one.a - other.a) * (one.b - other.b) < -1e-9) crossings++;
    });
  }
  return crossings;
}

function heightAt(ribbon: Ribbon, x: number): number {
  for (let i = 0; i + 1 < ribbon.points.length; i++) {
    const [a, b] = [ribbon.points[i], ribbon.points[i + 1]];
    if (a === undefined || b === undefined || x < a.x - 1e-6 || x > b.x + 1e-6) continue;
    // The S of a ribbon between two points.
    const t = Math.min(1, Math.max(0, (x - a.x) / Math.max(1e-9, b.x - a.x)));
    return a.y + (b.y - a.y) * t * t * (3 - 2 * t);
  }
  return ribbon.points.at(-1)?.y ?? 0;
}

/** What d3-sankey draws of the same flows with its own order. */
export function plainCrossings(flows: readonly SankeyFlow[]): number {
  const ids = [...new Set(flows.flatMap((flow) => [flow.source, flow.target]))];
  const layout = sankey<{ id: string }, object>()
    .nodeId((node) => node.id)
    .nodeWidth(0)
    .nodePadding(12)
    .extent([
      [0, 0],
      [SCREEN.width, SCREEN.height],
    ]);
  const graph = layout({
    nodes: ids.map((id) => ({ id })),
    links: flows.map((flow) => ({ source: flow.source, target: flow.target, value: flow.value ?? 0 })),
  });
  const columns = [...new Set(graph.nodes.map((node) => node.x0 ?? 0))].sort((a, b) => a - b);
  const ribbons = graph.links.map((link) => {
    const [source, target] = [link.source, link.target];
    const x = (end: typeof source): number => (typeof end === 'object' ? (end.x0 ?? 0) : 0);
    return {
      points: [
        { x: x(source), y: link.y0 ?? 0 },
        { x: x(target), y: link.y1 ?? 0 },
      ],
    };
  });
  return crossingsOf(ribbons, columns);
}

/** The same measure on our layout, from the outlines themselves: the heights at which a ribbon passes each column. */
export function ourCrossings(layout: SankeyLayout): number {
  const column = (x: number): number => layout.columnX.findLastIndex((columnX) => columnX <= x + 1e-6);
  return crossingsOf(
    layout.links.map((link) => ({ points: link.way.map(({ x, y }) => ({ x: column(x), y })) })),
    [...layout.columnX.keys()],
  );
}

function circleFree(flows: readonly SankeyFlow[]): boolean {
  return layOut(choose(flows), SCREEN).links.every((link) => !link.isReturn);
}

/** Layers of nodes with links to the next, some over two: what an energy balance looks like, made from a seed. */
export function madeUp(layers: number, each: number, links: number, seed: number): SankeyFlow[] {
  let state = seed;
  const next = (): number => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: links }, (_, i): SankeyFlow => {
    const from = Math.floor(next() * (layers - 1));
    const to = Math.min(layers - 1, from + (next() < 0.15 ? 2 : 1));
    return {
      id: `m${i}`,
      source: `${from}-${Math.floor(next() * each)}`,
      target: `${to}-${Math.floor(next() * each)}`,
      value: 10 ** (next() * 3),
      unit: 't',
    };
  });
}

function tableOf(name: string): SankeyFlow[] {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const rows: string[][] = parse(text, { delimiter: text.split('\n')[0]?.includes(';') === true ? ';' : ',', from_line: 2 });
  return rows
    .map(([id = '', source = '', target = '', value = '', unit = '']) => ({
      id,
      source,
      target,
      value: Number(value.replaceAll(' ', '') || NaN),
      unit,
    }))
    .filter((flow) => flow.value > 0);
}

function time(work: () => void): number {
  const runs = Array.from({ length: 5 }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return runs.toSorted((a, b) => a - b)[2] ?? 0;
}

export function benchSankey(): readonly { readonly name: string; readonly value: string; readonly ok: boolean }[] {
  const tables: [string, SankeyFlow[]][] = [
    ...readdirSync(FOLDER).map((name): [string, SankeyFlow[]] => [name, tableOf(name)]),
    ...[1, 2, 3, 4].map((seed): [string, SankeyFlow[]] => [`made up, seed ${seed}`, madeUp(5, 8, 40, seed * 7919)]),
  ];
  const lines: { name: string; value: string; ok: boolean }[] = [];
  let [ours, plain] = [0, 0];
  for (const [name, flows] of tables) {
    if (!circleFree(flows)) continue;
    const [a, b] = [ourCrossings(layOut(choose(flows), SCREEN)), plainCrossings(flows)];
    ours += a;
    plain += b;
    lines.push({ name: `crossings, ${name}`, value: `${a} (d3-sankey ${b})`, ok: a <= b });
  }
  lines.push({ name: 'crossings, all', value: `${(ours / plain).toFixed(2)} of plain d3-sankey (reach 0.80)`, ok: ours <= 0.8 * plain });
  for (const [count, reach] of [
    [300, 300],
    [5000, 2000],
  ] as const) {
    const flows = madeUp(6, Math.round(count / 25), count, 11);
    const ms = time(() => void layOut(choose(flows), SCREEN));
    lines.push({ name: `layout of ${count} links`, value: `${ms.toFixed(0)} ms (reach ${reach} ms to the last frame)`, ok: ms <= reach });
  }
  return lines;
}

if (import.meta.main) for (const { name, value, ok } of benchSankey()) console.log(`${ok ? 'ok  ' : 'MISS'} ${name}: ${value}`);
