// Copies of a database, each damaged in its own way: opened and checked, or refused with one sentence; never a crash, never silence about a problem.
import { spawn } from 'node:child_process';
import { copyFileSync, openSync, closeSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { prepare } from './killedImports.ts';
import { refusal, seeded } from './drilling.ts';
import type { Drill, Said } from './drilling.ts';

const MAIN = join(import.meta.dirname, '..', 'server', 'main.ts');

function check(database: string): Promise<Said> {
  const child = spawn(process.execPath, [MAIN, 'check', '--db', database, '--json'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => void (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => void (err += part.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

/** Damages the copy and says how. */
function damage(path: string, random: () => number): string {
  const { size } = statSync(path);
  const at = Math.floor(random() * size);
  const kind = Math.floor(random() * 5);
  if (kind === 0) {
    truncateSync(path, at);
    return `cut after ${at} bytes`;
  }
  if (kind === 1) {
    writeFileSync(path, readFileSync(path).subarray(at));
    return `first ${at} bytes lost`;
  }
  const length = kind === 2 ? 1 : kind === 3 ? 64 : 4096;
  const noise = Uint8Array.from({ length }, () => Math.floor(random() * 256));
  const file = openSync(path, 'r+');
  // One in three meets the head of the file, where the format and the schema stand.
  const where = random() < 1 / 3 ? Math.floor(random() * 200) : at;
  writeSync(file, noise, 0, Math.min(length, size - where), where);
  closeSync(file);
  return `${length} bytes of noise at ${where}`;
}

export const corruption = (copies: number): Drill => ({
  what: `${copies} damaged copies, each opened or refused with one sentence`,
  run: async (folder) => {
    const { base } = await prepare(folder, 0);
    const random = seeded(11);
    const faults: string[] = [];
    const seen = { 'opened, found whole': 0, 'opened, problems named': 0, 'refused with a sentence': 0 };
    for (let copy = 0; copy < copies; copy += 1) {
      const path = join(folder, 'damaged.db');
      for (const tail of ['', '-wal', '-shm', '-lock']) rmSync(path + tail, { force: true });
      copyFileSync(base, path);
      const how = damage(path, random);
      const said = await check(path);
      const { code, out, err } = said;
      if (code === 0 && out.startsWith('{"ok":true')) seen['opened, found whole'] += 1;
      else if (code === 1 && out.startsWith('{"ok":false')) seen['opened, problems named'] += 1;
      else if (refusal(said) !== null) seen['refused with a sentence'] += 1;
      else faults.push(`${how}: exit ${code}, ${(out + err).trim().split('\n').slice(0, 2).join(' / ').slice(0, 300)}`);
    }
    return { figures: { copies, ...seen }, faults };
  },
});
