import { describe, expect, it } from 'vitest';
import { heatParameters } from '../../server/heat/parameters.ts';
import { scaleApproach } from '../../server/heat/scaleApproach.ts';
import { loadReference } from '../../server/reference/loadReference.ts';

const rows = loadReference();
describe('a larger approach', () => {
  it('keeps gas as many times farther off than liquid as before, and changes nothing else', () => {
    const [usual, wide] = [heatParameters(rows), heatParameters(scaleApproach(rows, 2))];
    for (const name of ['approach.liquid', 'approach.gas', 'approach.loop'] as const)
      expect(wide.value(name)).toBeCloseTo(2 * usual.value(name), 12);
    for (const name of ['hp.lift.max', 'cp.water', 'hp.sink.max'] as const) expect(wide.value(name)).toBe(usual.value(name));
  });
  it('refuses a factor that is none', () => {
    for (const factor of [0, -1, Number.NaN]) expect(() => scaleApproach(rows, factor)).toThrow(RangeError);
  });
});
