// A frame with two axes: where its numbers lie on the picture. Pure.
import { scaleLinear } from 'd3';

export type Plot = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly valueAtX: (px: number) => number;
  readonly valueAtY: (px: number) => number;
  readonly xTicks: readonly number[];
  readonly yTicks: readonly number[];
};

export type PlotWish = {
  readonly width: number;
  readonly height: number;
  readonly xFrom: number;
  readonly xTo: number;
  readonly yFrom: number;
  readonly yTo: number;
  /** Rows of legend above the plot. */
  readonly legendRows?: number;
};

export const LEGEND_ROW = 20;
const MARGIN = { left: 52, right: 14, top: 22, bottom: 40 };
/** px that one tick of an axis needs. */
const TICK = { x: 70, y: 42 };
/** An axis ends at a fraction of its ticks' step, so that little room is lost. */
const FINE = 4;

export function plotOf({ width, height, xFrom, xTo, yFrom, yTo, legendRows = 0 }: PlotWish): Plot {
  const [left, right] = [MARGIN.left, Math.max(MARGIN.left + 60, width - MARGIN.right)];
  const [top, bottom] = [MARGIN.top + legendRows * LEGEND_ROW, height - MARGIN.bottom];
  const ticks = { x: Math.max(2, Math.floor((right - left) / TICK.x)), y: Math.max(2, Math.floor((bottom - top) / TICK.y)) };
  const widened = (from: number, to: number): [number, number] => (to > from ? [from, to] : [from - 1, from + 1]);
  const x = scaleLinear(widened(xFrom, xTo), [left, right]).nice(FINE * ticks.x);
  const y = scaleLinear(widened(yFrom, yTo), [bottom, top]).nice(FINE * ticks.y);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    x: (value) => x(value),
    y: (value) => y(value),
    valueAtX: (px) => x.invert(px),
    valueAtY: (px) => y.invert(px),
    xTicks: x.ticks(ticks.x),
    yTicks: y.ticks(ticks.y),
  };
}

const rounded = (px: number): number => Math.round(px * 100) / 100;
export const polyline = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${rounded(x)},${rounded(y)}`).join('');
export const polygon = (points: readonly (readonly [number, number])[]): string => (points.length === 0 ? '' : `${polyline(points)}Z`);
