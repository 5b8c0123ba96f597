// For an import: rows go to the writer out of sight as they are read, and become visible at once.
import { packRows } from '../../store/packRows.ts';
import type { FileOnDisk } from '../workspace.ts';
import type { Writer } from '../writer/protocol.ts';
import { createExchangeIdentifier } from './exchangeIdentifier.ts';
import type { Destination, ReadingChoices } from './protocol.ts';
import { breaks, NOTHING } from './taker.ts';
import type { Taker } from './taker.ts';

/** Batches handed to the writer and not yet answered: enough to keep both threads busy, few enough to keep memory flat. */
const AHEAD = 4;

export async function beginStaging(
  files: readonly FileOnDisk[],
  choices: ReadingChoices,
  { writer, cluster, viewer, at, source, whole, gives }: Destination & { readonly writer: Writer },
): Promise<Taker> {
  const importId = await writer.beginImport({
    viewer,
    cluster,
    files: files.map((file) => file.name),
    startedAt: at,
    bytesHash: null,
    options: { ...choices },
    ...(source === undefined ? {} : { source }),
    ...(whole === undefined ? {} : { whole }),
    ...(gives === undefined ? {} : { gives }),
  });
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
    beginFile: (name) => {
      file = name;
      table = { sheet: undefined, id: 0 };
    },
    batch: async (batch) => {
      if (table.sheet !== batch.sheet)
        table = { sheet: batch.sheet, id: await writer.beginTable(importId, { file, sheet: batch.sheet, headers: batch.headers }) };
      const rows = batch.identified;
      const exchanges = batch.exchanges.map((row) => ({ row, ...identifyExchange(row) }));
      if (rows.length > 0) await queue(writer.stagePacked(importId, table.id, packRows(rows)));
      if (exchanges.length > 0) await queue(writer.stageExchanges(importId, table.id, exchanges));
      if (batch.rejected.length > 0) await queue(writer.stageRejected(importId, table.id, batch.rejected));
      if (batch.skipped.length > 0) await queue(writer.stageSkipped(importId, table.id, batch.skipped));
    },
    endFile: async (report) => {
      broken ||= breaks(report);
      if (report.outcome === 'import' && report.messages.length > 0) await queue(writer.stageMessages(importId, file, report.messages));
      await settle();
    },
    cancel: async () => {
      await settle().catch(() => undefined);
      await writer.discardImport(importId, at);
    },
    finish: async () => {
      await settle();
      const plan = broken ? null : await writer.planImport(importId, 0);
      if (plan === null || !plan.changes) {
        await writer.discardImport(importId, at);
        if (plan === null) return NOTHING;
        return {
          importId: plan.heldBy,
          changes: { added: 0, changed: 0, withdrawn: 0, unchanged: plan.unchanged },
          heldBy: plan.heldBy,
          notYours: [],
          listed: [],
        };
      }
      const { added, changed, withdrawn, unchanged } = await writer.commitImport(importId, at);
      return { importId, changes: { added, changed, withdrawn, unchanged }, heldBy: null, notYours: [], listed: [] };
    },
  };
}
