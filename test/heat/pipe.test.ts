import { describe, expect, it } from 'vitest';
import { capacityOf, choosePipe, linearDensity, lossOf, trenchCost } from '../../server/heat/pipe.ts';
import { celsius, kelvin, parameters as p } from './aHeatStream.ts';

describe('pipes', () => {
  it.each(p.pipes)('DN$dn: the table and the formulas agree on capacity within 2 % and on loss within 1 W/m', (pipe) => {
    expect(capacityOf(pipe, kelvin(30), p) / pipe.kwAt.k30).toBeCloseTo(1, 1);
    expect(Math.abs(capacityOf(pipe, kelvin(45), p) / pipe.kwAt.k45 - 1)).toBeLessThan(0.02);
    expect(Math.abs(lossOf(pipe, celsius(110), celsius(60), p) - pipe.lossWm.t110)).toBeLessThan(1.2);
    expect(Math.abs(lossOf(pipe, celsius(80), celsius(50), p) - pipe.lossWm.t80)).toBeLessThan(1);
    expect(Math.abs(lossOf(pipe, celsius(65), celsius(35), p) - pipe.lossWm.t65)).toBeLessThan(1);
  });

  it('takes the smallest pipe that carries the load', () => {
    expect(choosePipe(2600, kelvin(45), p).pipe.dn).toBe(100);
    expect(choosePipe(2700, kelvin(45), p).pipe.dn).toBe(150);
    const choice = choosePipe(1000, kelvin(40), p);
    expect(choice.velocity).toBeLessThanOrEqual(choice.pipe.velocityMs + 0.01);
  });

  it('lays several lines beyond the largest', () =>
    expect(choosePipe(100_000, kelvin(30), p)).toMatchObject({ pipe: { dn: 400 }, lines: 3 }));

  it('refuses a load or a span that is none', () => expect(() => choosePipe(100, kelvin(0), p)).toThrow(/span above zero/));

  it('loses nothing to ground as warm as the pipe', () => {
    const pipe = choosePipe(100, kelvin(30), p).pipe;
    expect(lossOf(pipe, celsius(6), celsius(6), p)).toBe(0);
  });

  it('costs more in a street than in terrain, with low under likely under high', () => {
    const choice = choosePipe(2600, kelvin(45), p);
    const [street, terrain] = [trenchCost(choice, 'street', p), trenchCost(choice, 'terrain', p)];
    expect(terrain.value).toBeLessThan(street.value);
    expect(street.low).toBeLessThan(street.value);
    expect(street.value).toBeLessThan(street.high);
    expect(terrain.value).toBeCloseTo(574 * 10.7 * 1.3, 6);
  });

  it('judges linear heat density as poor, fair or good', () => {
    expect(linearDensity(700, 1000, p)).toMatchObject({ class: 'poor' });
    expect(linearDensity(1000, 1000, p)).toMatchObject({ class: 'fair' });
    expect(linearDensity(2000, 1000, p)).toEqual({ mwhPerMetre: 2, class: 'good' });
    expect(linearDensity(2000, 0, p)).toBeNull();
  });
});
