// The routes of looking after the server, each asked once by the person at this machine and refused to a member.
import { basename } from 'node:path';
import { expect } from 'vitest';
import type { RUNNING_ROUTES } from '../../server/contract/running.ts';
import { checkDatabase } from '../../server/tasks/backup.ts';
import type { TestServer } from './aServer.ts';
import { lookingAs } from './leadVisits.ts';

type Visits = Readonly<Record<keyof typeof RUNNING_ROUTES, () => Promise<void>>>;

export function runningVisits(serverOf: () => TestServer, cluster: string): Visits {
  const manager = () => lookingAs(`manager:${encodeURIComponent(cluster)}`);
  return {
    metrics: async () => {
      const server = serverOf();
      await server.ask('clusters');
      const told = await server.ask('metrics');
      expect(told.routes['clusters']?.count).toBeGreaterThan(0);
      expect(told.stored).toMatchObject({ rows: expect.any(Number) as number });
      expect(JSON.stringify(told)).not.toContain(cluster.slice(0, 5));
      expect(await server.refused('metrics', { headers: manager() })).toBe('account.notAllowed');
    },
    backups: async () => {
      expect(await serverOf().ask('backups')).toMatchObject({ every_hours: null, keep: 2, problem: null });
      expect(await serverOf().refused('backups', { headers: manager() })).toBe('account.notAllowed');
    },
    backupMake: async () => {
      const server = serverOf();
      const names = new Set<string>();
      for (let number = 0; number < 3; number += 1) names.add((await server.ask('backupMake', { body: {} })).backups[0]?.name ?? '');
      expect(names.size).toBe(3);
      // The oldest beyond those to keep went.
      expect((await server.ask('backups')).backups.map(({ name }) => name)).toEqual([...names].reverse().slice(0, 2));
      expect(await server.refused('backupMake', { body: {}, headers: manager() })).toBe('account.notAllowed');
      expect(await server.refused('backupMake', { body: { folder: '/tmp' } })).toBe('request.invalid');
    },
    backupRestore: async () => {
      const server = serverOf();
      const [newest] = (await server.ask('backupMake', { body: {} })).backups;
      const { file } = await server.ask('backupRestore', { path: { backup: newest?.name ?? '' }, body: {} });
      expect(basename(file)).toMatch(/-restored\.db$/);
      expect(checkDatabase(file)).toEqual([]);
      expect(await server.refused('backupRestore', { path: { backup: newest?.name ?? '' }, body: {} })).toBe('file.exists');
      for (const backup of ['../served.db', '..%2fserved.db', 'served.db', 'served-2026-01-01T000000Z.db'])
        expect(await server.refused('backupRestore', { path: { backup }, body: {} })).toBe('backup.unknown');
      expect(await server.refused('backupRestore', { path: { backup: newest?.name ?? '' }, body: {}, headers: manager() })).toBe(
        'account.notAllowed',
      );
    },
    check: async () => {
      expect(await serverOf().ask('check', { body: {} })).toEqual({ ok: true, problems: [] });
      expect(await serverOf().refused('check', { body: {}, headers: manager() })).toBe('account.notAllowed');
    },
  };
}
