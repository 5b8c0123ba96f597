import { describe, expect, it } from 'vitest';
import { createRowIdentifier } from '../../server/domain/rowIdentifier.ts';
import { aRow } from '../store/rows.ts';

describe('the identity of a row', () => {
  it('keeps both flows of a record that takes in and gives off under one id', () => {
    const identify = createRowIdentifier();
    const cells = ['Rana Stål', 'F1', '10', '20'];
    const taken = identify(aRow({ flowId: 'F1', direction: 'in', cells }));
    const given = identify(aRow({ flowId: 'F1', direction: 'out', cells }));
    expect([taken.repeat, given.repeat]).toEqual([false, false]);
    expect(given.key).not.toBe(taken.key);
  });

  it('takes a row for a repeat only where every cell is the same, and points at the line of the first', () => {
    const identify = createRowIdentifier();
    const row = (line: number, amount: string) => aRow({ line, flowId: 'F1', cells: ['Rana Stål', 'F1', amount] });
    expect(identify(row(2, '10'))).toMatchObject({ repeat: false, first: null });
    expect(identify(row(3, '11'))).toMatchObject({ repeat: false, first: 2 });
    expect(identify(row(4, '11'))).toMatchObject({ repeat: true, first: 3 });
  });

  it('points at no line of another table', () => {
    const identify = createRowIdentifier();
    const row = (line: number) => aRow({ line, cells: ['Rana Stål', 'Bark'] });
    identify(row(2));
    identify.beginTable();
    expect(identify(row(2))).toMatchObject({ repeat: true, first: null });
  });
});
