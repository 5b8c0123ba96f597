import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../server/tasks/csvRecords.ts';

describe('the records of a machine file', () => {
  it('stand on the line on which they begin, also below a cell of several lines and an empty line', () => {
    const text = '\ufeffname,comment\nA,"one\ntwo\nthree"\n\nB,x\nC\n';
    expect(csvRecords(text)).toEqual([
      { line: 1, cells: ['name', 'comment'] },
      { line: 2, cells: ['A', 'one\ntwo\nthree'] },
      { line: 6, cells: ['B', 'x'] },
      { line: 7, cells: ['C'] },
    ]);
  });
  it('are told to be none where a quote is never closed', () => expect(() => csvRecords('a,b\n"x,1\n')).toThrow(/[Qq]uote/));
});
