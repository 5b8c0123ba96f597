import { describe, expect, it } from 'vitest';
import { decimalMark, readAmount } from '../../../web/draw/amounts.ts';
import { bytesOfText } from '../../../web/draw/bytes.ts';
import { headerOf } from '../../../web/draw/columns.ts';
import { readFlowTable } from '../../../web/draw/readFlowTable.ts';
import type { FlowTable } from '../../../web/draw/readFlowTable.ts';
import { readShared, sharedText } from '../../../web/draw/share.ts';
import { FIRST_VIEW } from '../../../web/draw/view.ts';

async function tableOf(text: string): Promise<FlowTable> {
  const reading = await readFlowTable(bytesOfText('tabell.csv', text));
  if (reading.outcome !== 'table') throw new Error(`read as ${JSON.stringify(reading)}`);
  return reading.table;
}

describe('a flow table', () => {
  it('reads the columns of a machine file', async () => {
    const { flows } = await tableOf('id,source,target,value,unit,kind,min,max\nx1,A,B,1.5,t,Flis,1.2,2\n');
    expect(flows[0]).toMatchObject({ id: 'x1', source: 'A', target: 'B', value: 1.5, unit: 't', kind: 'Flis', min: 1.2, max: 2 });
  });

  it('reads Norwegian headers, thin spaces and decimal commas, and calls rows without ids by their ends', async () => {
    const { flows } = await tableOf('Fra;Til;Mengde (MWh);Slag\nÅs;Øy;1\u202f250,5;Damp\nØy;Ås;3;Kondensat, retur\n');
    expect(flows.map((flow) => [flow.id, flow.value, flow.unit, flow.hint])).toEqual([
      ['Ås → Øy', 1250.5, 'MWh', undefined],
      ['Øy → Ås', 3, 'MWh', 'recycled'],
    ]);
  });

  it('refuses an amount so large that a sum of such is no number', async () => {
    const { flows, refused } = await tableOf('id,source,target,value,unit\na,A,B,1.5e308,t\nb,A,B,1e299,t\n');
    expect(refused).toMatchObject([{ line: 2, id: 'a', code: 'large', found: '1.5e308' }]);
    expect(flows.map((flow) => flow.id)).toEqual(['b']);
  });

  it('keeps a missing amount missing and a zero zero', async () => {
    const { flows, refused } = await tableOf('source,target,value,unit\nA,B,,t\nA,B,0,t\nA,B,ukjent,t\n');
    expect(flows.map((flow) => flow.value)).toEqual([null, 0, null]);
    expect(refused).toEqual([]);
  });

  it('refuses negative amounts, unknown nodes and what is no number, each with its line', async () => {
    const { flows, refused } = await tableOf('source,target,value,unit\nA,B,-1,t\n,B,1,t\nA,B,NaN,t\nA,,2,t\nA,B,7,t\n');
    expect(refused.map((one) => [one.line, one.code])).toEqual([
      [2, 'negative'],
      [3, 'noSource'],
      [4, 'notNumber'],
      [5, 'noTarget'],
    ]);
    expect(flows.map((flow) => flow.value)).toEqual([7]);
  });

  it('draws rows of one id apart and says so', async () => {
    const { flows, repeatedIds } = await tableOf('id,source,target,value,unit\na,A,B,1,t\na,A,C,2,t\n');
    expect(flows.map((flow) => flow.id)).toEqual(['a', 'a (2)']);
    expect(repeatedIds).toEqual(['a']);
  });

  it('gives every row the same id wherever it stands, with ids told twice or not at all', async () => {
    const rows = ['1,A,B,10,t', '1,A,C,5,t', '1,A,C,4,t', ',C,D,3,t', ',C,D,2,t', ',D,A,1,t', '1 (2),B,C,8,t'];
    const idsOf = async (order: readonly string[]): Promise<string[]> => {
      const { flows } = await tableOf(`id,source,target,value,unit\n${order.join('\n')}\n`);
      expect(new Set(flows.map((flow) => flow.id)).size).toBe(rows.length);
      return flows.map((flow) => `${flow.id}: ${flow.source} ${flow.target} ${flow.value}`).sort();
    };
    const ids = await idsOf(rows);
    expect(ids).toContain('C → D (2): C D 3');
    expect(await idsOf(rows.toReversed())).toEqual(ids);
    expect(await idsOf([...rows.slice(3), ...rows.slice(0, 3)])).toEqual(ids);
  });

  it('reads a comma among points, and a point among commas, where only one number can be meant', async () => {
    const { flows, refused, doubtful } = await tableOf(
      'id,source,target,value,unit\na,A,B,2.5,t\nb,A,B,"1,5",t\nc,A,B,1e3,t\nd,A,B,"0,500",t\n',
    );
    expect(flows.map((flow) => flow.value)).toEqual([2.5, 1.5, 1000, 0.5]);
    expect(refused).toEqual([]);
    expect(doubtful).toBeNull();
  });

  it('says so where an amount among both marks could be either', async () => {
    const { doubtful } = await tableOf('source;target;value;unit\nA;B;2.5;t\nA;B;1,5;t\nA;B;3.5;t\nA;B;1,234;t\n');
    expect(doubtful).toEqual({ found: '1,234', mark: '.' });
  });

  it('names the columns it misses', async () => {
    expect(await readFlowTable(bytesOfText('x.csv', 'source;target;pris\nA;B;3\nB;C;4\n'))).toMatchObject({
      outcome: 'noColumns',
      missing: ['value'],
    });
  });

  it('comes back from a shared file as it was', async () => {
    const table = await tableOf('id,source,target,value,unit,kind,min,max,estimated\nx1,"Å, A",B,1.5,t,Flis,1.2,2,yes\n');
    const shared = await readShared(bytesOfText('x.flytkart.json', sharedText(table, { ...FIRST_VIEW, order: 'name' })));
    expect(shared?.view.order).toBe('name');
    expect((await tableOf(shared?.csv ?? '')).flows).toEqual(table.flows);
  });
});

describe('an amount', () => {
  it.each([
    ['1 000,5', ',', 1000.5],
    ["1'234'567.5", '.', 1_234_567.5],
    ['- 12 000', ',', -12_000],
    ['1.234,5', ',', 1234.5],
    ['1,234.5', '.', 1234.5],
    ['.5', '.', 0.5],
    ['1e-3', '.', 0.001],
    ['−4', '.', -4],
  ] as const)('%s with decimal %s is %d', (text, mark, value) => expect(readAmount(text, mark)).toEqual({ is: 'number', value }));

  it.each(['1.2.3', 'mange', '12 t', '#REF!', 'Infinity', '3 4', '12 34,5', '1 0000'])('%s is none', (text) =>
    expect(readAmount(text, '.')).toEqual({ is: 'wrong' }),
  );

  it('has the decimal mark that its column shows, and a doubt where it shows none', () => {
    expect(decimalMark(['1.234', '5,25'], ';').mark).toBe(',');
    expect(decimalMark(['1.234', '12.5'], ';').mark).toBe('.');
    expect(decimalMark(['1.234'], ';')).toEqual({ mark: '.', doubtful: '1.234' });
    expect(decimalMark(['1.234'], ',')).toEqual({ mark: '.', doubtful: null });
  });
});

it.each([
  ['Mengde (GWh)', 'value', 'GWh'],
  ['value [t]', 'value', 't'],
  ['Verdi, tonn/år', 'value', 'tonn/år'],
  ['FRA', 'source', null],
] as const)('the header %s names %s', (text, field, unit) => expect(headerOf(text)).toEqual({ field, unit }));
