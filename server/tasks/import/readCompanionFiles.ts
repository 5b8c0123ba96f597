// What files of one template say of each other's companies, sites, processes and flows, when several are taken in together.
import type { Knowledge } from '../../intake/screening/knowledge.ts';
import type { Companions } from '../../intake/screening/template.ts';
import type { FileOnDisk } from '../workspace.ts';
import type { ReadingChoices } from './protocol.ts';

export async function readCompanionFiles(
  _files: readonly FileOnDisk[],
  _choices: ReadingChoices,
  _knowledge: Knowledge,
): Promise<Companions | null> {
  return null;
}
