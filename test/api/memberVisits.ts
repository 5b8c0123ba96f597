// The routes of a company's own room and of tables as files, each asked once.
import { readSheet } from 'read-excel-file/node';
import { expect } from 'vitest';
import type { MEMBER_ROUTES } from '../../server/contract/member.ts';
import type { TestServer } from './aServer.ts';
import { lookingAs } from './leadVisits.ts';

type Visits = Readonly<Record<keyof typeof MEMBER_ROUTES, () => Promise<void>>>;

export function memberVisits(serverOf: () => TestServer, cluster: string): Visits {
  const path = { cluster };
  const manager = lookingAs(`manager:${encodeURIComponent(cluster)}`);
  const smelter = async () => {
    const { companies } = await serverOf().ask('registers', { path, headers: manager });
    const id = companies.find(({ name }) => name === 'Grønfjord Silisium AS')?.id ?? '';
    return { id, headers: lookingAs(`member:${id}`) };
  };
  return {
    ownPage: async () => {
      const server = serverOf();
      const { id, headers } = await smelter();
      await server.ask('company', { path: { company: id }, headers: manager });
      const own = await server.ask('ownPage', { path: { company: id }, headers });
      expect(own.flows.length).toBeGreaterThan(5);
      expect(own.questions.length).toBeGreaterThan(0);
      const worth = own.questions.flatMap(({ worth_nok_per_year: nok }) => (nok === null ? [] : [nok]));
      expect(worth).toEqual(worth.toSorted((a, b) => b - a));
      expect(own.reads).toContainEqual(expect.objectContaining({ who: 'Klyngeleder', what: 'flows', words: null }));
      expect(await server.refused('ownPage', { path: { company: id }, headers: manager })).toBe('company.unknown');
      expect(await server.refused('ownPage', { path: { company: id }, headers: lookingAs('member:910000099') })).toBe('company.unknown');
    },
    ownEverything: async () => {
      const server = serverOf();
      const { id, headers } = await smelter();
      const get = (format: string) => server.send('ownEverything', { path: { company: id, format }, headers });
      const json = JSON.parse(await (await get('json')).text()) as {
        flows: object[];
        records: { record: object | null }[];
        reads: object[];
      };
      expect(json.records).toHaveLength(json.flows.length);
      expect(json.records.every(({ record }) => record !== null)).toBe(true);
      const sheet = await readSheet(Buffer.from(await (await get('xlsx')).arrayBuffer()), 'Strømmer');
      expect(sheet).toHaveLength(json.flows.length + 1);
      expect(await server.refused('ownEverything', { path: { company: id, format: 'pdf' }, headers })).toBe('route.unknown');
      expect(await server.refused('ownEverything', { path: { company: id, format: 'json' }, headers: manager })).toBe('company.unknown');
    },
    flowSharing: async () => {
      const server = serverOf();
      const { id, headers } = await smelter();
      const [flow] = (await server.ask('ownPage', { path: { company: id }, headers })).flows;
      const share = { path: { flow: flow?.id ?? '' }, headers };
      expect(await server.ask('flowSharing', { ...share, body: { sharing: 'own' } })).toEqual({ flow: flow?.id, sharing: 'own' });
      expect(await server.refused('flowSharing', { ...share, headers: manager, body: { sharing: 'public' } })).toBe('flow.unknown');
      expect(await server.ask('flowSharing', { ...share, body: { sharing: null } })).toEqual({ flow: flow?.id, sharing: flow?.sharing });
    },
    tableFile: async () => {
      const server = serverOf();
      const [one] = (await server.ask('registers', { path, headers: manager })).companies;
      const body = { kind: 'challenge', title: '=1+2', text: '@SUM(A1)', companies: [one?.id] };
      await server.ask('registerAdd', { path, headers: manager, body });
      const get = (table: string, format: string) => server.send('tableFile', { path: { cluster, table, format }, headers: manager });
      const csv = await (await get('registers', 'csv')).text();
      expect(csv).toContain("'=1+2;'@SUM(A1)");
      const sheet = await readSheet(Buffer.from(await (await get('registers', 'xlsx')).arrayBuffer()), 'Utfordringer');
      expect(sheet.flat()).toContain("'=1+2");
      const matches = (await (await get('matches', 'csv')).text()).trimEnd().split('\r\n');
      expect(matches.length).toBe((await server.ask('matchRows', { path, headers: manager })).total + 1);
      expect((await get('leads', 'xlsx')).headers.get('content-type')).toContain('spreadsheetml');
      expect(await server.refused('tableFile', { path: { cluster, table: 'secrets', format: 'csv' }, headers: manager })).toBe(
        'route.unknown',
      );
    },
  };
}
