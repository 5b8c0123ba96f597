// The routes of registers, each asked once as a cluster manager or a member would.
import { expect } from 'vitest';
import type { REGISTER_ROUTES, RegistersPage } from '../../server/contract/registers.ts';
import type { TestServer } from './aServer.ts';
import { lookingAs } from './leadVisits.ts';

type Visits = Readonly<Record<keyof typeof REGISTER_ROUTES, () => Promise<void>>>;

export function registerVisits(serverOf: () => TestServer, cluster: string): Visits {
  const path = { cluster };
  const headers = lookingAs(`manager:${encodeURIComponent(cluster)}`);
  const page = (as = headers): Promise<RegistersPage> => serverOf().ask('registers', { path, headers: as });
  const entryOf = async (title: string) => (await page()).entries.find((one) => one.title === title);
  return {
    registers: async () => {
      const { services, local, companies, service_kinds: kinds, together } = await page();
      expect(companies).toHaveLength(24);
      expect(kinds.length).toBeGreaterThan(50);
      expect(services.some(({ fits }) => fits.length > 0)).toBe(true);
      expect(services.every(({ flow }) => flow !== null)).toBe(true);
      expect(local.every(({ offers, company }) => offers.length > 0 && offers.every((one) => one.company.id !== company.id))).toBe(true);
      expect(together.every(({ a, b }) => a.id < b.id)).toBe(true);
    },
    registerAdd: async () => {
      const server = serverOf();
      const [one, other] = (await page()).companies;
      if (!one || !other) throw new Error('no companies');
      const service = (company: string, side: string | null) => ({
        path,
        headers,
        body: { kind: 'service', title: 'Strekkprøver', companies: [company], side, resource: 'svc.test.material', hours_per_month: 40 },
      });
      await server.ask('registerAdd', service(one.id, 'offers'));
      const { services } = await server.ask('registerAdd', service(other.id, 'needs'));
      const typed = services.filter(({ entry }) => entry !== null);
      expect(typed.map(({ hours_per_month: hours }) => hours)).toEqual([40, 40]);
      expect(typed.every(({ fits, company }) => fits.some((fit) => fit.company.id !== company.id && fit.title === 'Strekkprøver'))).toBe(
        true,
      );
      expect(await server.refused('registerAdd', service(one.id, null))).toBe('register.invalid');
      // A member writes for itself alone.
      expect(await server.refused('registerAdd', { ...service(one.id, 'offers'), headers: lookingAs(`member:${other.id}`) })).toBe(
        'lead.notYours',
      );
      const project = { kind: 'project', title: 'Rør til fjernvarmen', why: 'For dyrt', year: 2019, companies: [one.id] };
      await server.ask('registerAdd', { path, headers, body: project });
      const told = async (viewer: string) => (await page(lookingAs(viewer))).entries.map(({ kind }) => kind);
      expect(await told(`member:${one.id}`)).toContain('project');
      expect(await told(`member:${other.id}`)).not.toContain('project');
    },
    registerChange: async () => {
      const server = serverOf();
      const companies = (await page()).companies.slice(0, 3).map(({ id }) => id);
      await server.ask('registerAdd', { path, headers, body: { kind: 'challenge', title: 'Slam om vinteren', companies } });
      const entry = await entryOf('Slam om vinteren');
      const change = {
        path: { entry: entry?.id ?? '' },
        query: { cluster },
        headers,
        body: { title: 'Slam hele året', companies, version: 1 },
      };
      const { entries, together } = await server.ask('registerChange', change);
      expect(entries.find(({ id }) => id === entry?.id)).toMatchObject({ title: 'Slam hele året', version: 2 });
      expect(together.filter(({ ties }) => ties.some(({ what }) => what === 'Slam hele året'))).toHaveLength(3);
      expect(await server.refused('registerChange', change)).toBe('register.stale');
      expect(await server.refused('registerChange', { ...change, path: { entry: 'none' } })).toBe('register.unknown');
    },
    registerRemove: async () => {
      const server = serverOf();
      const companies = (await page()).companies.slice(0, 1).map(({ id }) => id);
      await server.ask('registerAdd', { path, headers, body: { kind: 'challenge', title: 'Midlertidig', companies } });
      const entry = await entryOf('Midlertidig');
      const asked = { path: { entry: entry?.id ?? '' }, query: { cluster, version: '1' }, headers };
      const { entries } = await server.ask('registerRemove', asked);
      expect(entries.map(({ title }) => title)).not.toContain('Midlertidig');
      expect(await server.refused('registerRemove', asked)).toBe('register.unknown');
    },
  };
}
