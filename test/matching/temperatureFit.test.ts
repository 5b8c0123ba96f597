import { describe, expect, it } from 'vitest';
import { temperatureFit } from '../../server/matching/temperatureFit.ts';
import { aNeed, aSurplus } from './makers.ts';
import { degrees, knowledge } from './known.ts';

const fit = (given: number | null, wanted: number | null): number =>
  temperatureFit(
    aSurplus({ temperature: given === null ? null : degrees(given) }),
    aNeed({ temperature: wanted === null ? null : degrees(wanted) }),
    knowledge.settings,
  );

describe('two sources of heat for one need', () => {
  it('stand alike where both are hot enough', () => expect(fit(120, 60)).toBe(fit(65, 60)));
  it('stand apart where one must be lifted, the more the farther', () => {
    expect(fit(40, 60)).toBeLessThan(fit(65, 60));
    expect(fit(15, 60)).toBeLessThan(fit(40, 60));
    expect(fit(15, 200)).toBeGreaterThan(0);
  });
  it('stand between where a temperature is not told', () => {
    expect(fit(null, 60)).toBeLessThan(fit(65, 60));
    expect(fit(null, 60)).toBeGreaterThan(fit(15, 60));
  });
});
