// The disk fills up in the midst of an import and is freed again: one sentence, nothing half, and the same import then goes in.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTER, lookInto, prepare, freshCopy } from './killedImports.ts';
import { refusal, seeded } from './drilling.ts';
import type { Drill, Said } from './drilling.ts';

const MAIN = join(import.meta.dirname, '..', 'server', 'main.ts');
const SIZE_MB = 48;
const ROWS = 20_000;

/** `limit`: most KiB a file may grow to, where no small disk can be mounted. */
function imports(database: string, file: string, limit: number | null): Promise<Said> {
  const words = [MAIN, 'import', file, '--db', database, '--cluster', CLUSTER, '--json', '--lang', 'en'];
  const quoted = [process.execPath, ...words].map((word) => `'${word}'`).join(' ');
  const child =
    limit === null
      ? spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
      : spawn('bash', ['-c', `trap '' XFSZ; ulimit -f ${limit}; exec ${quoted}`], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part: Buffer) => void (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => void (err += part.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

export const fullDisk = (times: number): Drill => ({
  what: `${times} imports of ${ROWS} rows into a disk that is full at a moment of its own, then freed`,
  run: async (folder) => {
    const { base, file } = await prepare(folder, ROWS);
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m`, 'tmpfs', disk], { stdio: 'ignore' }).status === 0;
    const faults: string[] = [];
    const random = seeded(17);
    const seen = { 'full, told in one sentence': 0, 'went in all the same': 0 };
    try {
      for (let time = 0; time < times; time += 1) {
        const database = join(disk, 'full.db');
        freshCopy(base, database);
        const ballast = join(disk, 'ballast');
        const room = 1 + Math.floor(random() * 12);
        if (mounted) {
          const free = Number(spawnSync('df', ['--output=avail', '-k', disk]).stdout.toString().split('\n')[1]);
          writeFileSync(ballast, Buffer.alloc(Math.max(0, free * 1024 - room * 1_000_000)));
        }
        const said = await imports(database, file, mounted ? null : room * 1000);
        const { code, out, err } = said;
        const at = `time ${time}, ${room} MB free`;
        if (code === 0) seen['went in all the same'] += 1;
        else if (refusal(said) === 'store.full') seen['full, told in one sentence'] += 1;
        else faults.push(`${at}: exit ${code}: ${(out + err).slice(0, 300)}`);
        rmSync(ballast, { force: true });
        const found = lookInto(database, ROWS);
        faults.push(...found.problems.map((problem) => `${at}: ${problem}`));
        if (!found.before || found.after !== (code === 0 ? 'whole' : 'none'))
          faults.push(`${at}: before ${found.before}, after ${found.after}`);
        if (code !== 0) {
          const again = await imports(database, file, null);
          if (again.code !== 0 || lookInto(database, ROWS).after !== 'whole')
            faults.push(`${at}: once freed, exit ${again.code}: ${again.err.slice(0, 200)}`);
        }
      }
    } finally {
      if (mounted) spawnSync('umount', [disk]);
    }
    return { figures: { times, disk: mounted ? `a disk of ${SIZE_MB} MB` : 'a limit on the size of files', ...seen }, faults };
  },
});
