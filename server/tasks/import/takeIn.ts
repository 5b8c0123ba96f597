// Files to the store, or only read: every record is counted, what is accepted is staged out of sight as it is read, and all becomes visible at once.
import { AppError } from '../../domain/errors.ts';
import { createRowIdentifier } from '../../domain/rowIdentifier.ts';
import type { Message, ScreeningRow } from '../../domain/screening.ts';
import { readScreeningFile } from '../../intake/screening/readScreeningFile.ts';
import type { Batch, FileReport, Opening } from '../../intake/screening/readScreeningFile.ts';
import { packRows } from '../../store/packRows.ts';
import type { StagedRow } from '../../store/packRows.ts';
import type { FileOnDisk } from '../workspace.ts';
import type { Writer } from '../writer/protocol.ts';
import { createExchangeIdentifier } from './exchangeIdentifier.ts';
import { fileSource } from './fileSource.ts';
import { intakeKnowledge } from './intakeKnowledge.ts';
import type { Destination, FileTaken, Keep, Kept, ReadingChoices, TakenIn } from './protocol.ts';
import { readCompanionFiles } from './readCompanionFiles.ts';
import { unguarded } from './unguarded.ts';

export type TakeIn = {
  readonly files: readonly FileOnDisk[];
  readonly choices: ReadingChoices;
  readonly keep: Keep;
  readonly into: (Destination & { readonly writer: Writer }) | null;
  readonly progress: (rows: number, bytes: number) => void;
  /** Told with the first rows of the first file. */
  readonly first: (file: FileTaken) => void;
  readonly signal: AbortSignal;
};

/** Batches handed to the writer and not yet answered: enough to keep both threads busy, few enough to keep memory flat. */
const AHEAD = 4;

export async function takeIn(asked: TakeIn): Promise<TakenIn> {
  const { into } = asked;
  const stage = into === null ? null : await beginStaging(asked.files, asked.choices, into);
  try {
    const files: FileTaken[] = [];
    const companions = await readCompanionFiles(asked.files, asked.choices, intakeKnowledge());
    const seen = { rows: 0, bytes: 0 };
    for (const file of asked.files) files.push(await takeFile(file, asked, companions, stage, seen));
    if (stage === null) return { importId: null, changes: null, files };
    if (!files.some((file) => file.outcome === 'import' && file.rowsOk > 0)) {
      await stage.discard();
      return { importId: null, changes: null, files };
    }
    return { ...(await stage.commit()), files };
  } catch (error) {
    await stage?.discard();
    throw error;
  }
}

type Companions = Awaited<ReturnType<typeof readCompanionFiles>>;

async function takeFile(
  file: FileOnDisk,
  asked: TakeIn,
  companions: Companions,
  stage: Staging | null,
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
  const reading = readScreeningFile(source, asked.choices, intakeKnowledge(), companions, (opening) => {
    how = opening;
  });
  await stage?.beginFile(file.name);
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) {
    if (asked.signal.aborted) throw new AppError('import.cancelled');
    const batch = unguarded(step.value, mappingOf(how, step.value));
    counts.rowsRejected += batch.rejected.length;
    counts.rowsSkipped += batch.skipped.length;
    counts.rowsOk += batch.records - batch.rejected.length - batch.skipped.length;
    counts.rowsRead += batch.records;
    seen.rows += batch.records;
    keepSome(kept, batch, asked.keep);
    await stage?.batch(batch);
    asked.progress(seen.rows, seen.bytes);
    if (!shown && how !== null && kept.rows.length > 0) {
      shown = true;
      asked.first(taken(file.name, { ...(how as Opening), ...counts, outcome: 'import' }, kept));
    }
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  const report = step.value;
  await stage?.endFile(report);
  return taken(file.name, report, kept);
}

/** Field of each column of the table that the batch is of. */
const mappingOf = (how: Opening | null, { sheet }: Batch): FileReport['mapping'] =>
  how?.tables.find((table) => table.sheet === sheet)?.mapping ?? how?.mapping ?? [];

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

type Staging = Awaited<ReturnType<typeof beginStaging>>;

/** The way into the store for one import of one or many files. */
async function beginStaging(
  files: readonly FileOnDisk[],
  choices: ReadingChoices,
  { writer, cluster, viewer, at }: Destination & { readonly writer: Writer },
) {
  const importId = await writer.beginImport({
    viewer,
    cluster,
    files: files.map((file) => file.name),
    startedAt: at,
    bytesHash: null,
    options: { ...choices },
  });
  const identify = createRowIdentifier();
  const identifyExchange = createExchangeIdentifier();
  const waiting: Promise<unknown>[] = [];
  let file = '';
  let table = { sheet: undefined as string | null | undefined, id: 0 };
  let broken = false;
  const queue = async (work: Promise<unknown>): Promise<void> => {
    // A failure is thrown where it is awaited; until then it must not count as unhandled.
    work.catch(() => undefined);
    waiting.push(work);
    if (waiting.length >= AHEAD) await waiting.shift();
  };
  const settle = async (): Promise<void> => {
    for (const work of waiting.splice(0)) await work;
  };
  return {
    importId,
    beginFile: async (name: string): Promise<void> => {
      file = name;
      table = { sheet: undefined, id: 0 };
    },
    batch: async (batch: Batch): Promise<void> => {
      if (table.sheet !== batch.sheet)
        table = { sheet: batch.sheet, id: await writer.beginTable(importId, { file, sheet: batch.sheet, headers: batch.headers }) };
      const rows: StagedRow[] = [];
      for (const row of batch.rows) {
        const { key, content, repeat } = identify(row);
        if (!repeat) rows.push({ row, key, content });
      }
      if (rows.length > 0) await queue(writer.stagePacked(importId, table.id, packRows(rows)));
      if (batch.exchanges.length > 0)
        await queue(
          writer.stageExchanges(
            importId,
            table.id,
            batch.exchanges.map((row) => ({ row, ...identifyExchange(row) })),
          ),
        );
      if (batch.rejected.length > 0) await queue(writer.stageRejected(importId, table.id, batch.rejected));
      if (batch.skipped.length > 0) await queue(writer.stageSkipped(importId, table.id, batch.skipped));
    },
    endFile: async (report: FileReport): Promise<void> => {
      // A file that is asked about or refused before its first row leaves the others alone; one that turns out so later takes the import with it.
      if (report.outcome !== 'import') broken ||= report.rowsRead > 0;
      else if (report.messages.length > 0) await queue(writer.stageMessages(importId, file, report.messages));
      await settle();
    },
    discard: async (): Promise<void> => {
      await settle().catch(() => undefined);
      await writer.discardImport(importId, at);
    },
    commit: async (): Promise<Pick<TakenIn, 'importId' | 'changes'>> => {
      await settle();
      const plan = broken ? null : await writer.planImport(importId, 0);
      if (plan === null || !plan.changes) {
        await writer.discardImport(importId, at);
        return { importId: null, changes: plan && { added: 0, changed: 0, withdrawn: 0, unchanged: plan.unchanged } };
      }
      const done = await writer.commitImport(importId, at);
      return { importId, changes: { added: done.added, changed: done.changed, withdrawn: done.withdrawn, unchanged: done.unchanged } };
    },
  };
}
