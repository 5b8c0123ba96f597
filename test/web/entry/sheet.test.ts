import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRY_FIELDS } from '../../../server/domain/entry.ts';
import { paste, readCells, writeCells } from '../../../web/entry/clipboard.ts';
import { addRows, begin, deleteRows, insertRow, redo, setCells, step, textAt, undo } from '../../../web/entry/sheet.ts';
import type { Sheet } from '../../../web/entry/sheet.ts';

const EMPTY: Sheet = {
  cluster: 'Klynge',
  company: null,
  facts: { company: '', org_number: '', municipality: '', nace: '', activity: '' },
  rows: [],
  decimal: null,
};
const edits = fc.array(
  fc.record({ row: fc.nat(12), field: fc.constantFrom(...ENTRY_FIELDS), text: fc.constantFrom('', 'Bark', '1 200,5', 'ca. 500') }),
  { minLength: 1, maxLength: 8 },
);

describe('the grid', () => {
  it('undone as often as it was changed, it is as it was; done again, as it became', () =>
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 10 }), (steps) => {
        const states = [begin(EMPTY)];
        for (const one of steps) states.push(step(states.at(-1) ?? begin(EMPTY), setCells(states.at(-1)?.now ?? EMPTY, one)));
        const last = states.at(-1) ?? begin(EMPTY);
        let back = last;
        for (let i = 0; i < steps.length; i += 1) back = undo(back);
        expect(back.now).toEqual(EMPTY);
        let forth = back;
        for (let i = 0; i < steps.length; i += 1) forth = redo(forth);
        expect(forth.now).toEqual(last.now);
      }),
      { seed: 6, numRuns: 100 },
    ));

  it('holds every cell as it was typed, each row under an id of its own', () =>
    fc.assert(
      fc.property(edits, (some) => {
        const sheet = setCells(EMPTY, some);
        for (const { row, field } of some)
          expect(textAt(sheet, row, field)).toBe(some.findLast((one) => one.row === row && one.field === field)?.text);
        expect(new Set(sheet.rows.map(({ id }) => id)).size).toBe(sheet.rows.length);
      }),
      { seed: 6, numRuns: 100 },
    ));

  it('gives an inserted row an id that no other row has, and takes out just the rows that are deleted', () => {
    const sheet = setCells(
      EMPTY,
      ['A', 'B', 'C'].map((text, row) => ({ row, field: 'resource' as const, text })),
    );
    const more = insertRow(deleteRows(sheet, 0, 0), 1);
    expect(more.rows.map((row) => row.cells.resource ?? '')).toEqual(['B', '', 'C']);
    expect(new Set(more.rows.map(({ id }) => id)).size).toBe(3);
  });

  it('adds offered rows behind the last that is filled', () => {
    const sheet = addRows(setCells(EMPTY, [{ row: 0, field: 'resource', text: 'Mask' }]), [{ resource: 'Gjær', data_quality: 'typisk' }]);
    expect(sheet.rows.map((row) => row.cells.resource)).toEqual(['Mask', 'Gjær']);
  });
});

describe('what is pasted', () => {
  it('comes back as it was copied', () =>
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom('Bark', '1 200,5', 'rør 3"', '"ca." 5', '', 'a;b'), { minLength: 2, maxLength: 2 }), {
          minLength: 1,
          maxLength: 5,
        }),
        (rows) => {
          expect(readCells(writeCells(rows))).toEqual(rows);
        },
      ),
      { seed: 6, numRuns: 200 },
    ));

  it('from Excel with line breaks inside a cell stays one cell', () =>
    expect(readCells('"Slam,\nvått"\t12\r\nAske\t3\r\n')).toEqual([
      ['Slam, vått', '12'],
      ['Aske', '3'],
    ]));

  it('a lone inch sign at the beginning is no quoting', () => expect(readCells('"rør\t2')).toEqual([['"rør', '2']]));

  it('with a row of headers goes where the headers say, in either language, and names what has no column', () => {
    const {
      edits: laid,
      left,
      byHeaders,
    } = paste(
      'Ressurs\tRetning\tQuantity\tEnhet\tFarge\nBark\tut\t1 200,5\ttonn/år\tbrun',
      { row: 3, column: 0 },
      { rows: 1, columns: 1 },
      ['process', 'direction'],
    );
    expect(byHeaders).toBe(true);
    expect(left).toEqual(['Farge']);
    expect(laid).toContainEqual({ row: 3, field: 'quantity', text: '1 200,5' });
    expect(laid).toHaveLength(4);
  });

  it('one cell over a range fills the range', () =>
    expect(paste('tonn', { row: 1, column: 0 }, { rows: 3, columns: 1 }, ['unit']).edits.map(({ row }) => row)).toEqual([1, 2, 3]));
});
