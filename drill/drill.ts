// npm run drill [NAME…]: the fault drills, larger than the suite's, with their figures. Without names all of them run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backups } from './backups.ts';
import { corruption } from './corruption.ts';
import type { Drill } from './drilling.ts';
import { kills } from './kills.ts';

const DRILLS: Readonly<Record<string, Drill>> = { kills, corruption, backups };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(DRILLS, name));
if (unknown.length > 0) {
  console.error(`There is no drill ${unknown.join(', ')}. There are ${Object.keys(DRILLS).join(', ')}.`);
  process.exit(2);
}

let failed = 0;
for (const [name, { what, run }] of Object.entries(DRILLS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const folder = mkdtempSync(join(tmpdir(), 'flytkart-drill-'));
  const started = performance.now();
  console.log(`\n── ${name}: ${what}`);
  try {
    const { figures, faults } = await run(folder);
    for (const [figure, value] of Object.entries(figures)) console.log(`   ${figure}: ${value}`);
    for (const fault of faults.slice(0, 20)) console.log(`   FAULT ${fault}`);
    if (faults.length > 0) failed += 1;
    console.log(
      `── ${name}: ${faults.length === 0 ? 'ok' : `${faults.length} FAULTS`}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exitCode = failed === 0 ? 0 : 1;
