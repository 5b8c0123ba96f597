// A file or a pasted text as bytes that can be read again from the start.
import type { ByteSource } from '../../server/intake/table/types.ts';

export function bytesOfFile(file: File): ByteSource {
  return {
    name: file.name,
    size: file.size,
    chunks: async function* () {
      const reader = file.stream().getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
    },
  };
}

export function bytesOfText(name: string, text: string): ByteSource {
  const bytes = new TextEncoder().encode(text);
  return {
    name,
    size: bytes.length,
    chunks: async function* () {
      yield bytes;
      await Promise.resolve();
    },
  };
}
