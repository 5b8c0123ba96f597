// Which words stand where: names of nodes, what is missing at their stubs, and amounts on ribbons with room.
import type { Box, Label, LabelLine, LaidLink, LaidNode, Language, Stub } from '../types.ts';
import { amountText } from './amounts.ts';
import { PHONE, isBroken, labelLines } from './frame.ts';
import type { Frame, PlannedLabel } from './frame.ts';
import { Occupied, oneLine, placeLabel } from './labels.ts';
import type { Wanted } from './labels.ts';
import type { Plan } from './plan.ts';
import { BOX, LINE, textWidth, wrapped } from './text.ts';

export type NamesWanted = {
  readonly frame: Frame;
  readonly mode: number;
  readonly nodes: readonly LaidNode[];
  readonly planned: Plan;
  readonly links: readonly LaidLink[];
  readonly stubs: readonly Stub[];
  readonly bends: readonly Box[];
  readonly picture: Box;
  readonly language: Language;
  readonly textScale: number;
  readonly linkLabels: boolean;
};

export type Names = {
  readonly labels: readonly Label[];
  readonly numbered: readonly { readonly node: string; readonly number: number; readonly text: string }[];
  readonly unlabelled: number;
};

/** Between a bar and its name, px. */
const BESIDE = 6;
/** A name that would be broken may be so much wider than its way. */
const FURTHER = 2.2;
const NUMBER_SIZE = 10;
/** Words over a bar need at least so many times the size of their letters: less is a number's room. */
const OVER = 4;
/** A name alone is no wider, px at the size of the built-in font, and has no more lines. */
const BARE_WIDTH = 96;
const BARE_LINES = 2;
/** Height that a very thin bar's mark takes, px. */
export const MARK = 4;

/** Of the nodes, so many must find room for their name among numbers: fewer would only puzzle. */
const NAMED = 0.7;

export function labelsOf(wanted: NamesWanted): Names {
  const { frame, picture, nodes } = wanted;
  if (!frame.numbered || picture.width < PHONE) return placed(wanted, false);
  const named = placed(wanted, true);
  return nodes.length - named.numbered.length >= nodes.length * NAMED ? named : placed(wanted, false);
}

/** `bare`: names without amounts may stand where ways are too narrow for both. */
function placed(wanted: NamesWanted, bare: boolean): Names {
  const { frame, nodes, picture, textScale } = wanted;
  const occupied = new Occupied();
  for (const node of nodes)
    for (const bar of node.bars) {
      const tall = Math.max(bar.height, MARK);
      occupied.add({ x: bar.x, y: bar.y + bar.height / 2 - tall / 2, width: bar.width, height: tall });
    }
  for (const stub of wanted.stubs) occupied.add(stub);
  const bends = new Occupied();
  for (const bend of wanted.bends) bends.add(bend);
  const number = numbersOf(wanted);
  const labels: Label[] = [];
  const numbered: { node: string; number: number; text: string }[] = [];
  let unlabelled = 0;
  const index = new Map(wanted.planned.graph.nodes.map((node, i) => [node.id, i]));
  const heavy = (node: LaidNode): number => node.bars.reduce((sum, bar) => sum + bar.height, 0);
  const sequence = nodes.toSorted((a, b) => heavy(b) - heavy(a) || a.column - b.column || (index.get(a.id) ?? 0) - (index.get(b.id) ?? 0));
  for (const node of sequence) {
    const plan = frame.labels[index.get(node.id) ?? 0];
    if (plan === undefined) continue;
    const whole = extent(node);
    const full = `${node.label}, ${amountsOf(node, wanted.language).join(' · ')}`;
    const tries = frame.numbered
      ? [...overTries(node, whole, plan, wanted), ...(bare ? bareTries(whole, plan, wanted) : [])]
      : nameTries(node, whole, plan, wanted);
    const label = placeLabel({ of: node.id, what: 'node', full, size: frame.size, tries }, occupied, picture, textScale, bends);
    if (label !== null) {
      labels.push(label);
      continue;
    }
    const tag = number.get(node.id) ?? 0;
    const own = placeLabel(
      { of: node.id, what: 'node', full, size: NUMBER_SIZE, tries: numberTries(whole, String(tag), plan.side) },
      occupied,
      picture,
      textScale,
    );
    if (own !== null) labels.push(own);
    else unlabelled++;
    numbered.push({ node: node.id, number: tag, text: full });
  }
  for (const stub of wanted.stubs) {
    const label = placeLabel(stubWanted(stub, wanted), occupied, picture, textScale);
    if (label !== null) labels.push(label);
  }
  // A node with one link says that link's amount itself.
  const ends = Map.groupBy(
    wanted.links.flatMap((link) => [link.source, link.target]),
    (id) => id,
  );
  const alone = new Set([...ends].filter(([, list]) => list.length === 1).map(([id]) => id));
  if (wanted.linkLabels)
    for (const link of wanted.links.toSorted((a, b) => b.width - a.width)) {
      const attempt = linkWanted(link, wanted, alone.has(link.source) || alone.has(link.target));
      const label = attempt === null ? null : placeLabel(attempt, occupied, picture, textScale, bends);
      if (label !== null) labels.push(label);
    }
  return inSequence({ labels, numbered, unlabelled });
}

/** Where most have names, the numbers of the others run from 1 without gaps; none gets longer. */
function inSequence({ labels, numbered, unlabelled }: Names): Names {
  const sorted = numbered.toSorted((a, b) => a.number - b.number).map((one, i) => ({ ...one, number: i + 1 }));
  const numbers = new Map(sorted.map((one) => [one.node, one.number]));
  const rewritten = labels.map((label): Label => {
    const number = label.what === 'node' ? numbers.get(label.of) : undefined;
    return number === undefined ? label : { ...label, lines: [{ text: String(number), amount: false }] };
  });
  return { labels: rewritten, numbered: sorted, unlabelled };
}

const amountsOf = (node: LaidNode, language: Language): string[] => node.bars.map((bar) => amountText(bar.value, bar.unit, language));

/** Numbers run down the columns, so that a reader finds them. */
function numbersOf(wanted: NamesWanted): Map<string, number> {
  const sorted = wanted.nodes.toSorted((a, b) => a.column - b.column || extent(a).y - extent(b).y);
  return new Map(sorted.map((node, i) => [node.id, i + 1]));
}

function extent(node: LaidNode): Box {
  const first = node.bars[0];
  const last = node.bars.at(-1);
  if (first === undefined || last === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: first.x, y: first.y, width: first.width, height: last.y + last.height - first.y };
}

function nameTries(node: LaidNode, whole: Box, plan: PlannedLabel, wanted: NamesWanted): Wanted['tries'] {
  const { frame, textScale } = wanted;
  const middle = whole.y + whole.height / 2;
  const stubbed = (side: 'left' | 'right'): number => {
    const stub = wanted.stubs.find((one) => one.node === node.id && (one.side === 'out') === (side === 'right'));
    return stub === undefined ? 0 : stub.width + 2;
  };
  const at = (side: 'left' | 'right'): { x: number; anchor: Label['anchor'] } =>
    side === 'left'
      ? { x: whole.x - BESIDE - stubbed('left'), anchor: 'end' }
      : { x: whole.x + whole.width + BESIDE + stubbed('right'), anchor: 'start' };
  // The plan may be of several pictures: the words are this one's own.
  const amounts = amountsOf(node, wanted.language);
  const lines = labelLines(plan.name, amounts, plan.room / textScale, frame.size);
  // Beyond its own way a name may go on where nothing stands.
  const unbroken = isBroken(lines, plan.room / textScale, frame.size)
    ? labelLines(plan.name, amounts, (plan.room * FURTHER) / textScale, frame.size)
    : null;
  const single = oneLine(plan.name, amounts.join(' · '), plan.room / textScale, frame.size);
  const near = at(plan.side);
  const far = at(plan.side === 'left' ? 'right' : 'left');
  // Where columns are full, several lines stand only beside a bar as tall as they are.
  const tall = whole.height + 8 >= (lines.length - 1) * frame.size * LINE + frame.size * BOX;
  const full = wanted.mode === 0 || tall ? [lines, single] : [single];
  const edge = node.column === 0 || node.column === wanted.planned.lattice.layers.length - 1;
  const height = (lines.length - 1) * frame.size * LINE + frame.size * BOX;
  const beyond = edge ? beyondBends(near, { y: middle - height / 2, height }, wanted.bends) : null;
  const wide =
    unbroken === null
      ? []
      : [near, far].flatMap((one) =>
          [0, 0.25, -0.25].map((shift) => ({ ...one, y: middle + shift * Math.max(0, whole.height - 14), lines: unbroken })),
        );
  const beside = full.flatMap((lines) => [
    ...(beyond === null
      ? []
      : [
          { ...near, y: middle, lines, clear: true },
          { ...beyond, y: middle, lines, clear: true, leaderTo: whole },
        ]),
    { ...near, y: middle, lines },
    ...[-0.25, 0.25].map((shift) => ({ ...near, y: middle + shift * Math.max(0, whole.height - 14), lines })),
    { ...far, y: middle, lines },
  ]);
  if (wanted.mode === 2) return [...wide, ...beside];
  const apart = [1, -1, 1.6, -1.6, 2.4, -2.4, 3.4, -3.4].map((shift) => ({
    x: near.x + (near.anchor === 'end' ? -8 : 8),
    anchor: near.anchor,
    y: middle + shift * frame.size * 1.3,
    lines: oneLine(plan.name, amounts.join(' · '), (plan.room - 8) / textScale, frame.size),
    leaderTo: whole,
  }));
  return [...wide, ...beside, ...apart];
}

/** Where the ways are too narrow for words: over or under the bar, as wide as the way from column to column, in whole words. */
function overTries(node: LaidNode, whole: Box, plan: PlannedLabel, wanted: NamesWanted): Wanted['tries'] {
  const { frame, textScale } = wanted;
  const { columnX } = frame;
  const x = whole.x + whole.width / 2;
  const step = Math.min(
    (columnX[node.column + 1] ?? Infinity) - (columnX[node.column] ?? 0),
    (columnX[node.column] ?? 0) - (columnX[node.column - 1] ?? -Infinity),
  );
  const room = (Math.min(step, 2 * (x - wanted.picture.x), 2 * (wanted.picture.width - x)) - 6) / textScale;
  // In the hand a few names among many numbers would only puzzle.
  if (room < frame.size * OVER || wanted.picture.width < PHONE) return [];
  const amounts = amountsOf(node, wanted.language);
  const words = labelLines(plan.name, amounts, room, frame.size);
  if (isBroken(words, room, frame.size)) return [];
  const half = ((words.length - 1) * frame.size * LINE + frame.size * BOX) / 2 + 3;
  return [whole.y - half, whole.y + whole.height + half].map((y) => ({ x, y, anchor: 'middle' as const, lines: words, clear: true }));
}

/** The name alone, in whole words, beside the bar or over it, last of all on a bend: the amount is told on focus and by the table. */
function bareTries(whole: Box, plan: PlannedLabel, { frame }: NamesWanted): Wanted['tries'] {
  const words = wrapped(plan.name, BARE_WIDTH, frame.size, BARE_LINES).map((text) => ({ text, amount: false }));
  if (isBroken(words, BARE_WIDTH, frame.size)) return [];
  const middle = whole.y + whole.height / 2;
  const half = ((words.length - 1) * frame.size * LINE + frame.size * BOX) / 2 + 2;
  const right = { x: whole.x + whole.width + 4, anchor: 'start' } as const;
  const left = { x: whole.x - 4, anchor: 'end' } as const;
  const over = { x: whole.x + whole.width / 2, anchor: 'middle' } as const;
  const sides = plan.side === 'left' ? [left, right] : [right, left];
  return [
    ...[0, -8, 8].flatMap((shift) => sides.map((one) => ({ ...one, y: middle + shift, lines: words, clear: true }))),
    ...[whole.y - half, whole.y + whole.height + half].map((y) => ({ ...over, y, lines: words, clear: true })),
    ...sides.map((one) => ({ ...one, y: middle, lines: words })),
  ];
}

/** Just outside the bends of return flows that pass between an outer column and the picture's edge at this height; null where none does. */
function beyondBends(
  near: { readonly x: number; readonly anchor: Label['anchor'] },
  lines: { readonly y: number; readonly height: number },
  bends: readonly Box[],
): { x: number; anchor: Label['anchor'] } | null {
  const left = near.anchor === 'end';
  const passing = bends.filter(
    (box) => box.y < lines.y + lines.height && lines.y < box.y + box.height && (left ? box.x < near.x : box.x + box.width > near.x),
  );
  if (passing.length === 0) return null;
  const x = left ? Math.min(...passing.map((box) => box.x)) - BESIDE : Math.max(...passing.map((box) => box.x + box.width)) + BESIDE;
  return { ...near, x };
}

function numberTries(whole: Box, text: string, side: 'left' | 'right'): Wanted['tries'] {
  const lines: LabelLine[] = [{ text, amount: false }];
  const middle = whole.y + whole.height / 2;
  const right = { x: whole.x + whole.width + 3, anchor: 'start' } as const;
  const left = { x: whole.x - 3, anchor: 'end' } as const;
  const sides = side === 'left' ? [left, right] : [right, left];
  const along = [0.25, -0.25, 0.42, -0.42].map((part) => part * whole.height);
  return [0, -6, 6, ...along, -12, 12].flatMap((shift) => sides.map((one) => ({ ...one, y: middle + shift, lines })));
}

function stubWanted(stub: Stub, wanted: NamesWanted): Wanted {
  const sign = stub.side === 'out' ? '−' : '+';
  const text = `${sign}${amountText(stub.value, stub.unit, wanted.language)}`;
  const y = stub.y + stub.height / 2;
  const out = stub.side === 'out';
  const beside = out ? ({ x: stub.x + stub.width + 3, anchor: 'start' } as const) : ({ x: stub.x - 3, anchor: 'end' } as const);
  // At the picture's edge it ends where the stub does, under or over it; last of all beyond its bar.
  const within = out ? ({ x: stub.x + stub.width, anchor: 'end' } as const) : ({ x: stub.x, anchor: 'start' } as const);
  const across = out
    ? ({ x: stub.x - wanted.frame.nodeWidth - 3, anchor: 'end' } as const)
    : ({ x: stub.x + stub.width + wanted.frame.nodeWidth + 3, anchor: 'start' } as const);
  const lines = [{ text, amount: true }];
  return {
    of: stub.node,
    what: 'stub',
    full: text,
    size: 10,
    tries: [
      ...[0, 12, -12, 0.25 * stub.height, -0.25 * stub.height].map((shift) => ({ ...beside, y: y + shift, lines })),
      ...[stub.y + stub.height + 8, stub.y - 8].map((at) => ({ ...within, y: at, lines })),
      ...[24, -24].map((shift) => ({ ...beside, y: y + shift, lines })),
      ...[0, 12, -12].map((shift) => ({ ...across, y: y + shift, lines })),
    ],
  };
}

/** Kind and amount near the end of the ribbon; null where it is too thin, or where its node's own name says the same. */
function linkWanted(link: LaidLink, wanted: NamesWanted, alone: boolean): Wanted | null {
  const size = 10;
  if (link.width < size * BOX + 2 || link.isReturn) return null;
  const { columnX, gaps } = wanted.frame;
  const gap = gaps[columnX.findLastIndex((x) => x < link.targetX - 1e-6)] ?? 0;
  const room = Math.min(gap * 0.46, 150) / wanted.textScale;
  const amount = amountText(link.value, link.unit, wanted.language);
  const whole = link.kind === null ? amount : `${link.kind}, ${amount}`;
  const choices = alone ? [link.kind ?? ''] : [whole, amount];
  const text = choices.find((choice) => choice !== '' && textWidth(choice, size) <= room);
  if (text === undefined) return null;
  const at = { x: link.targetX - 7, y: link.targetY, anchor: 'end' } as const;
  return { of: link.id, what: 'link', full: whole, size, tries: [{ ...at, lines: [{ text, amount: true }], clear: true }] };
}
