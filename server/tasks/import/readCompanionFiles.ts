// What files of one template say of each other's companies, sites, processes and flows, when several are taken in together.
import type { Knowledge } from '../../intake/screening/knowledge.ts';
import { readCompanionFiles as readThem } from '../../intake/screening/readScreeningFile.ts';
import type { FileOnDisk } from '../workspace.ts';
import { fileSource } from './fileSource.ts';
import type { ReadingChoices } from './protocol.ts';

/** Null for a file that comes alone: it has only itself to say. */
export async function readCompanionFiles(
  files: readonly FileOnDisk[],
  choices: ReadingChoices,
  knowledge: Knowledge,
): ReturnType<typeof readThem> {
  if (files.length < 2) return null;
  return readThem(
    files.map((file) => fileSource(file, () => undefined)),
    choices,
    knowledge,
  );
}
