import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LOCAL } from '../../server/domain/viewer.ts';
import { openStore } from '../../server/store/store.ts';
import { aFolder } from './makers.ts';

const KILLS = 12;

/** A writer that imports files of 3,000 rows until it is killed, and prints the id of each import that it was told is committed. */
async function killedAfter(file: string, ms: number): Promise<number[]> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'importForever.ts'), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const started = new Promise<void>((resolve) => {
    writer.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      resolve();
    });
  });
  await started;
  await new Promise((resolve) => setTimeout(resolve, ms));
  writer.kill('SIGKILL');
  await once(writer, 'close');
  return said
    .split('\n')
    .slice(0, -1)
    .filter((line) => line !== 'ready')
    .map(Number);
}

it(
  'loses nothing that was acknowledged and keeps no half import when the writer is killed at any moment',
  { timeout: 60_000 },
  async () => {
    const file = join(aFolder(), 'killed.db');
    const acknowledged: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      acknowledged.push(...(await killedAfter(file, (kill * 37) % 90)));
      const store = openStore(file, { mode: 'write', create: true });
      const committed = store.listImports(LOCAL);
      expect(committed.every(({ state }) => state === 'committed')).toBe(true);
      expect(committed.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
      while (store.sweep());
      expect(store.check()).toEqual([]);
      expect(store.flowsOf(LOCAL, { cluster: 'Rana' })).toHaveLength(3_000 * committed.length);
      store.close();
    }
    expect(acknowledged.length).toBeGreaterThan(0);
  },
);
