// Where are the columns, and how much room has each name? Names of the first and last column stand in the margins where the page is wide
// enough; the others beside their node in the gap; on a phone, where gaps are narrow, numbers stand there and the names in a key below.
import type { LabelLine, Language } from '../types.ts';
import { amountText } from './amounts.ts';
import { shareOut } from './gaps.ts';
import type { Indexed } from './indexed.ts';
import { BOX, LINE, textWidth, wrapped } from './text.ts';

/** px to the left and to the right of each column. */
export type BendRoom = { readonly left: readonly number[]; readonly right: readonly number[] };

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
  /** Between the right edge of each column and the left edge of the next; of the last column, the most of them. */
  readonly gaps: readonly number[];
  /** Room for bends to the left and right of each column. */
  readonly bends: BendRoom;
  readonly size: number;
  readonly numbered: boolean;
  readonly labels: readonly PlannedLabel[];
};

/** Pages narrower than this are read in the hand: names in a key below, px. */
export const PHONE = 560;
/** Narrower than this no name can be read. */
const LEAST_ROOM = 36;
/** Where a gap gives less, names that would be cut or broken in it decide. */
const READABLE_ROOM = 62;
const LINES = 4;
/** Of the way from column to column, a bar takes at most this much. */
const WIDEST_BAR = 0.45;
/** Kept free of bends between two columns, px. */
const FORWARD = 26;
/** Bends may take this much of a way. */
const MOST_OF_GAP = 0.92;
const LEAST_BEND = 12;
/** Between a bar, its name, and what stands next, px. */
const BESIDE_WORDS = 16;

export type FrameWanted = {
  readonly width: number;
  readonly columns: number;
  readonly column: readonly number[];
  /** What the bends of return flows need. */
  readonly bends: BendRoom;
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
  // A name may be cut, a number never: half of it would be another number.
  const own = textWidth(together, size) <= room ? [together] : amounts;
  return [...lines.map((text) => ({ text, amount: false })), ...own.map((text) => ({ text, amount: true }))];
}

/** A name cut short or broken inside a word, or an amount wider than its room. */
export const isBroken = (lines: readonly LabelLine[], room: number, size: number): boolean =>
  lines.some((line) => /[…]$|\p{L}-$/u.test(line.text) || textWidth(line.text, size) > room);

export function frameOf(graph: Indexed, wanted: FrameWanted): Frame {
  const { width, columns, column, textScale } = wanted;
  const phone = width < PHONE;
  const size = phone ? 11 : 12;
  // Many columns on a narrow page: bars give way before the gaps do.
  const nodeWidth = Math.max(3, Math.min(phone ? 9 : 14, (width / columns) * 0.25));
  const last = columns - 1;
  const bendLeft = wanted.bends.left[0] ?? 0;
  const bendRight = wanted.bends.right[last] ?? 0;
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
  const forward = Math.min(phone ? FORWARD / 2 : FORWARD, (width / Math.max(1, columns)) * 0.35);
  /** What bends fill between column c and the next, with a way left for what flows forward. */
  const bent = (c: number): number => {
    const bends = (wanted.bends.right[c] ?? 0) + (wanted.bends.left[c + 1] ?? 0);
    return bends + forward;
  };
  const lay = (numbered: boolean): { left: number; right: number; gaps: number[] } => {
    const edge = phone ? 4 : 8;
    const left = edge + bendLeft + (numbered ? 20 : outer && columns > 1 ? widest(0, marginRoom) + 8 : 0);
    const right = edge + bendRight + (numbered ? 20 : outer ? widest(last, marginRoom) + 8 : 0);
    const bar = Math.min(nodeWidth, ((width - left - right) / columns) * WIDEST_BAR);
    // A hundred columns on a phone: whatever stands between them, the last is still on the page.
    const total = Math.max(0.01 * columns, width - left - right - bar * columns);
    if (columns <= 1) return { left, right, gaps: [total] };
    const between = [...Array(last).keys()];
    const bends = between.map(bent);
    const words = between.map((c) => Math.max(bends[c] ?? 0, c === 0 && outer ? 0 : longestWord(c)));
    const sumOf = (needs: readonly number[]): number => needs.reduce((all, need) => all + need, 0);
    const part = numbered ? 0 : Math.min(1, Math.max(0, total - sumOf(bends)) / Math.max(1e-9, sumOf(words) - sumOf(bends)));
    const needs = bends.map((bend, c) => bend + part * ((words[c] ?? 0) - bend));
    return { left, right, gaps: shareOut(total, needs, forward) };
  };
  const longestWord = (c: number): number =>
    Math.max(
      0,
      ...[...graph.nodes.keys()]
        .filter((i) => column[i] === c)
        .flatMap((i) => (graph.nodes[i]?.label ?? '').split(/[\s\-–/]+/u))
        .map((word) => textWidth(word, size) * textScale + BESIDE_WORDS),
    );
  const plain = lay(false);
  // On a phone the last column's names stand in the last gap, which the column before shares.
  const sideOf = (c: number): 'left' | 'right' => (columns > 1 && ((c === 0 && outer) || (c === last && phone)) ? 'left' : 'right');
  const roomOf = (c: number): number => {
    if (outer && (c === last || c === 0) && columns > 1) return marginRoom;
    const gap = plain.gaps[Math.min(c, plain.gaps.length - 1)] ?? 0;
    return (phone && c >= last - 1 && columns > 1 ? gap / 2 : gap) - BESIDE_WORDS;
  };
  const planned = graph.nodes.map((node, i): PlannedLabel => {
    const c = column[i] ?? 0;
    const room = Math.max(LEAST_ROOM, roomOf(c));
    return { side: sideOf(c), room, name: node.label, amount: (amounts[i] ?? []).join(' · '), lines: lines(i, room) };
  });
  const cut = planned.filter((label) => isBroken(label.lines, label.room / textScale, size)).length;
  const narrowest = columns > 1 ? Math.min(...column.map(roomOf)) : Infinity;
  const narrow = phone || narrowest < READABLE_ROOM;
  const numbered = graph.nodes.length > 0 && (narrowest < LEAST_ROOM || (narrow && cut > planned.length * 0.34));
  const { left, right, gaps } = numbered ? lay(true) : plain;
  const bar = Math.min(nodeWidth, ((width - left - right) / columns) * WIDEST_BAR);
  const columnX: number[] = [left];
  for (let c = 0; c < last; c++) columnX.push((columnX[c] ?? 0) + bar + (gaps[c] ?? 0));
  return {
    columnX: columns === 0 ? [] : columnX,
    nodeWidth: bar,
    gaps: columns > 1 ? [...gaps, Math.max(...gaps)] : gaps,
    bends: bendRoom(wanted.bends, gaps),
    size,
    numbered,
    labels: numbered ? planned.map((label, i) => ({ ...label, side: column[i] === 0 ? 'left' : 'right' })) : planned,
  };
}

/** The two columns of a way share what bends may take of it in the measure of their needs; the outer ones have what they asked for. */
function bendRoom(needs: BendRoom, gaps: readonly number[]): BendRoom {
  const last = needs.left.length - 1;
  const share = (c: number, mine: number): number => {
    const sum = (needs.right[c] ?? 0) + (needs.left[c + 1] ?? 0);
    return (gaps[c] ?? 0) * MOST_OF_GAP * (sum > 0 ? mine / sum : 0.5);
  };
  return {
    left: needs.left.map((need, c) => (c === 0 ? Math.max(need, LEAST_BEND) : share(c - 1, need))),
    right: needs.right.map((need, c) => (c === last ? Math.max(need, LEAST_BEND) : share(c, need))),
  };
}

/** Least heights of a node for its label: all lines, one line, none. */
export function labelHeights(frame: Frame, node: number): readonly number[] {
  if (frame.numbered) return [14, 13, 0];
  const lines = frame.labels[node]?.lines.length ?? 1;
  return [(lines - 1) * frame.size * LINE + frame.size * BOX + 4, frame.size * BOX + 2, 0];
}
