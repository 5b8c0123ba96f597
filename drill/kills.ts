// An import is killed with kill -9 at seeded moments: what was acknowledged is there, nothing half is, and the database is whole.
import { join } from 'node:path';
import { freshCopy, importKilledAfter, lookInto, prepare } from './killedImports.ts';
import { seeded } from './drilling.ts';
import type { Drill } from './drilling.ts';

const ROWS = 20_000;

export const kills = (times: number): Drill => ({
  what: `${times} imports of ${ROWS} rows, each killed with kill -9 at a moment of its own`,
  run: async (folder) => {
    const { base, file } = await prepare(folder, ROWS);
    const database = join(folder, 'killed.db');
    freshCopy(base, database);
    const whole = await importKilledAfter(database, file, Infinity);
    const random = seeded(7);
    const faults: string[] = [];
    const seen = { acknowledged: 0, 'whole, not yet acknowledged': 0, none: 0 };
    freshCopy(base, database);
    for (let kill = 0; kill < times; kill += 1) {
      const moment = whole.ms * (0.1 + 0.95 * random());
      const { acknowledged } = await importKilledAfter(database, file, moment);
      const { problems, before, after } = lookInto(database, ROWS);
      const at = `kill ${kill} at ${Math.round(moment)} ms`;
      faults.push(...problems.map((problem) => `${at}: ${problem}`));
      if (!before) faults.push(`${at}: what was stored before is not whole`);
      if (after === 'half') faults.push(`${at}: a half import is visible`);
      if (acknowledged && after !== 'whole') faults.push(`${at}: acknowledged and not there`);
      seen[acknowledged ? 'acknowledged' : after === 'whole' ? 'whole, not yet acknowledged' : 'none'] += 1;
      if (after !== 'none') freshCopy(base, database);
    }
    return { figures: { kills: times, 'an import left alone, ms': Math.round(whole.ms), ...seen }, faults };
  },
});
