import { describe, expect, it } from 'vitest';
import { TEMPERATURE_LIMITS, className, limitsOf, temperatureClass } from '../../../../web/sankey/colours/temperatureClasses.ts';

describe('the classes of temperature', () => {
  it('are those of the table, cold to hot, each beginning where the one before ends', () => {
    expect(TEMPERATURE_LIMITS).toEqual(TEMPERATURE_LIMITS.toSorted((a, b) => a - b));
    expect(TEMPERATURE_LIMITS.length).toBeGreaterThan(3);
  });

  it('puts a flow at a limit into the class that begins there', () => {
    TEMPERATURE_LIMITS.forEach((limit, i) => {
      expect(temperatureClass(limit).rank).toBe(i + 1);
      expect(temperatureClass(limit - 0.1).rank).toBe(i);
    });
  });

  it('name their limits', () => {
    expect(temperatureClass(-20).name).toBe(`< ${TEMPERATURE_LIMITS[0]} °C`);
    expect(temperatureClass(1200).name).toBe(`≥ ${TEMPERATURE_LIMITS.at(-1)} °C`);
    expect(className(1)).toBe(`${TEMPERATURE_LIMITS[0]}–${TEMPERATURE_LIMITS[1]} °C`);
  });

  it('are refused where they leave a hole, by the name of the class', () =>
    expect(() => limitsOf('id,from_c,to_c\ncold,,10\nwarm,20,40\nhot,40,\n')).toThrow(/warm: begins at 20 °C, expected 10/));
});
