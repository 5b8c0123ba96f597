import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LOCAL } from '../../server/domain/viewer.ts';
import { openStore } from '../../server/store/store.ts';
import { aFolder } from './makers.ts';

const KILLS = 6;

/**
 * A writer imports files of 1,500 rows, one after the other, and says each batch that is staged and the id of each import that is committed. It is
 * killed as soon as it said so many things, and a little later.
 */
async function killedAfter(file: string, said: number, ms: number): Promise<number[]> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'importForever.ts'), file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  await new Promise<void>((resolve) => {
    writer.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      if (text.split('\n').length > said) resolve();
    });
  });
  await new Promise((resolve) => setTimeout(resolve, ms));
  writer.kill('SIGKILL');
  await once(writer, 'close');
  return text
    .split('\n')
    .slice(0, -1)
    .filter((line) => line !== 'staged')
    .map(Number);
}

it(
  'loses nothing that was acknowledged and keeps no half import when the writer is killed at any moment',
  { timeout: 60_000 },
  async () => {
    const file = join(aFolder(), 'killed.db');
    openStore(file, { mode: 'write', create: true }).close();
    const acknowledged: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      acknowledged.push(...(await killedAfter(file, 1 + ((kill * 5) % 11), kill % 4)));
      const store = openStore(file, { mode: 'write' });
      const imports = store.listImports(LOCAL);
      expect(imports.every(({ state }) => state === 'committed')).toBe(true);
      expect(imports.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged));
      while (store.sweep());
      expect(store.check()).toEqual([]);
      expect(store.flowsOf(LOCAL, { cluster: 'Rana' })).toHaveLength(1_500 * imports.length);
      store.close();
    }
    expect(acknowledged.length).toBeGreaterThan(0);
  },
);
