// A file on this machine's disk as bytes that can be read again from the start.
import { createReadStream } from 'node:fs';
import { AppError } from '../../domain/errors.ts';
import type { ByteSource } from '../../intake/table/types.ts';
import type { FileOnDisk } from '../workspace.ts';

const CHUNK = 1 << 16;

/** `read` is told how many bytes went by, for progress; an abort ends the reading with `import.cancelled`. */
export function fileSource(file: FileOnDisk, read: (bytes: number) => void, signal?: AbortSignal): ByteSource {
  return {
    name: file.name,
    size: file.size,
    async *chunks() {
      const stream = createReadStream(file.path, { highWaterMark: CHUNK });
      try {
        for await (const chunk of stream) {
          if (signal?.aborted) throw new AppError('import.cancelled');
          // A file stream without an encoding gives Buffers.
          const bytes = chunk as Uint8Array;
          read(bytes.length);
          yield bytes;
        }
      } catch (error) {
        if (error instanceof AppError) throw error;
        throw new AppError('file.unreadable', {
          file: file.name,
          problem: error instanceof Error && 'code' in error ? String(error.code) : String(error),
        });
      } finally {
        stream.destroy();
      }
    },
  };
}
