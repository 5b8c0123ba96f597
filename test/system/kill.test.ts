import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aFolder } from '../cli/flytkart.ts';
import { seeded } from '../../drill/drilling.ts';
import { freshCopy, importKilledAfter, lookInto, prepare } from '../../drill/killedImports.ts';

const KILLS = 50;
const ROWS = 20_000;
const SIDE_BY_SIDE = 2;

it(
  `loses nothing that was acknowledged, shows no half import and stays whole when an import is killed at ${KILLS} moments`,
  { timeout: 400_000 },
  async () => {
    const folder = aFolder();
    const { base, file } = await prepare(folder, ROWS);
    freshCopy(base, join(folder, 'whole.db'));
    const whole = await importKilledAfter(join(folder, 'whole.db'), file, Infinity);
    expect(whole.acknowledged).toBe(true);
    expect(lookInto(join(folder, 'whole.db'), ROWS)).toEqual({ problems: [], before: true, after: 'whole' });

    const random = seeded(20_260_301);
    // The start-up before the first write is the dull part: moments fall in the last four fifths, and a little past the end.
    const moments = Array.from({ length: KILLS }, () => whole.ms * (0.2 + 0.85 * random()));
    const seen = { killedBefore: 0, acknowledged: 0, done: 0 };
    const attempts = async (name: string): Promise<void> => {
      const database = join(folder, name);
      freshCopy(base, database);
      for (let moment = moments.pop(); moment !== undefined; moment = moments.pop()) {
        const { acknowledged } = await importKilledAfter(database, file, moment);
        const found = lookInto(database, ROWS);
        expect(found).toMatchObject({ problems: [], before: true });
        expect(found.after).not.toBe('half');
        if (acknowledged) expect(found.after).toBe('whole');
        if (acknowledged) seen.acknowledged += 1;
        else seen.killedBefore += 1;
        seen.done += 1;
        // What a kill left is met by the next import of the same database; one that came through begins anew.
        if (found.after === 'whole') freshCopy(base, database);
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, (_, index) => attempts(`killed-${index}.db`)));
    expect(seen.done).toBe(KILLS);
    expect(seen.killedBefore).toBeGreaterThan(KILLS / 2);
  },
);
