import { describe, expect, it } from 'vitest';
import { createMessageBook } from '../../../server/tasks/import/messageBook.ts';
import type { Message } from '../../../server/domain/screening.ts';

const aMessage = (line: number, code = 'unit.missing'): Message => ({
  code, severity: 'warning', sheet: null, line, column: 3, header: 'Enhet', found: '', values: {},
}); // prettier-ignore

describe('what intake says of a large file', () => {
  it('tells each record up to a thousand of a kind, then counts the rest and lists their lines', () => {
    const book = createMessageBook();
    for (let line = 1; line <= 1_250; line++) book.add(aMessage(line));
    const list = book.list();
    expect(list).toHaveLength(1_001);
    expect(list[0]).toMatchObject({ lines: [1], count: 1, counted: false });
    expect(list.at(-1)).toMatchObject({ count: 250, counted: true, message: { line: null } });
    expect(list.at(-1)?.lines[0]).toBe(1_001);
    expect(list.reduce((sum, one) => sum + one.count, 0)).toBe(1_250);
  });

  it('counts each kind by itself', () => {
    const book = createMessageBook();
    for (let line = 1; line <= 600; line++) {
      book.add(aMessage(line));
      book.add(aMessage(line, 'number.unreadable'));
    }
    expect(book.list()).toHaveLength(1_200);
  });
});
