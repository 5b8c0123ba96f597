// What the page's own geometry says of a drawn diagram: measured with isPointInFill and bounding boxes, never from the program's numbers.

export type Findings = {
  readonly links: number;
  readonly nodes: number;
  readonly labels: number;
  /** Links of 1 px and more whose width at an end is more than 1 % off, with what was measured. */
  readonly wrongWidths: readonly string[];
  /** Narrower than 1 px and not marked, or marked and wider. */
  readonly wrongMarks: readonly string[];
  readonly overlappingNodes: readonly string[];
  readonly wrongHeights: readonly string[];
  readonly collidingLabels: readonly string[];
  readonly clippedLabels: readonly string[];
  readonly labelsOnNodes: readonly string[];
  /** Pairs of links of 1 px and more that share a height at their node. */
  readonly overlappingEnds: readonly string[];
  /** Return flows of 2 px and more that are not as thick where they turn back as at their ends. */
  readonly narrowTurns: readonly string[];
};

/** Runs in the page: needs everything inside itself. */
export function measure(): Findings {
  const svg = document.querySelector<SVGSVGElement>('svg.sankey');
  if (!svg) throw new Error('no diagram');
  const text = (element: Element, name: string): string => element.getAttribute(name) ?? '';
  const rects = [...svg.querySelectorAll<SVGRectElement>('rect.node')];
  const links = [...svg.querySelectorAll<SVGPathElement>('path.link')];
  const scale = new Map<string, number>();
  for (const key of svg.querySelectorAll('g.unit-key')) {
    const bar = key.querySelector<SVGRectElement>('rect.scale');
    if (bar) scale.set(text(key, 'data-unit'), bar.height.baseVal.value / Number(text(key, 'data-value')));
  }
  const rectOf = (id: string, unit: string): SVGRectElement | undefined =>
    rects.find((rect) => text(rect, 'data-id') === id && text(rect, 'data-unit') === unit);
  const point = svg.createSVGPoint();
  const filled = (path: SVGPathElement, x: number, y: number): boolean => {
    point.x = x;
    point.y = y;
    return path.isPointInFill(point);
  };
  const extent = (path: SVGPathElement, x: number, top: number, bottom: number, expected: number): [number, number] | null => {
    const step = Math.max(0.2, Math.min(1, expected / 4));
    let inside: number | null = null;
    for (let y = top - 2; y <= bottom + 2; y += step)
      if (filled(path, x, y)) {
        inside = y;
        break;
      }
    if (inside === null) return null;
    const edge = (from: number, to: number): number => {
      let [a, b] = [from, to];
      for (let i = 0; i < 30; i++) {
        const middle = (a + b) / 2;
        if (filled(path, x, middle)) a = middle;
        else b = middle;
      }
      return a;
    };
    let last = inside;
    while (filled(path, x, last + step) && last < bottom + 2) last += step;
    return [edge(inside, inside - step), edge(last, last + step)];
  };
  const wrongWidths: string[] = [];
  const wrongMarks: string[] = [];
  const ends = new Map<string, { id: string; top: number; bottom: number }[]>();
  for (const link of links) {
    const [id, unit, value] = [text(link, 'data-id'), text(link, 'data-unit'), Number(text(link, 'data-value'))];
    const expected = value * (scale.get(unit) ?? 0);
    const marked = link.hasAttribute('data-min-width');
    if (marked !== expected < 1) wrongMarks.push(`${id}: ${expected.toFixed(3)} px`);
    for (const [end, node, dx] of [
      ['source', rectOf(text(link, 'data-source'), unit), 0.5],
      ['target', rectOf(text(link, 'data-target'), unit), -0.5],
    ] as const) {
      if (!node) {
        wrongWidths.push(`${id}: no node at its ${end}`);
        continue;
      }
      const [x, y, width, height] = [node.x.baseVal.value, node.y.baseVal.value, node.width.baseVal.value, node.height.baseVal.value];
      const found = extent(link, end === 'source' ? x + width + dx : x + dx, y, y + height, expected);
      if (found === null) {
        wrongWidths.push(`${id}: nothing at its ${end}`);
        continue;
      }
      if (expected < 1) continue;
      const measured = found[1] - found[0];
      if (Math.abs(measured - expected) > 0.01 * expected)
        wrongWidths.push(`${id} ${end}: ${measured.toFixed(3)} for ${expected.toFixed(3)}`);
      const key = `${end} ${text(node, 'data-id')} ${unit}`;
      const list = ends.get(key) ?? [];
      ends.set(key, list);
      list.push({ id, top: found[0], bottom: found[1] });
      if (found[0] < y - 0.05 || found[1] > y + height + 0.05) wrongWidths.push(`${id}: outside its node`);
    }
  }
  // A return flow stands upright where it reaches furthest to the right and to the left.
  const narrowTurns: string[] = [];
  for (const link of links) {
    const expected = Number(text(link, 'data-value')) * (scale.get(text(link, 'data-unit')) ?? 0);
    if (!link.hasAttribute('data-return') || expected < 2) continue;
    const box = link.getBBox();
    for (const way of [1, -1]) {
      const edge = (way > 0 ? box.x + box.width : box.x) - way * 0.05;
      const heights: number[] = [];
      for (let y = box.y; y <= box.y + box.height; y += 0.5) if (filled(link, edge, y)) heights.push(y);
      const y = heights[heights.length >> 1];
      if (y === undefined) continue;
      let thick = 0;
      while (filled(link, edge - way * thick, y) && thick < expected * 2 + 4) thick += 0.05;
      if (Math.abs(thick - expected) > 0.15 + expected * 0.01)
        narrowTurns.push(`${text(link, 'data-id')} ${way > 0 ? 'right' : 'left'}: ${thick.toFixed(2)} for ${expected.toFixed(2)}`);
    }
  }
  const overlappingEnds: string[] = [];
  for (const list of ends.values()) {
    list.sort((a, b) => a.top - b.top);
    for (let i = 1; i < list.length; i++)
      if ((list[i]?.top ?? 0) < (list[i - 1]?.bottom ?? 0) - 0.05) overlappingEnds.push(`${list[i - 1]?.id} ${list[i]?.id}`);
  }
  const crosses = (a: DOMRect, b: DOMRect, slack = 0): boolean =>
    a.left < b.right - slack && b.left < a.right - slack && a.top < b.bottom - slack && b.top < a.bottom - slack;
  const overlappingNodes: string[] = [];
  const wrongHeights: string[] = [];
  rects.forEach((rect, i) => {
    const box = rect.getBoundingClientRect();
    for (const other of rects.slice(i + 1))
      if (crosses(box, other.getBoundingClientRect(), 0.01)) overlappingNodes.push(`${text(rect, 'data-id')} ${text(other, 'data-id')}`);
    const sum = (end: string): number =>
      links
        .filter((link) => text(link, end) === text(rect, 'data-id') && text(link, 'data-unit') === text(rect, 'data-unit'))
        .reduce((total, link) => total + Number(text(link, 'data-value')), 0);
    const expected = Math.max(sum('data-source'), sum('data-target')) * (scale.get(text(rect, 'data-unit')) ?? 0);
    if (Math.abs(rect.height.baseVal.value - expected) > Math.max(0.01, expected * 0.01))
      wrongHeights.push(`${text(rect, 'data-id')}: ${rect.height.baseVal.value} for ${expected}`);
  });
  const frame = svg.getBoundingClientRect();
  const labels = [...svg.querySelectorAll<SVGTextElement>('text')];
  const collidingLabels: string[] = [];
  const clippedLabels: string[] = [];
  const labelsOnNodes: string[] = [];
  labels.forEach((label, i) => {
    const box = label.getBoundingClientRect();
    const name = (label.textContent ?? '').slice(0, 30);
    for (const other of labels.slice(i + 1))
      if (crosses(box, other.getBoundingClientRect())) collidingLabels.push(`${name} × ${(other.textContent ?? '').slice(0, 30)}`);
    if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom) clippedLabels.push(name);
    for (const rect of rects) if (crosses(box, rect.getBoundingClientRect())) labelsOnNodes.push(`${name} on ${text(rect, 'data-id')}`);
  });
  return {
    links: links.length,
    nodes: new Set(rects.map((rect) => text(rect, 'data-id'))).size,
    labels: svg.querySelectorAll('text.label').length,
    wrongWidths,
    wrongMarks,
    overlappingNodes,
    wrongHeights,
    collidingLabels,
    clippedLabels,
    labelsOnNodes,
    overlappingEnds,
    narrowTurns,
  };
}
