// The routes of screenings, each asked once as a consultant would.
import { expect } from 'vitest';
import type { SCREENING_ROUTES } from '../../server/contract/screenings.ts';
import type { TestServer } from './aServer.ts';
import { lookingAs } from './leadVisits.ts';

type Visits = Readonly<Record<keyof typeof SCREENING_ROUTES, () => Promise<void>>>;

export function screeningVisits(serverOf: () => TestServer, cluster: string): Visits {
  const path = { cluster };
  return {
    screenings: async () => {
      const server = serverOf();
      const all = await server.ask('screenings', { path });
      expect(new Set(all.map(({ company }) => company)).size).toBe(24);
      expect(all.every(({ state, check_again: again }) => state === 'draft' && !again)).toBe(true);
      const company = all[0]?.company ?? '';
      expect(await server.ask('screenings', { path, query: { company } })).toEqual(all.filter((one) => one.company === company));
      expect(await server.ask('screenings', { path, query: { company: 'nobody' } })).toEqual([]);
      const own = await server.ask('screenings', { path, headers: lookingAs(`member:${company}`) });
      expect(own.map((one) => [one.company, one.may_change])).toEqual(own.map(() => [company, true]));
      const managed = await server.ask('screenings', { path, headers: lookingAs(`manager:${encodeURIComponent(cluster)}`) });
      expect(managed).toEqual(all.map((one) => ({ ...one, may_change: false })));
    },
    screeningChange: async () => {
      const server = serverOf();
      const [first, second] = await server.ask('screenings', { path });
      const screening = first?.id ?? '';
      const changed = await server.ask('screeningChange', {
        path: { screening },
        body: { state: 'approved', date: '2024-08-31', by: 'Kari Prøve' },
      });
      expect(changed).toMatchObject({
        state: 'approved',
        by: 'Kari Prøve',
        date: '2024-08-31',
        since: '2024-08-31',
        age_months: 18,
        check_again: true,
      });
      expect((await server.ask('screenings', { path })).find(({ id }) => id === screening)).toEqual(changed);
      const back = await server.ask('screeningChange', { path: { screening }, body: { state: null, date: null, by: null } });
      expect(back).toEqual(first);
      expect(await server.refused('screeningChange', { path: { screening: 'nobody-1' }, body: {} })).toBe('screening.unknown');
      const neighbour = lookingAs(`member:${second?.company ?? ''}`);
      const asNeighbour = { path: { screening }, body: { state: 'checked' }, headers: neighbour };
      expect(await server.refused('screeningChange', asNeighbour)).toBe('screening.unknown');
      expect(await server.refused('screeningChange', { path: { screening }, body: { date: '31.08.2024' } })).toBe('request.invalid');
    },
  };
}
