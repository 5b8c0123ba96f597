// A shelf on disk, for what a long import must remember and memory need not hold.
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError, systemCode } from '../../domain/errors.ts';
import type { Shelf } from '../../domain/shelf.ts';

/** Throws AppError `file.unwritable` where the disk does not take it. Close it in the end. */
export type FileShelf = Shelf & { readonly close: () => void };

/**
 * The file is made with the first piece, among the system's temporary files, and its name is taken away at once where the system allows it: whatever
 * ends the process, nothing stays behind.
 */
export function fileShelf(): FileShelf {
  let file: number | null = null;
  let folder: string | null = null;
  let end = 0;
  const make = (): number => {
    folder = mkdtempSync(join(tmpdir(), 'flytkart-seen-'));
    const made = openSync(join(folder, 'seen'), 'wx+', 0o600);
    if (process.platform !== 'win32') dropFolder();
    return made;
  };
  const dropFolder = (): void => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
    folder = null;
  };
  return {
    put: (bytes) => {
      const place = end;
      try {
        file ??= make();
        for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, place + done);
      } catch (error) {
        throw new AppError('file.unwritable', { file: folder ?? tmpdir(), problem: systemCode(error) }, { cause: error });
      }
      end += bytes.length;
      return place;
    },
    take: (place, into) => {
      if (file === null || place + into.length > end) throw new RangeError(`no ${into.length} bytes lie at ${place}`);
      for (let done = 0; done < into.length;) {
        const read = readSync(file, into, done, into.length - done, place + done);
        if (read === 0) throw new RangeError(`no ${into.length} bytes lie at ${place}`);
        done += read;
      }
    },
    close: () => {
      if (file !== null) {
        closeSync(file);
      }
      file = null;
      dropFolder();
    },
  };
}
