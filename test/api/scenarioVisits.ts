// The routes of meeting mode, each asked once as a cluster manager would; to a member there is no such thing.
import { expect } from 'vitest';
import type { SCENARIO_ROUTES } from '../../server/contract/scenarios.ts';
import type { TestServer } from './aServer.ts';
import { lookingAs } from './leadVisits.ts';

type Visits = Readonly<Record<keyof typeof SCENARIO_ROUTES, () => Promise<void>>>;

export function scenarioVisits(serverOf: () => TestServer, cluster: string): Visits {
  const path = { cluster };
  const headers = lookingAs(`manager:${encodeURIComponent(cluster)}`);
  const start = () => serverOf().ask('meeting', { path, headers });
  const frame = (changes: readonly unknown[], name: 'meetingFrame' | 'meetingExact' = 'meetingFrame') =>
    serverOf().ask(name, { path, headers, body: { changes } });
  const leaves = async (): Promise<{ kind: 'leaves'; company: string }> => {
    const [pair] = (await frame([])).pairs;
    return { kind: 'leaves', company: pair?.giver ?? '' };
  };
  return {
    meeting: async () => {
      const server = serverOf();
      const { levers, companies, flows } = await start();
      expect(levers.map(({ id }) => id)).toEqual(expect.arrayContaining(['electricity', 'heat', 'gate', 'transport']));
      expect(companies).toHaveLength(24);
      // Those that are kept to their owners are not among them.
      expect(flows).toHaveLength(181);
      // A member, and a manager of another cluster, are told what is told of a cluster that does not exist.
      const asMember = lookingAs(`member:${companies[0]?.id ?? ''}`);
      expect(await server.refused('meeting', { path, headers: asMember })).toBe('cluster.unknown');
      expect(await server.refused('meetingFrame', { path, headers: asMember, body: { changes: [] } })).toBe('cluster.unknown');
      expect(await server.refused('meeting', { path, headers: lookingAs('manager:Annet') })).toBe('cluster.unknown');
    },
    meetingFrame: async () => {
      const before = await frame([]);
      expect(before).toMatchObject({ exact: false, proved: null, unknown: [] });
      expect(before.figures.nok_per_year?.likely).toBeGreaterThan(0);
      expect(before.figures.placed).toBeGreaterThan(0);
      expect(before.pairs.filter(({ used }) => used !== null)).toHaveLength(before.figures.used);
      // The matches are those of the cluster's own page, in the same order.
      const { matches } = await serverOf().ask('matches', { path, headers, query: { limit: '60' } });
      expect(before.pairs.slice(0, 60).map(({ surplus, need }) => [surplus, need])).toEqual(
        matches.map(({ surplus, need }) => [surplus, need]),
      );
      expect(before.pairs[0]?.nok_per_year).toEqual(matches[0]?.nok_per_year);
      const dear = await frame([{ kind: 'price', lever: 'heat', times: 2 }]);
      expect(dear.figures.nok_per_year?.likely).toBeGreaterThan(before.figures.nok_per_year?.likely ?? 0);
      expect(await frame([])).toEqual(before);
      const gone = await leaves();
      const without = await frame([gone, { kind: 'amount', flow: 'not here', times: 2 }]);
      expect(without.pairs.some(({ giver, taker }) => giver === gone.company || taker === gone.company)).toBe(false);
      expect(without.unknown).toEqual([1]);
    },
    meetingExact: async () => {
      const [greedy, exact] = [await frame([]), await frame([], 'meetingExact')];
      expect(exact).toMatchObject({ exact: true, proved: true });
      // The likely sum is drawn, the objective is not: a hair of rounding apart at most where the two agree.
      expect(exact.figures.nok_per_year?.likely).toBeGreaterThanOrEqual((greedy.figures.nok_per_year?.likely ?? 0) * 0.98);
    },
    leaving: async () => {
      const server = serverOf();
      const { company } = await leaves();
      const told = await server.ask('leaving', { path, headers, body: { changes: [], company } });
      expect(told.lost_count).toBeGreaterThan(0);
      expect(told.lost.every(({ giver, taker, via }) => [giver, taker, ...via].includes(company))).toBe(true);
      expect(told.after.matches).toBeLessThan(told.before.matches);
      expect(told.stranded.every(({ next }) => next.length === 0)).toBe(true);
      expect(told.affected.every((one) => one.company !== company && one.next.length > 0)).toBe(true);
      expect(await server.refused('leaving', { path, headers, body: { changes: [], company: 'none' } })).toBe('company.unknown');
    },
    fairShare: async () => {
      const server = serverOf();
      const { pairs } = await frame([]);
      const chosen = pairs.filter(({ used, nok_per_year: nok }) => used !== null && (nok?.likely ?? 0) > 0).slice(0, 3);
      const body = { changes: [], pairs: chosen.map(({ surplus, need, via }) => ({ surplus, need, via })) };
      const told = await server.ask('fairShare', { path, headers, body });
      const sum = told.partners.reduce((all, one) => all + one.nok_per_year, 0);
      expect(sum).toBeCloseTo(told.nok_per_year, 0);
      expect(told.rule === 'none').toBe(told.leaving !== null);
      expect(
        await server.refused('fairShare', { path, headers, body: { changes: [], pairs: [{ surplus: 'a', need: 'b', via: [] }] } }),
      ).toBe('match.unknown');
    },
    scenarios: async () => {
      const server = serverOf();
      expect(await server.refused('scenarios', { path, headers: lookingAs('manager:Annet') })).toBe('cluster.unknown');
      expect(Array.isArray(await server.ask('scenarios', { path, headers }))).toBe(true);
    },
    scenarioAdd: async () => {
      const server = serverOf();
      const changes = [{ kind: 'price', lever: 'electricity', times: 1.5 }];
      const kept = await server.ask('scenarioAdd', { path, headers, body: { name: 'Dyr strøm', changes } });
      expect(kept).toMatchObject({ name: 'Dyr strøm', changes, author: 'Klyngeleder', version: 1 });
      expect(await server.ask('scenarios', { path, headers })).toContainEqual(kept);
    },
    scenarioChange: async () => {
      const server = serverOf();
      const { id } = await server.ask('scenarioAdd', { path, headers, body: { name: 'Først', changes: [] } });
      const asked = { path: { ...path, scenario: id }, headers, body: { name: 'Siden', changes: [await leaves()], version: 1 } };
      expect(await server.ask('scenarioChange', asked)).toMatchObject({ id, name: 'Siden', version: 2 });
      expect(await server.refused('scenarioChange', asked)).toBe('scenario.stale');
      expect(await server.refused('scenarioChange', { ...asked, path: { ...path, scenario: 'none' } })).toBe('scenario.unknown');
    },
    scenarioRemove: async () => {
      const server = serverOf();
      const { id } = await server.ask('scenarioAdd', { path, headers, body: { name: 'Bort', changes: [] } });
      const asked = { path: { ...path, scenario: id }, headers, query: { version: '1' } };
      expect((await server.ask('scenarioRemove', asked)).map((one) => one.id)).not.toContain(id);
      expect(await server.refused('scenarioRemove', asked)).toBe('scenario.unknown');
    },
  };
}
