// npm run drill [NAME…] [-- --small | --soak MINUTES]: the fault drills, larger than the suite's; their figures go to drill/figures.json. Without names all run.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backups } from './backups.ts';
import { corruption } from './corruption.ts';
import type { Drill } from './drilling.ts';
import { fullDisk } from './fullDisk.ts';
import { kills } from './kills.ts';
import { load } from './load.ts';
import { migrations } from './migrations.ts';
import { restoring } from './restoring.ts';
import { together } from './together.ts';

const words = process.argv.slice(2);
const small = words.includes('--small');
const soakAt = words.indexOf('--soak');
const soak = soakAt === -1 ? 60 : Number(words[soakAt + 1]);
if (!(soak > 0)) {
  console.error('--soak: minutes are expected, a number above 0.');
  process.exit(2);
}

/** The first number is the drill's own, the second shakes the drill out. */
const size = (full: number, tried: number): number => (small ? tried : full);
const people = { companies: size(500, 40), readers: size(50, 8), editors: size(5, 2), pause: 1_000 };
const DRILLS: Readonly<Record<string, Drill>> = {
  kills: kills(size(200, 4)),
  migrations: migrations(size(50, 4)),
  fullDisk: fullDisk(size(20, 3)),
  corruption: corruption(size(100, 8)),
  together: together(size(100_000, 8_000)),
  backups: backups(size(50, 4)),
  restoring: restoring(size(500_000, 5_000)),
  load: load({ ...people, minutes: size(5, 0.3) }),
  soak: load({ ...people, minutes: small ? 0.5 : soak }),
};

const asked = words.filter((word, at) => !word.startsWith('--') && (soakAt === -1 || at !== soakAt + 1));
const unknown = asked.filter((name) => !Object.hasOwn(DRILLS, name));
if (unknown.length > 0) {
  console.error(`There is no drill ${unknown.join(', ')}. There are ${Object.keys(DRILLS).join(', ')}.`);
  process.exit(2);
}

type Kept = Readonly<
  Record<
    string,
    {
      readonly what: string;
      readonly figures: Readonly<Record<string, string | number>>;
      readonly faults: number;
      readonly seconds: number;
    }
  >
>;
const FIGURES = join(import.meta.dirname, 'figures.json');
let kept: Kept = existsSync(FIGURES) ? (JSON.parse(readFileSync(FIGURES, 'utf8')) as Kept) : {};

let failed = 0;
for (const [name, { what, run }] of Object.entries(DRILLS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const folder = mkdtempSync(join(tmpdir(), 'flytkart-drill-'));
  const started = performance.now();
  console.log(`\n── ${name}: ${what}`);
  try {
    const { figures, faults } = await run(folder);
    const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
    for (const [figure, value] of Object.entries(figures)) console.log(`   ${figure}: ${value}`);
    for (const fault of faults.slice(0, 20)) console.log(`   FAULT ${fault}`);
    if (faults.length > 0) failed += 1;
    console.log(`── ${name}: ${faults.length === 0 ? 'ok' : `${faults.length} FAULTS`}, ${seconds} s`);
    // Tried-out sizes are nobody's figures.
    if (!small) {
      kept = { ...kept, [name]: { what, figures, faults: faults.length, seconds } };
      writeFileSync(FIGURES, `${JSON.stringify(kept, null, 2)}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exitCode = failed === 0 ? 0 : 1;
