import { describe, expect, it } from 'vitest';
import { loadReference } from '../../server/reference/loadReference.ts';
import { loadRows } from '../../server/reference/loadRows.ts';

const { rules } = loadReference();
const patterns = loadRows('quality-properties.csv').flatMap(({ treatment = '' }) =>
  treatment === '' ? [] : [new RegExp(treatment, 'iu')],
);

describe('what a rule says of quality', () => {
  it('stands in bokmål too: every condition', () =>
    expect(rules.filter(({ conditions, conditionsNb }) => conditions !== null && !conditionsNb).map(({ id }) => id)).toEqual([]));
  it('stands in bokmål too: every pretreatment that mends a quality', () => {
    const lacking = rules.filter(
      ({ pretreatment, pretreatmentNb }) => pretreatment !== null && !pretreatmentNb && patterns.some((one) => one.test(pretreatment)),
    );
    expect(lacking.map(({ id, pretreatment }) => `${id} ${pretreatment}`)).toEqual([]);
  });
  it('gives the same figures in both languages', () => {
    const figures = (text: string): string[] =>
      (text.replaceAll('H2 partner', '').match(/\d+(?:[.,]\d+)?/g) ?? []).map((one) => one.replace(',', '.'));
    const apart = loadRows('rule-words.csv').filter(
      ({ en = '', nb = '' }) => figures(en).filter((one) => !figures(nb).includes(one)).length > 0,
    );
    // Words for figures: one trip, hexavalent.
    expect(apart.map(({ en }) => en)).toEqual(['PCB, Cr6+, reinforcement removed', 'Same product family, undamaged, SWL 1-trip check']);
  });
  it('has no word that no rule needs', () => {
    const used = new Set(rules.flatMap(({ conditions, pretreatment }) => [conditions, pretreatment]));
    expect(loadRows('rule-words.csv').filter(({ en = '' }) => !used.has(en))).toEqual([]);
  });
});
