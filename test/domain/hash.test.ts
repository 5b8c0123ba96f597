import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Hash } from '../../server/domain/hash.ts';

it('gives a text of Latin-1 letters the number of the same text in lower case', () => {
  const letters = fc.integer({ min: 0, max: 255 }).filter((unit) => unit < 127 || unit >= 192);
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 40 }), (units) => {
      const text = String.fromCharCode(...units);
      const of = (hash: Hash): number => hash.value();
      expect(of(new Hash().reset().lowered(text))).toBe(of(new Hash().reset().text(text.toLowerCase())));
    }),
    { seed: 12 },
  );
});
