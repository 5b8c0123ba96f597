import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { allocateAnswerSchema, OBJECTIVE_NAMES, UNPLACED_WHYS } from '../../server/contract/allocateAnswer.ts';
import { WHYS } from '../../server/matching/allocate/unplaced.ts';
import { OBJECTIVES } from '../../server/matching/allocate/problem.ts';
import { allocateCluster, allocateTwoFiles } from '../../server/tasks/allocateCluster.ts';
import { openForReading } from '../../server/tasks/open.ts';
import { solveWithHighs } from '../../server/tasks/solveWithHighs.ts';
import { answerOf, flytkart, root } from '../cli/flytkart.ts';

const COMPANIES = `company_id,name,activity,nace,country,lat,lon
A,Sagbruk,sagbruk,16.10,NO,63.30,9.85
B,Fjernvarme,fjernvarme,35.30,NO,63.31,9.86
C,Gartneri,gartneri,01.13,NO,63.32,9.87
`;
const FLOWS = `flow_id,company_id,direction,resource,kind,quantity,unit,temperature_c
bark,A,surplus,bark,material,5000,t,
more,A,surplus,bark,material,,,
boiler,B,need,biobrensel til kjel,material,3000,t,
garden,C,need,barkflis til dekke,material,1000,t,
`;

const folder = mkdtempSync(join(tmpdir(), 'flytkart-allocate-'));
const [companies, flows] = [join(folder, 'companies.csv'), join(folder, 'flows.csv')];
writeFileSync(companies, COMPANIES);
writeFileSync(flows, FLOWS);
afterAll(() => rmSync(folder, { recursive: true }));

describe('allocate, from two files', () => {
  it.each(OBJECTIVE_NAMES)('answers by %s with the ids of the file, and never more than there is', async (objective) => {
    const answer = await answerOf(allocateAnswerSchema, 'allocate', '--companies', companies, '--flows', flows, '--objective', objective);
    expect(answer.objective).toMatchObject({ name: objective, proved: true });
    expect(answer.allocations.map(({ surplus }) => surplus)).toContain('bark');
    const given = answer.allocations.reduce((sum, one) => sum + (one.quantity.likely ?? 0), 0);
    expect(given).toBeLessThanOrEqual(5000);
    expect(answer.unplaced).toContainEqual({ flow: 'more', quantity: null, why: 'unknown amount' });
    expect(answer.shadow_prices?.map(({ flow }) => flow)).toContain('bark');
  });
  it('is the same, byte for byte, with the rows the other way round', async () => {
    const turned = (text: string): string => {
      const [head = '', ...rows] = text.trimEnd().split('\n');
      return `${[head, ...rows.toReversed()].join('\n')}\n`;
    };
    const one = await allocateTwoFiles(COMPANIES, FLOWS, 'value', 'nb');
    const other = await allocateTwoFiles(turned(COMPANIES), turned(FLOWS), 'value', 'nb');
    expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  });
  it('takes no objective that it does not know, and wants both files', async () => {
    expect((await flytkart('allocate', '--companies', companies, '--flows', flows, '--objective', 'money')).code).toBe(2);
    expect((await flytkart('allocate', '--companies', companies)).code).toBe(2);
  });
});

describe('the contract of allocate', () => {
  it('names the objectives and the reasons of the engine', () => {
    expect(OBJECTIVE_NAMES).toEqual(OBJECTIVES);
    expect(UNPLACED_WHYS).toEqual(WHYS);
  });
});

describe('allocate, from the database', () => {
  const database = join(folder, 'cluster.db');
  it('knows the flows by the ids of their file, and has no answer for a member, whose own data says nothing of the whole', async () => {
    await flytkart('import', join(root, 'fixtures', 'demo', 'demo-cluster.csv'), '--cluster', 'Dalsøra', '--db', database);
    const answer = await answerOf(allocateAnswerSchema, 'allocate', '--cluster', 'Dalsøra', '--db', database);
    expect(answer.allocations.every(({ surplus, need }) => /^C\d\d\./u.test(surplus) && /^C\d\d\./u.test(need))).toBe(true);
    expect(answer.objective.value).toBeGreaterThanOrEqual(answer.objective.greedy ?? Infinity);
    const store = openForReading(database);
    try {
      await expect(allocateCluster(store, { kind: 'member', company: 'A' }, 'Dalsøra', 'value')).rejects.toMatchObject({
        code: 'cluster.unknown',
      });
    } finally {
      store.close();
    }
  });
});

describe('the solver', () => {
  it('says that it failed, never a number, for text that is no program or has no best answer', async () => {
    expect(await solveWithHighs('nonsense')).toMatchObject({ status: 'failed' });
    expect(await solveWithHighs('Maximize\n obj: x0\nSubject To\n r0: x0 >= 1\nEnd\n')).toMatchObject({ status: 'failed' });
    expect(await solveWithHighs('Maximize\n obj: x0\nSubject To\n r0: x0 <= 1\n r1: x0 >= 2\nEnd\n')).toMatchObject({ status: 'failed' });
  });
});
