// Files to the store, or only read: every record is counted, what is accepted is staged out of sight as it is read, and all becomes visible at once.
import { AppError } from '../../domain/errors.ts';
import { createRowIdentifier } from '../../domain/rowIdentifier.ts';
import type { IdentifyRow } from '../../domain/rowIdentifier.ts';
import type { Message, ScreeningRow } from '../../domain/screening.ts';
import { readScreeningFile } from '../../intake/screening/readScreeningFile.ts';
import type { Batch, FileReport, Opening } from '../../intake/screening/readScreeningFile.ts';
import type { FileOnDisk } from '../workspace.ts';
import { namesTold } from '../../store/importRights.ts';
import type { Writer } from '../writer/protocol.ts';
import { beginComparing } from './compareRows.ts';
import { fileShelf } from './fileShelf.ts';
import { fileSource } from './fileSource.ts';
import { intakeKnowledge } from './intakeKnowledge.ts';
import type { Beside, Destination, FileTaken, Keep, Kept, ReadingChoices, TakenIn } from './protocol.ts';
import { readCompanionFiles } from './readCompanionFiles.ts';
import { beginStaging } from './stageRows.ts';
import type { Outcome, Taker } from './taker.ts';

export type TakeIn = {
  readonly files: readonly FileOnDisk[];
  readonly choices: ReadingChoices;
  readonly keep: Keep;
  /** Null: nothing is stored. */
  readonly into: (Destination & { readonly writer: Writer }) | null;
  /** Without `into`: what the files are held against, so that the answer tells what they would change. */
  readonly beside: Beside | null;
  readonly progress: (rows: number, bytes: number) => void;
  /** Told with the first rows of the first file. */
  readonly first: (file: FileTaken) => void;
  readonly signal: AbortSignal;
};

export async function takeIn(asked: TakeIn): Promise<TakenIn> {
  const taker = await takerOf(asked);
  const shelf = fileShelf();
  try {
    const files: FileTaken[] = [];
    const companions = await readCompanionFiles(asked.files, asked.choices, intakeKnowledge());
    const identify = createRowIdentifier(shelf);
    const seen = { rows: 0, bytes: 0 };
    for (const file of asked.files) files.push(await takeFile(file, asked, companions, taker, identify, seen));
    if (taker === null) return { importId: null, changes: null, files: refusedIfEmpty(files), notYours: [], listed: [] };
    if (!files.some(hasRows)) {
      await taker.cancel();
      return { importId: null, changes: null, files: refusedIfEmpty(files), notYours: [], listed: [] };
    }
    const outcome = await taker.finish();
    return {
      importId: outcome.importId,
      changes: outcome.changes,
      files: files.map((file) => sayNotYours(sayUnchanged(file, outcome), outcome)),
      notYours: outcome.notYours,
      listed: outcome.listed,
    };
  } catch (error) {
    await taker?.cancel();
    throw error;
  } finally {
    shelf.close();
  }
}

async function takerOf({ files, choices, into, beside }: TakeIn): Promise<Taker | null> {
  if (into !== null) return beginStaging(files, choices, into);
  return beside === null ? null : beginComparing(files, beside);
}

const hasRows = (file: FileTaken): boolean => file.outcome === 'import' && file.rowsOk > 0;

/** A header and nothing below it is no import where nothing else comes in; a sheet of a set may well be empty. */
function refusedIfEmpty(files: readonly FileTaken[]): readonly FileTaken[] {
  if (files.some(hasRows)) return files;
  return files.map((file) => (file.outcome === 'import' && file.rowsRead === 0 ? { ...file, outcome: 'refuse' } : file));
}

/** Files that are stored already say so, and where. */
function sayUnchanged(file: FileTaken, { heldBy, changes }: Outcome): FileTaken {
  if (heldBy === null || changes === null || !hasRows(file)) return file;
  const place = { sheet: null, line: null, column: null, header: null, found: null };
  const said: Message = { code: 'import.unchanged', severity: 'info', ...place, values: { id: heldBy, count: changes.unchanged } };
  return { ...file, messages: [said, ...file.messages] };
}

/** Said while the file is looked at: storing it would be refused. */
function sayNotYours(file: FileTaken, { notYours }: Outcome): FileTaken {
  if (notYours.length === 0 || !hasRows(file)) return file;
  const place = { sheet: null, line: null, column: null, header: null, found: null };
  const said: Message = { code: 'import.notYours', severity: 'error', ...place, values: { companies: namesTold(notYours) } };
  return { ...file, messages: [said, ...file.messages] };
}

type Companions = Awaited<ReturnType<typeof readCompanionFiles>>;

async function takeFile(
  file: FileOnDisk,
  asked: TakeIn,
  companions: Companions,
  taker: Taker | null,
  identify: IdentifyRow,
  seen: { rows: number; bytes: number },
): Promise<FileTaken> {
  const kept = { rows: [] as ScreeningRow[], rejected: [] as Kept[], messages: [] as Message[] };
  const counts = { rowsRead: 0, rowsOk: 0, rowsRejected: 0, rowsSkipped: 0 };
  let how: Opening | null = null;
  let shown = false;
  const source = fileSource(
    file,
    (bytes) => {
      seen.bytes += bytes;
    },
    asked.signal,
  );
  const reading = readScreeningFile(source, asked.choices, intakeKnowledge(), companions, (opening) => void (how = opening), identify);
  taker?.beginFile(file.name);
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) {
    if (asked.signal.aborted) throw new AppError('import.cancelled');
    const batch = step.value;
    counts.rowsRejected += batch.rejected.length;
    counts.rowsSkipped += batch.skipped.length;
    counts.rowsOk += batch.records - batch.rejected.length - batch.skipped.length;
    counts.rowsRead += batch.records;
    seen.rows += batch.records;
    keepSome(kept, batch, asked.keep);
    await taker?.batch(batch);
    asked.progress(seen.rows, seen.bytes);
    if (!shown && how !== null && kept.rows.length > 0) {
      shown = true;
      asked.first(taken(file.name, { ...(how as Opening), ...counts, outcome: 'import' }, kept));
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  const report = step.value;
  await taker?.endFile(report);
  return taken(file.name, report, kept);
}

type Held = { readonly rows: ScreeningRow[]; readonly rejected: Kept[]; readonly messages: Message[] };

function keepSome(kept: Held, batch: Batch, keep: Keep): void {
  for (const row of batch.rows) {
    if (kept.rows.length >= keep.rows) break;
    kept.rows.push(row);
  }
  for (const { sheet, line, cells, messages } of batch.rejected) {
    if (kept.rejected.length >= keep.rejected) break;
    kept.rejected.push({ sheet, line, cells, messages });
  }
  kept.messages.push(...batch.messages);
}

const taken = (file: string, report: Omit<FileReport, 'tables'>, kept: Held): FileTaken => ({
  file,
  outcome: report.outcome,
  encoding: report.encoding,
  delimiter: report.delimiter,
  decimal: report.decimal,
  headerLine: report.headerLine,
  headers: report.headers,
  mapping: report.mapping,
  columns: report.headers.map((header, index) => ({ column: index + 1, header, field: report.mapping[index] ?? null })),
  rowsRead: report.rowsRead,
  rowsOk: report.rowsOk,
  rowsRejected: report.rowsRejected,
  rowsSkipped: report.rowsSkipped,
  rows: [...kept.rows],
  rejected: [...kept.rejected],
  messages: [...report.messages, ...kept.messages],
});
