import { describe, expect, it } from 'vitest';
import { legendRows } from '../../../../web/pictures/heat/legendRows.ts';
import { plotOf, polygon, polyline } from '../../../../web/pictures/heat/plot.ts';

describe('a plot', () => {
  it('maps its ends inside the frame and back again', () => {
    const plot = plotOf({ width: 600, height: 400, xFrom: 0, xTo: 31.7, yFrom: -5, yTo: 450 });
    for (const [x, y] of [
      [0, -5],
      [31.7, 450],
    ] as const) {
      expect(plot.x(x)).toBeGreaterThanOrEqual(plot.left);
      expect(plot.x(x)).toBeLessThanOrEqual(plot.right);
      expect(plot.y(y)).toBeGreaterThanOrEqual(plot.top);
      expect(plot.y(y)).toBeLessThanOrEqual(plot.bottom);
      expect(plot.valueAtY(plot.y(y))).toBeCloseTo(y, 9);
    }
    expect(plot.y(-5)).toBeGreaterThan(plot.bottom - 30);
  });
  it('stands on a phone and where all values are alike', () => {
    const plot = plotOf({ width: 300, height: 300, xFrom: 0, xTo: 0, yFrom: 20, yTo: 20 });
    expect(Number.isFinite(plot.x(0)) && Number.isFinite(plot.y(20))).toBe(true);
    expect(plot.xTicks.length).toBeLessThanOrEqual(6);
  });
  it('writes lines and outlines', () => {
    expect(
      polyline([
        [0, 1],
        [2.0004, 3],
      ]),
    ).toBe('M0,1L2,3');
    expect(polygon([])).toBe('');
  });
});

describe('a legend', () => {
  it('goes on to the next row where the picture ends', () => {
    const entries = ['overskudd (skal kjøles)', 'behov (skal varmes)', 'til overs 16,5 MW'].map((text) => ({ key: text, text }));
    expect(legendRows(entries, 1200).rows).toBe(1);
    const { placed, rows } = legendRows(entries, 300);
    expect(rows).toBeGreaterThan(1);
    expect(placed.map((one) => one.row)).toEqual(placed.map((one) => one.row).toSorted((a, b) => a - b));
    expect(legendRows([], 300).rows).toBe(0);
  });
});
