// 299 lines as companies write them, with the right node, and 30 that mean nothing: half of the lines were never looked at while the lexicon was made.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { classifier, reference } from './reference.ts';

type Line = {
  readonly id: string;
  readonly half: string;
  readonly language: string;
  readonly direction: 'in' | 'out';
  readonly kind: string;
  readonly activity: string;
  readonly words: string;
  readonly resource: string;
  readonly also: string;
};
const read = (file: string): Buffer => readFileSync(join(import.meta.dirname, '../../fixtures/classifier', file));
const lines: readonly Line[] = parse(read('lines.csv'), { columns: true });
const nonsense: readonly { readonly id: string; readonly words: string }[] = parse(read('nonsense.csv'), { columns: true });

/** Share of the lines whose right node, or one that an expert would accept as well, is among the first few guesses. */
function foundWithin(first: number, some: readonly Line[]): number {
  const right = some.filter((line) => {
    const accepted = new Set([line.resource, ...line.also.split(';')]);
    return classifier
      .classify(line.words, { direction: line.direction, kind: line.kind, activity: line.activity })
      .slice(0, first)
      .some(({ resource }) => accepted.has(resource));
  });
  return right.length / some.length;
}

describe('Lines of screenings with the node that an expert gave them', () => {
  const held = lines.filter(({ half }) => half === 'held');

  it('have nodes of the taxonomy', () => {
    for (const line of lines)
      for (const node of [line.resource, ...line.also.split(';').filter((one) => one !== '')])
        expect(reference.resources.has(node), `${line.id} ${node}`).toBe(true);
  });
  it('are understood at the first guess in 85 of 100, of those never looked at', () =>
    expect(foundWithin(1, held)).toBeGreaterThanOrEqual(0.85));
  it('are understood within three guesses in 96 of 100, of those never looked at', () =>
    expect(foundWithin(3, held)).toBeGreaterThanOrEqual(0.96));
  it.each(['nb', 'nn', 'en', 'mixed'])('are understood in every language alike: %s', (language) =>
    expect(
      foundWithin(
        3,
        lines.filter((line) => line.language === language),
      ),
    ).toBeGreaterThanOrEqual(0.9),
  );
});

describe('Words that mean no resource', () => {
  it('are answered with "don\'t know" in 28 of 30', () => {
    const known = nonsense.filter(({ words }) => classifier.classify(words).length > 0);
    expect(known.length, known.map(({ words }) => words).join(', ')).toBeLessThanOrEqual(2);
  });
});
