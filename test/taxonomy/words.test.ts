import { describe, expect, it } from 'vitest';
import { stemEnglish, stemNorwegian } from '../../server/taxonomy/stem.ts';
import { pressureIn, temperatureIn } from '../../server/taxonomy/temperatureWords.ts';
import { fold, tokensOf } from '../../server/taxonomy/tokens.ts';

describe('A word', () => {
  it.each([
    ['slammet', 'slam'],
    ['ovnene', 'ovn'],
    ['kompressorer', 'kompressor'],
    ['flisa', 'flis'],
  ])('has one stem in its Norwegian forms: %s, %s', (form, base) => expect(stemNorwegian(form)).toBe(stemNorwegian(base)));
  it.each([
    ['sludges', 'sludge'],
    ['ashes', 'ash'],
    ['batteries', 'battery'],
    ['washing', 'wash'],
  ])('has one stem in its English forms: %s, %s', (form, base) => expect(stemEnglish(form)).toBe(stemEnglish(base)));
  it('is folded to plain letters, with subscripts as digits', () => expect(fold('Røykgass CO₂ – fôr')).toBe('roykgass co2 - foer'));
});

describe('A line', () => {
  it('falls into words that know what stood before them', () =>
    expect(tokensOf('bark, ra (gran)').map(({ text, after }) => `${after}:${text}`)).toEqual(['start:bark', 'comma:ra', 'open:gran']));
  it.each([
    ['Varmtvann 85/55 °C', 85],
    ['avgass 180 grader', 180],
    ['kjølevann 25-30 °C', 27.5],
    ['warm water at 42 C', 42],
  ])('tells its temperature, of a range the middle: %s', (words, at) => expect(temperatureIn(words)).toBe(at));
  it('tells a pressure', () => expect(pressureIn('damp 12 bar(g)')).toBe(12));
  it('tells nothing where no temperature or pressure stands', () => {
    expect(temperatureIn('50 % tørrstoff')).toBeNull();
    expect(pressureIn('16 tonn bark')).toBeNull();
  });
});
