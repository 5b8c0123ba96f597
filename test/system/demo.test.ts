import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { matchAnswerSchema } from '../../server/contract/matchAnswer.ts';
import type { MatchShown } from '../../server/contract/matchAnswer.ts';
import { importSchema } from '../../server/contract/previews.ts';
import { aFolder, answerOf, flytkart, root } from '../cli/flytkart.ts';

/** Pairs that somebody who knows the demo cluster wrote down: true ones, and traps that only look like one. */
const pairs = z
  .array(z.object({ id: z.string(), from_flow: z.string(), to_flow: z.string(), from_company: z.string(), to_company: z.string(), expected: z.enum(['true', 'false']) }))
  .parse(parse(readFileSync(join(root, 'fixtures', 'demo', 'demo-synergies.csv')), { columns: true })); // prettier-ignore
const between = pairs.filter((pair) => pair.from_company !== pair.to_company);

const database = join(aFolder(), 'demo.db');
let matches: MatchShown[] = [];
beforeAll(async () => {
  await flytkart('demo', '--db', database);
  ({ matches } = await answerOf(matchAnswerSchema, 'match', '--db', database));
});

const companyOf = (flow: string): string => flow.split('.')[0] ?? '';
/** Matches with another company, best first. */
const ofCompany = (company: string): string[] =>
  matches
    .filter(({ surplus, need }) => companyOf(surplus) !== companyOf(need) && [surplus, need].some((flow) => companyOf(flow) === company))
    .map(({ surplus, need }) => `${surplus} ${need}`);

describe('the demo cluster, understood by its words alone', () => {
  it('is taken in without one rejected row', async () => {
    const [done] = await answerOf(z.array(importSchema), 'imports', '--db', database);
    expect(done?.files[0]).toMatchObject({ rows_rejected: 0, rows_skipped: 0 });
  });

  it('shows nearly all the exchanges that are possible between two companies', () => {
    const found = new Set(matches.map(({ surplus, need }) => `${surplus} ${need}`));
    const wanted = between.filter(({ expected }) => expected === 'true');
    const missing = wanted.filter(({ from_flow: from, to_flow: to }) => !found.has(`${from} ${to}`)).map(({ id }) => id);
    expect(wanted.length).toBeGreaterThan(40);
    expect(missing.length, `missing: ${missing.join(', ')}`).toBeLessThanOrEqual(wanted.length / 8);
  });

  it('has no trap among the first five of a company', () => {
    const traps = pairs.filter(({ expected }) => expected === 'false');
    expect(traps.length).toBeGreaterThan(10);
    const shown = traps.filter(({ from_flow: from, to_flow: to }) =>
      [from, to].some((flow) => ofCompany(companyOf(flow)).slice(0, 5).includes(`${from} ${to}`)),
    );
    expect(shown.map(({ id }) => id)).toEqual([]);
  });
});
