// Where are the columns, and how much room has each name? Names of the first and last column stand in the margins where the page is wide
// enough; the others beside their node in the gap; on a phone, where gaps are narrow, numbers stand there and the names in a key below.
import type { LabelLine, Language } from '../types.ts';
import { amountText } from './amounts.ts';
import type { Indexed } from './indexed.ts';
import { BOX, LINE, shortened, textWidth, wrapped } from './text.ts';

export type PlannedLabel = {
  readonly side: 'left' | 'right';
  readonly room: number;
  readonly name: string;
  readonly amount: string;
  readonly lines: readonly LabelLine[];
};

export type Frame = {
  readonly columnX: readonly number[];
  readonly nodeWidth: number;
  /** Between the right edge of a column and the left edge of the next. */
  readonly gap: number;
  /** Room for bends outside the first and last column. */
  readonly bendLeft: number;
  readonly bendRight: number;
  readonly size: number;
  readonly numbered: boolean;
  readonly labels: readonly PlannedLabel[];
};

const PHONE = 560;
/** Narrower than this no name can be read. */
const LEAST_ROOM = 36;
/** Where a gap gives less, names that would be cut or broken in it decide. */
const READABLE_ROOM = 62;
const LINES = 4;
/** Of the way from column to column, a bar takes at most this much. */
const WIDEST_BAR = 0.45;

export type FrameWanted = {
  readonly width: number;
  readonly columns: number;
  readonly column: readonly number[];
  readonly returnsIntoFirst: number;
  readonly returnsFromLast: number;
  readonly language: Language;
  readonly textScale: number;
};

function nodeAmounts(graph: Indexed, node: number, language: Language): string[] {
  return (graph.bars[node] ?? []).map((bar) => amountText(Math.max(bar.in, bar.out), graph.units[bar.unit] ?? '', language));
}

/** A name and its amounts in lines no wider than `room`: all in one where it fits, an amount per line where it must be. */
export function labelLines(name: string, amounts: readonly string[], room: number, size: number): LabelLine[] {
  const lines = wrapped(name, room, size, LINES);
  const together = amounts.join(' · ');
  const end = `${lines.at(-1) ?? ''}, ${together}`;
  if (lines.length === 1 && textWidth(end, size) <= room) return [{ text: end, amount: false }];
  const own = textWidth(together, size) <= room ? [together] : amounts.map((one) => shortened(one, room, size));
  return [...lines.map((text) => ({ text, amount: false })), ...own.map((text) => ({ text, amount: true }))];
}

export function frameOf(graph: Indexed, wanted: FrameWanted): Frame {
  const { width, columns, column, textScale } = wanted;
  const phone = width < PHONE;
  const size = phone ? 11 : 12;
  // Many columns on a narrow page: bars give way before the gaps do.
  const nodeWidth = Math.max(3, Math.min(phone ? 9 : 14, (width / columns) * 0.25));
  const last = columns - 1;
  const bend = (count: number): number => (count === 0 ? 0 : Math.min(width * 0.08, phone ? 26 : 110, 50 + 24 * count));
  const bendLeft = bend(wanted.returnsIntoFirst);
  const bendRight = bend(wanted.returnsFromLast);
  const amounts = graph.nodes.map((_, i) => nodeAmounts(graph, i, wanted.language));
  const lines = (i: number, room: number): LabelLine[] => labelLines(graph.nodes[i]?.label ?? '', amounts[i] ?? [], room / textScale, size);
  const widest = (of: number, room: number): number =>
    Math.max(
      0,
      ...[...graph.nodes.keys()]
        .filter((i) => column[i] === of)
        .flatMap((i) => lines(i, room).map((line) => textWidth(line.text, size) * textScale)),
    );
  const marginRoom = phone ? 0 : Math.min(190, width * (columns > 6 ? 0.12 : 0.16));
  const outer = !phone;
  const lay = (numbered: boolean): { left: number; right: number; gap: number } => {
    const edge = phone ? 4 : 8;
    const left = edge + bendLeft + (numbered ? 20 : outer && columns > 1 ? widest(0, marginRoom) + 8 : 0);
    const right = edge + bendRight + (numbered ? 20 : outer ? widest(last, marginRoom) + 8 : 0);
    return {
      left,
      right,
      gap: columns > 1 ? (width - left - right - nodeWidth * columns) / (columns - 1) : width - left - right - nodeWidth,
    };
  };
  const plain = lay(false);
  // On a phone the last column's names stand in the last gap, which the column before shares.
  const sideOf = (c: number): 'left' | 'right' => (columns > 1 && ((c === 0 && outer) || (c === last && phone)) ? 'left' : 'right');
  const roomOf = (c: number, gap: number): number => {
    if (outer && (c === last || c === 0) && columns > 1) return marginRoom;
    return (phone && c >= last - 1 && columns > 1 ? gap / 2 : gap) - 16;
  };
  const planned = graph.nodes.map((node, i): PlannedLabel => {
    const c = column[i] ?? 0;
    const room = Math.max(LEAST_ROOM, roomOf(c, plain.gap));
    return { side: sideOf(c), room, name: node.label, amount: (amounts[i] ?? []).join(' · '), lines: lines(i, room) };
  });
  const cut = planned.filter((label) => label.lines.some((line) => /[…]$|\p{L}-$/u.test(line.text))).length;
  const narrowest = columns > 1 ? Math.min(...column.map((c) => roomOf(c, plain.gap))) : Infinity;
  const narrow = phone || narrowest < READABLE_ROOM;
  const numbered = graph.nodes.length > 0 && (narrowest < LEAST_ROOM || (narrow && cut > planned.length * 0.34));
  const { left, right } = numbered ? lay(true) : plain;
  // A hundred columns on a phone: whatever stands between them, the last is still on the page.
  const step = columns > 1 ? Math.max(0.01, (width - left - right - nodeWidth) / (columns - 1)) : Math.max(4, width - left - right);
  const bar = Math.min(nodeWidth, step * WIDEST_BAR);
  return {
    columnX: Array.from({ length: columns }, (_, c) => left + c * step),
    nodeWidth: bar,
    gap: step - bar,
    bendLeft,
    bendRight,
    size,
    numbered,
    labels: numbered ? planned.map((label, i) => ({ ...label, side: column[i] === 0 ? 'left' : 'right' })) : planned,
  };
}

/** Least heights of a node for its label: all lines, one line, none. */
export function labelHeights(frame: Frame, node: number): readonly number[] {
  if (frame.numbered) return [14, 13, 0];
  const lines = frame.labels[node]?.lines.length ?? 1;
  return [(lines - 1) * frame.size * LINE + frame.size * BOX + 4, frame.size * BOX + 2, 0];
}
