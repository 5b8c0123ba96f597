import { describe, expect, it } from 'vitest';
import { aCompany, aNeed, aSurplus, sureOf } from '../makers.ts';
import { checkOf, degrees, pairOf, run } from '../known.ts';

const heatPair = (at: number | null, wanted: number | null): ReturnType<typeof pairOf> =>
  pairOf(
    run(
      [aCompany('A'), aCompany('B')],
      [
        aSurplus({
          words: 'varmtvann',
          kind: 'heat',
          resources: sureOf('en.heat.water_80'),
          temperature: at === null ? null : degrees(at),
        }),
        aNeed({
          words: 'vaskevann',
          kind: 'heat',
          resources: sureOf('en.need.process_lo'),
          temperature: wanted === null ? null : degrees(wanted),
        }),
      ],
    ),
  );

describe('is the surplus hot enough?', () => {
  it('sends 90 °C straight to a 60 °C wash line', () => {
    expect(checkOf(heatPair(90, 60), 'temperature')).toMatchObject({
      verdict: 'pass',
      reason: { code: 'temperature.direct', values: { drop: 30 } },
    });
  });

  it('lifts 35 °C to 70 °C with a heat pump, and warns', () => {
    expect(checkOf(heatPair(35, 70), 'temperature')).toMatchObject({ verdict: 'warn', reason: { code: 'temperature.heatPump' } });
  });

  it('refuses 20 °C for a 150 °C need, with the gap in K and what would help', () => {
    const check = checkOf(heatPair(20, 150), 'temperature');
    expect(check.verdict).toBe('fail');
    expect(check.gap?.unit).toBe('K');
    expect(check.change).toMatchObject({ field: 'temperature', unit: '°C' });
  });

  it('does not know without a temperature, and asks for it first', () => {
    const match = heatPair(null, 60);
    expect(checkOf(match, 'temperature').verdict).toBe('unknown');
    expect(match.questions[0]).toMatchObject({ flow: 's', field: 'temperature' });
  });

  it('has nothing to say about bark', () => {
    const bark = pairOf(
      run(
        [aCompany('A'), aCompany('B')],
        [aSurplus({ resources: sureOf('mat.wood.bark') }), aNeed({ resources: sureOf('mat.prod.boilerfuel') })],
      ),
    );
    expect(checkOf(bark, 'temperature')).toMatchObject({ verdict: 'pass', reason: { code: 'temperature.notHeat' } });
  });
});
