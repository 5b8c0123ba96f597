import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { memoryShelf } from '../../../server/domain/shelf.ts';
import { fileShelf } from '../../../server/tasks/import/fileShelf.ts';

const bytes = (...all: number[]): Uint8Array => Uint8Array.from(all);
const ours = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('flytkart-seen-'));

describe('a shelf', () => {
  it.each([
    ['in a file', fileShelf],
    ['in memory', memoryShelf],
  ])('%s gives back what was laid aside, also from the middle of a piece', (_, make) => {
    const shelf = make();
    const first = shelf.put(bytes(1, 2, 3));
    const laid = bytes(4, 5, 6, 7);
    const second = shelf.put(laid);
    laid.fill(0);
    const into = new Uint8Array(2);
    shelf.take(second + 1, into);
    expect([...into]).toEqual([5, 6]);
    shelf.take(first, into);
    expect([...into]).toEqual([1, 2]);
    expect(() => shelf.take(second + 3, into)).toThrow(RangeError);
    if ('close' in shelf && typeof shelf.close === 'function') shelf.close();
  });

  it('in a file leaves nothing in the folder of temporary files, and makes none before it is needed', () => {
    const before = ours();
    const shelf = fileShelf();
    expect(ours()).toEqual(before);
    shelf.put(bytes(1));
    if (process.platform !== 'win32') expect(ours()).toEqual(before);
    shelf.close();
    expect(ours()).toEqual(before);
  });
});
