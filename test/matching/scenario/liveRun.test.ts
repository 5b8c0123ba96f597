import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCluster } from '../../../bench/matching/cluster.ts';
import type { Flow } from '../../../server/domain/flow.ts';
import type { Match } from '../../../server/domain/match.ts';
import { applyScenario, withChange } from '../../../server/domain/scenario.ts';
import type { Change } from '../../../server/domain/scenario.ts';
import { allocateGreedily } from '../../../server/matching/allocate/allocate.ts';
import { matchFlows } from '../../../server/matching/matchFlows.ts';
import { leversFrom, withLevers } from '../../../server/matching/scenario/levers.ts';
import { createLive } from '../../../server/matching/scenario/liveRun.ts';
import { outcomeOf } from '../../../server/matching/scenario/outcome.ts';
import { heat, knowledge, reference } from '../known.ts';
import { sureOf } from '../makers.ts';
import { rowsIn } from '../tools.ts';

const resources = [...reference.resources.values()];
const byName = new Map(
  resources.flatMap(({ id, name, synonyms }) => [name.nb, name.en, ...synonyms.nb, ...synonyms.en].map((word) => [word, id] as const)),
);
const made = makeCluster(10, 8, 'cluster', resources, 31);
const data = {
  companies: made.companies,
  flows: made.flows.map((flow): Flow => ({ ...flow, resources: sureOf(byName.get(flow.words) ?? 'mat') })),
};
const levers = leversFrom(rowsIn('data/levers.csv'), reference.factors);

/** What a meeting shows of a match; the words that explain it are left to its own page. */
const told = ({ surplus, need, score, via, volume, nokPerYear, co2PerYear, checks }: Match): unknown => ({
  surplus,
  need,
  score,
  via,
  volume,
  nokPerYear,
  co2PerYear,
  verdicts: checks.map(({ verdict }) => verdict),
});
const flowIds = data.flows.map(({ id }) => id);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('temperature' as const), flow: fc.constantFrom(...flowIds), to: fc.integer({ min: 10, max: 150 }) }),
  fc.record({ kind: fc.constant('amount' as const), flow: fc.constantFrom(...flowIds), times: fc.constantFrom(0.2, 1, 4) }),
  fc.record({
    kind: fc.constant('price' as const),
    lever: fc.constantFrom('heat', 'transport', 'gate'),
    times: fc.constantFrom(0.5, 1, 2),
  }),
  fc.record({ kind: fc.constant('leaves' as const), company: fc.constantFrom(...data.companies.slice(0, 4).map(({ id }) => id)) }),
);

describe('matches while sliders move', () => {
  it('are those of a full run after every step, however the steps went', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (steps) => {
        const live = createLive(knowledge, heat);
        live.run(data, knowledge);
        let changes: readonly Change[] = [];
        for (const step of steps) {
          changes = withChange(changes, step);
          const now = applyScenario(changes, data);
          const moved = withLevers(
            knowledge,
            levers,
            new Map(changes.flatMap((one) => (one.kind === 'price' ? [[one.lever, one.times]] : []))),
          );
          const full = matchFlows(now, moved, heat);
          const run = live.run(now, moved);
          expect(run.matches.map(told)).toEqual(full.matches.map(told));
          expect(run.refused.map(told)).toEqual(full.refused.map(told));
        }
      }),
      { seed: 3, numRuns: 12 },
    );
  });
});

describe('what an allocation comes to', () => {
  const live = createLive(knowledge, heat);
  const run = live.run(data, knowledge);
  const allocation = allocateGreedily({ run, flows: data.flows }, 'value', knowledge);
  it('is the figure of the one pair where one pair is used whole', () => {
    const whole = run.matches.find(({ nokPerYear, volume }) => (nokPerYear?.likely ?? 0) > 0 && (volume?.likely ?? 0) > 0);
    if (whole === undefined || whole.volume === null) throw new Error('no valued match');
    const one = { surplus: whole.surplus, need: whole.need, via: whole.via, quantity: whole.volume, shareOfSurplus: 1 };
    const { nok, co2, used } = outcomeOf(run, { allocations: [one] }, data.flows, knowledge.sample.size);
    const { unit: _, ...figure } = whole.nokPerYear ?? { unit: '' };
    expect(nok).toEqual(figure);
    expect(co2?.likely).toBe(whole.co2PerYear?.likely);
    expect(used).toBe(1);
  });
  it('places no more than all there is, and is not known where nothing is', () => {
    const { placed, nok } = outcomeOf(run, allocation, data.flows, knowledge.sample.size);
    expect(placed).toBeGreaterThan(0);
    expect(placed).toBeLessThanOrEqual(1);
    expect(nok?.low).toBeLessThanOrEqual(nok?.high ?? 0);
    expect(outcomeOf(run, { allocations: [] }, [], knowledge.sample.size)).toEqual({
      nok: null,
      co2: null,
      placed: null,
      used: 0,
      unvalued: 0,
    });
  });
});

describe('price levers', () => {
  it('each move factors of their own, told in NOK', () => {
    const all = levers.flatMap(({ factors }) => factors);
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((id) => reference.factors.get(id)?.unit.startsWith('NOK'))).toBe(true);
    expect(levers.find(({ id }) => id === 'electricity')?.factors).toContain('price.el.delivered');
    expect(levers.find(({ id }) => id === 'gate')?.factors).not.toContain('gate.default.share');
    expect(levers.find(({ id }) => id === 'goods')?.factors).not.toContain('price.el.delivered');
  });
  it('at rest leave the knowledge as it is, and moved scale the factor with its range', () => {
    expect(withLevers(knowledge, levers, new Map([['heat', 1]]))).toBe(knowledge);
    const moved = withLevers(knowledge, levers, new Map([['heat', 2]]));
    const [was, now] = [knowledge.worth.factor('alt.heat.default'), moved.worth.factor('alt.heat.default')];
    expect(now).toMatchObject({ value: (was?.value ?? 0) * 2, low: (was?.low ?? 0) * 2, high: (was?.high ?? 0) * 2 });
    expect(moved.worth.factor('alt.cold')).toBe(knowledge.worth.factor('alt.cold'));
  });
});
