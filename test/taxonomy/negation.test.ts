// What a line denies is not what it is.
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../server/reference/loadLexicon.ts';
import { loadReference } from '../../server/reference/loadReference.ts';
import { createClassifier } from '../../server/taxonomy/classifier.ts';

const reference = loadReference();
const classifier = createClassifier({ ...reference, lexicon: loadLexicon(new Set(reference.resources.keys())) });
const first = (words: string, direction: 'in' | 'out', kind: string): string | undefined =>
  classifier.classify(words, { direction, kind })[0]?.resource;

describe('what is denied', () => {
  it('does not name the water', () => {
    expect(first('process water not of drinking quality', 'in', 'water')).toBe('wat.need.process');
    expect(first('drinking water', 'in', 'water')).toBe('wat.need.drink');
  });
  it('does not name the wood', () => {
    expect(first('treflis uten bark', 'out', 'material')).toMatch(/^mat\.wood\.chips/);
    expect(first('bark', 'out', 'material')).toMatch(/^mat\.wood\.bark/);
  });
});
