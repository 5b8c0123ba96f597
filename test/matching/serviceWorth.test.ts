import { describe, expect, it } from 'vitest';
import type { Flow } from '../../server/domain/flow.ts';
import type { Match } from '../../server/domain/match.ts';
import { aCompany, aNeed, aSurplus, sureOf } from './makers.ts';
import { pairOf, run } from './known.ts';

const hours = (likely: number): Flow['annual'] => ({ low: likely * 0.8, likely, high: likely * 1.25, unit: 'h' });
const shared = (km: number, service: string, given = 900, taken = 300): Match =>
  pairOf(
    run(
      [aCompany('A', { place: { lat: 60, lon: 10 } }), aCompany('B', { place: { lat: 60 + km / 111.195, lon: 10 } })],
      [
        aSurplus({ words: 'ledig kapasitet', resources: sureOf(service), annual: hours(given) }),
        aNeed({ words: 'behov for kapasitet', resources: sureOf(service), annual: hours(taken) }),
      ],
    ),
  );

describe('services in hours', () => {
  it('move as many hours as both have, and are worth money', () => {
    const { volume, nokPerYear, assumed } = shared(2, 'svc.test.material');
    expect(volume?.unit).toBe('h');
    expect(volume?.likely).toBeCloseTo(300, -1);
    expect(nokPerYear?.likely).toBeGreaterThan(50_000);
    expect(assumed.map(({ factor }) => factor)).toContain('service.rate.test');
    expect(assumed.every(({ judgement }) => judgement)).toBe(true);
  });
  it('are worth less the farther apart the two lie', () =>
    expect(shared(60, 'svc.prod.cnc').nokPerYear?.likely).toBeLessThan(shared(2, 'svc.prod.cnc').nokPerYear?.likely ?? 0));
  it('do not pay for the agreement where few hours are shared', () =>
    expect(shared(2, 'svc.staff.maint', 20, 20).nokPerYear?.likely).toBeLessThan(0));
  it('are found for transport, people and rooms too', () => {
    for (const service of ['svc.log.truck', 'svc.staff.train', 'svc.space.lab', 'svc.know.energy'])
      expect(shared(2, service).nokPerYear).not.toBeNull();
  });
});
