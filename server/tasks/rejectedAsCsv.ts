// The rejected records of a file as a file: the original cells with the reason beside them, ready to be mended and imported again.
import type { Language } from '../contract/errors.ts';
import { textOf } from '../intake/messages.ts';
import { readScreeningFile } from '../intake/screening/readScreeningFile.ts';
import { fileSource } from './import/fileSource.ts';
import { intakeKnowledge } from './import/intakeKnowledge.ts';
import type { ReadingChoices } from './import/protocol.ts';
import { csvLine } from './csvLine.ts';
import type { FileOnDisk } from './workspace.ts';

const REASON = { nb: { reason: 'Grunn', line: 'Linje i filen' }, en: { reason: 'Reason', line: 'Line in the file' } } as const;

/** Lines of text: byte order mark and header first, as Norwegian Excel opens it. */
export async function* rejectedAsCsv(file: FileOnDisk, choices: ReadingChoices, language: Language): AsyncGenerator<string, void, void> {
  let headersOf: readonly string[] | null = null;
  let first = true;
  for await (const batch of readScreeningFile(
    fileSource(file, () => undefined),
    choices,
    intakeKnowledge(),
  )) {
    for (const { line, cells, messages } of batch.rejected) {
      if (headersOf !== batch.headers) {
        headersOf = batch.headers;
        yield `${first ? '\uFEFF' : ''}${csvLine([REASON[language].line, REASON[language].reason, ...batch.headers])}`;
        first = false;
      }
      yield csvLine([String(line), messages.map((one) => textOf(one, language)).join(' '), ...cells]);
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}
