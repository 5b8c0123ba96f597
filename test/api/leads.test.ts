import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEAD_ROUTES } from '../../server/contract/leads.ts';
import { aServer, fixture } from './aServer.ts';
import type { TestServer } from './aServer.ts';
import { REGISTER_ROUTES } from '../../server/contract/registers.ts';
import { leadVisits } from './leadVisits.ts';
import { MEMBER_ROUTES } from '../../server/contract/member.ts';
import { memberVisits } from './memberVisits.ts';
import { registerVisits } from './registerVisits.ts';

const CLUSTER = 'Fjorden';
let server: TestServer;
beforeAll(async () => {
  server = await aServer();
  await server.imported(fixture('demo', 'demo-cluster.csv'), CLUSTER);
});
afterAll(() => server.close());

describe('following matches up', () => {
  const visits = leadVisits(() => server, CLUSTER);
  it.each(Object.keys(LEAD_ROUTES) as (keyof typeof LEAD_ROUTES)[])('%s answers as the contract says', (name) => visits[name]());
  const registers = registerVisits(() => server, CLUSTER);
  it.each(Object.keys(REGISTER_ROUTES) as (keyof typeof REGISTER_ROUTES)[])('%s answers as the contract says', (name) => registers[name]());
  const own = memberVisits(() => server, CLUSTER);
  it.each(Object.keys(MEMBER_ROUTES) as (keyof typeof MEMBER_ROUTES)[])('%s answers as the contract says', (name) => own[name]());
  it('reported no fault of its own', () => expect(server.reported).toEqual([]));
});
