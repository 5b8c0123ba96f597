import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { celsius, dropBetween, kelvin, raisedBy } from '../../server/domain/temperature.ts';

const steam = celsius(159);
const dryer = celsius(90);

describe('temperatures and the differences between them', () => {
  it('steam of 159 °C falls 69 K to a dryer of 90 °C, which lies that much below it', () => {
    expect(dropBetween(steam, dryer)).toBe(69);
    expect(raisedBy(dryer, dropBetween(steam, dryer))).toBe(steam);
    expect(dropBetween(dryer, steam)).toBe(-69);
  });

  it('neither stands in for the other, and a bare number for neither', () => {
    // @ts-expect-error a drop is not a temperature
    dropBetween(dropBetween(steam, dryer), dryer);
    // @ts-expect-error a temperature is not a rise
    raisedBy(dryer, dryer);
    // @ts-expect-error a number is no temperature until it is said to be one
    dropBetween(159, 90);
    // @ts-expect-error nor a difference
    raisedBy(dryer, 10);
  });

  it('nothing is colder than absolute zero, nor hot without a number', () => {
    for (const none of [-273.16, Number.NaN, Number.POSITIVE_INFINITY]) expect(() => celsius(none)).toThrow(RangeError);
    expect(() => kelvin(Number.NaN)).toThrow(RangeError);
    expect(() => raisedBy(dryer, kelvin(-400))).toThrow(RangeError);
  });

  it('raising by the drop leads back to where the drop began', () => {
    const degrees = fc.double({ min: -270, max: 3000, noNaN: true }).map(celsius);
    fc.assert(
      fc.property(degrees, degrees, (hot, cold) => {
        expect(raisedBy(cold, dropBetween(hot, cold))).toBeCloseTo(hot, 9);
      }),
      { seed: 11 },
    );
  });
});
