import { describe, expect, it } from 'vitest';
import { splitCompound } from '../../server/taxonomy/compound.ts';

const parts = new Set([
  'slakteri',
  'avlop',
  'slam',
  'kutter',
  'spon',
  'kutterspon',
  'ball',
  'overskudd',
  'varme',
  'ammoniakk',
  'kompressor',
]);
const split = (word: string): readonly string[] =>
  splitCompound(word, {
    begins: (letters) => [...parts].some((part) => part.startsWith(letters)),
    known: (part, head) => parts.has(part) || (head && parts.has(part.replace(/er$/u, ''))),
  });

describe('A compound', () => {
  it('falls into its known parts, the head last', () => expect(split('slakteriavlopsslam')).toEqual(['slakteri', 'avlop', 'slam']));
  it('may have a binding s or e, which belongs to no part', () => expect(split('overskuddsvarme')).toEqual(['overskudd', 'varme']));
  it('falls into the fewest parts, and its head may be inflected', () =>
    expect(split('kuttersponballer')).toEqual(['kutterspon', 'baller']));
  it('may have lost one of three equal consonants', () => expect(split('ammoniakkompressor')).toEqual(['ammoniakk', 'kompressor']));
  it('is none where a part is unknown', () => expect(split('slakterixyzslam')).toEqual([]));
  it('is none where the word is known whole', () => expect(split('varme')).toEqual([]));
});
