import { describe, expect, it } from 'vitest';
import { createSpelling, slipsBetween } from '../../server/taxonomy/spelling.ts';

describe('A misspelt word', () => {
  const { nearest } = createSpelling(() => ['aluminium', 'furnace', 'mikrosilika', 'slam']);
  it.each([
    ['furnance', 'furnace'],
    ['aluminimum', 'aluminium'],
    ['mikrosilka', 'mikrosilika'],
    ['mirkosilika', 'mikrosilika'],
  ])('%s is read as %s', (word, meant) => expect(nearest(word)).toBe(meant));
  it('is left alone where it is short or far from all', () => {
    expect(nearest('slem')).toBeNull();
    expect(nearest('hippopotamus')).toBeNull();
  });
});

describe('The slips between two words', () => {
  it('count a letter changed, left out, put in or swapped as one', () => {
    expect(slipsBetween('bark', 'bork', 9)).toBe(1);
    expect(slipsBetween('bark', 'brk', 9)).toBe(1);
    expect(slipsBetween('bark', 'barkk', 9)).toBe(1);
    expect(slipsBetween('bark', 'brak', 9)).toBe(1);
  });
  it('are not counted beyond the limit', () => expect(slipsBetween('bark', 'limestone', 3)).toBe(3));
});
