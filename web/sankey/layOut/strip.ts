// What stands under the picture: a key of a round amount for each unit, what colours and marks mean, and the numbered names.
import type { KeyEntry, Label, Language, LegendWanted, UnitKey } from '../types.ts';
import { amountText, roundBelow } from './amounts.ts';
import { ASCENT, BOX, LINE, textWidth, wrapped } from './text.ts';

export type LegendEntry = { readonly key: string; readonly text: string; readonly x: number; readonly y: number };

const SIZE = 11;
const ROW = 20;
const SWATCH = 22;

export type Strip = { readonly unitKeys: readonly UnitKey[]; readonly legend: readonly LegendEntry[]; readonly height: number };

/** Laid out from y = `top`; scales in px per unit. */
export function stripOf(
  scales: Readonly<Record<string, number>>,
  legend: readonly LegendWanted[],
  width: number,
  top: number,
  language: Language,
  textScale: number,
): Strip {
  const room = width - 16;
  let x = 8;
  let y = top + 8;
  let rowHeight = 0;
  const next = (wide: number, tall: number): { x: number; y: number } => {
    if (x > 8 && x + wide > 8 + room) {
      x = 8;
      y += rowHeight;
      rowHeight = 0;
    }
    const at = { x, y };
    x += wide + 18;
    rowHeight = Math.max(rowHeight, tall);
    return at;
  };
  const unitKeys = Object.entries(scales).map(([unit, scale]): UnitKey => {
    const value = roundBelow(36 / scale);
    const height = value * scale;
    const text = amountText(value, unit, language);
    const at = next(14 + textWidth(text, SIZE) * textScale, 44);
    return { unit, value, x: at.x, y: at.y, height, text };
  });
  if (unitKeys.length > 0) {
    x = 8;
    y += rowHeight;
    rowHeight = 0;
  }
  const entries = legend.map((entry): LegendEntry => {
    const text = wrapped(entry.text, (room - SWATCH) / textScale, SIZE, 1)[0] ?? '';
    const at = next(SWATCH + textWidth(text, SIZE) * textScale, ROW);
    return { key: entry.key, text, x: at.x, y: at.y };
  });
  return { unitKeys, legend: entries, height: y + rowHeight - top + (unitKeys.length + entries.length > 0 ? 4 : 0) };
}

/** The numbered names, in columns of equal width, read downwards. */
export function numberedKey(
  entries: readonly { readonly node: string; readonly number: number; readonly text: string }[],
  width: number,
  top: number,
  size: number,
  textScale: number,
): { readonly key: readonly KeyEntry[]; readonly height: number } {
  if (entries.length === 0) return { key: [], height: 0 };
  const columns = Math.max(1, Math.min(Math.floor((width - 16) / 260), Math.ceil(entries.length / 4)));
  const columnWidth = (width - 16) / columns;
  const each = Math.ceil(entries.length / columns);
  const key: KeyEntry[] = [];
  let lowest = top;
  for (let c = 0; c < columns; c++) {
    let y = top + 6;
    for (const entry of entries.slice(c * each, (c + 1) * each)) {
      const full = `${entry.number}\u00a0 ${entry.text}`;
      const lines = wrapped(full, (columnWidth - 12) / textScale, size, 3).map((text) => ({ text, amount: false }));
      const height = (lines.length - 1) * size * LINE + size * BOX;
      const box = { x: 8 + c * columnWidth, y, width: Math.max(...lines.map((line) => textWidth(line.text, size))) * textScale, height };
      const label: Label = {
        of: entry.node,
        what: 'node',
        x: box.x,
        y: y + size * ASCENT,
        anchor: 'start',
        size,
        lines,
        full: entry.text,
        leader: null,
        box,
      };
      key.push({ node: entry.node, number: entry.number, label });
      y += height + 4;
    }
    lowest = Math.max(lowest, y);
  }
  return { key, height: lowest - top + 4 };
}
