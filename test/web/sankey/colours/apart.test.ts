import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HUES, TEXTURES, coloursOf } from '../../../../web/sankey/colours/assign.ts';
import { TEMPERATURE_LIMITS } from '../../../../web/sankey/colours/temperatureClasses.ts';

type Rgb = readonly [number, number, number];
const css = readFileSync(join(import.meta.dirname, '../../../../web/styles/sankey.css'), 'utf8');
const [light = '', rest = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
const dark = rest.split('.sankey .link {')[0] ?? '';

const hex = (text: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16)) as unknown as Rgb;
const linear = (channel: number): number => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4);
const luminance = (rgb: Rgb): number => 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
/** WCAG 2.1 contrast ratio. */
const contrast = (a: Rgb, b: Rgb): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};
/** Full dichromacy after Machado, Oliveira and Fernandes (2009), on linear light. */
const EYES = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
/** OKLab (Ottosson 2020) of what an eye sees. */
function seen(rgb: Rgb, eye: readonly number[]): Rgb {
  const from = rgb.map(linear);
  const [r = 0, g = 0, b = 0] = [0, 3, 6].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        from.reduce((sum, v, i) => sum + v * (eye[row + i] ?? 0), 0),
      ),
    ),
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
const apart = (a: Rgb, b: Rgb): number =>
  Math.min(...Object.values(EYES).map((eye) => Math.hypot(...seen(a, eye).map((v, i) => v - (seen(b, eye)[i] ?? 0)))));
const huesOf = (theme: string, letter: string): Rgb[] =>
  [...theme.matchAll(new RegExp(`\\.sankey \\.${letter}\\d \\{\\s*--hue: (#[0-9a-f]{6})`, 'g'))].map((found) => hex(found[1] ?? ''));
const named = (theme: string, name: string): Rgb => hex(new RegExp(`--sk-${name}: (#[0-9a-f]{6})`).exec(theme)?.[1] ?? '');
const opacity = (theme: string): number => Number(/--sk-fill: ([\d.]+)/.exec(theme)?.[1]);

describe.each([
  ['light', light],
  ['dark', dark],
])('the colours of the %s picture', (_, theme) => {
  const ground = named(theme, 'ground');
  const families = [huesOf(theme, 'c'), huesOf(theme, 't')];

  it('are as many as the tables of resources and temperature classes need', () => {
    expect(families.map((family) => family.length)).toEqual([HUES, TEMPERATURE_LIMITS.length + 1]);
  });

  it('have edges of 3:1 against the ground', () => {
    for (const hue of [...families.flat(), named(theme, 'node'), hex(/\.none \{\s*--hue: (#[0-9a-f]{6})/.exec(theme)?.[1] ?? '')])
      expect(contrast(hue, ground)).toBeGreaterThanOrEqual(3);
  });

  it('stay apart for eyes with deuteranopia, protanopia and tritanopia', () => {
    for (const family of families)
      family.forEach((hue, i) => {
        for (const other of family.slice(i + 1)) expect(apart(hue, other)).toBeGreaterThanOrEqual(0.08);
      });
  });

  it('let names be read at 4.5:1 on any ribbon and beside it', () => {
    const ink = named(theme, 'ink');
    const share = opacity(theme);
    for (const hue of families.flat()) {
      const ribbon = hue.map((v, i) => v * share + (ground[i] ?? 0) * (1 - share)) as unknown as Rgb;
      expect(contrast(ink, ribbon)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('which colour stands for what', () => {
  it('gives the same names the same colours in any order', () => {
    const names = ['Damp', 'Vann', 'Flis', 'Slam', 'Annet', 'Zink', 'Kobber', 'Strøm'];
    expect([...coloursOf(names.toReversed())]).toEqual([...coloursOf(names)]);
  });

  it('never gives two of up to 32 names the same hue and texture', () => {
    const names = Array.from({ length: HUES * TEXTURES.length }, (_, i) => `stoff ${i}`);
    const pairs = new Set([...coloursOf(names).values()].map((colour) => `${colour.slot} ${colour.texture}`));
    expect(pairs.size).toBe(names.length);
  });

  it('paints water blue, heat red, power yellow and wood green', () => {
    expect(['Kjølevann', 'Fjernvarme', 'Strøm', 'Sagflis'].map((name) => coloursOf([name]).get(name)?.slot)).toEqual([
      'c0',
      'c1',
      'c2',
      'c3',
    ]);
  });
});
