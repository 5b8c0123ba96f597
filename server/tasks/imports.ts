// What was imported, and the way back.
import type { ImportShown } from '../contract/previews.ts';
import { AppError } from '../domain/errors.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { Store, StoreReader } from './open.ts';

type Recorded = ReturnType<StoreReader['importOf']>;

export const whoText = (who: Viewer): string => (who.kind === 'member' ? who.company : who.kind);

export const importShown = (record: Recorded): ImportShown => ({
  id: record.id,
  cluster: record.cluster,
  state: record.state,
  at: record.finishedAt ?? record.startedAt,
  by: whoText(record.who),
  files: record.files.map((file) => ({
    file,
    rows_ok: record.rowsOk,
    rows_rejected: record.rowsRejected,
    rows_skipped: record.rowsSkipped,
  })),
  changes:
    record.state === 'staged'
      ? null
      : { added: record.added, changed: record.changed, withdrawn: record.withdrawn, unchanged: record.unchanged },
  undoable: record.state === 'committed',
});

export const importsShown = (store: StoreReader, viewer: Viewer): ImportShown[] => store.listImports(viewer).map(importShown);

/** Throws `import.unknown`, `import.state`, and `import.edited` where a person changed flows of it since and `evenEdited` is not set. */
export function undoImport(store: Store, viewer: Viewer, id: number, evenEdited: boolean, at: string): ImportShown {
  const done = store.undoImport(id, viewer, at, evenEdited);
  if (done.outcome === 'edited') throw new AppError('import.edited', { id, count: done.flows.length + done.screenings.length });
  return importShown(store.importOf(viewer, id));
}
