import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { celsius, dropBetween, kelvin, onShiftedScale, raisedBy } from '../../server/domain/temperature.ts';
import type { Celsius, Kelvin } from '../../server/domain/temperature.ts';

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

  it('what is worked out of them is a bare number until it is said which of the two it is', () => {
    const meant: { at: Celsius; by: Kelvin } = { at: steam, by: kelvin(10) };
    // @ts-expect-error two temperatures do not add up to one
    meant.at = steam + dryer;
    // @ts-expect-error nor is what lies between them a difference before it is called one
    meant.by = steam - dryer;
    // @ts-expect-error a difference where a temperature is asked
    meant.at = kelvin(10);
    // @ts-expect-error a temperature where a difference is asked
    meant.by = dryer;
    expect(dropBetween(steam, dryer)).toBe(69);
  });

  it('a scale that an approach has shifted may go below absolute zero, and is a number all the same', () => {
    expect(onShiftedScale(-400)).toBe(-400);
    expect(() => onShiftedScale(Number.NEGATIVE_INFINITY)).toThrow(RangeError);
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
