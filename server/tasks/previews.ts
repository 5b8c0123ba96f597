// Files dropped on the import page: read in a thread, shown, and on a word stored. Nothing is written before that word.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { Worker } from 'node:worker_threads';
import type { Language } from '../contract/errors.ts';
import type { PreviewOptions, PreviewShown } from '../contract/previews.ts';
import { AppError } from '../domain/errors.ts';
import { NO_END } from '../domain/roles.ts';
import type { Viewer } from '../domain/viewer.ts';
import { viewerText } from '../domain/viewerText.ts';
import { repairOf } from '../intake/repair.ts';
import { namesTold } from '../store/importRights.ts';
import { fileAnswer, messageShown, rowShown } from './import/fileAnswer.ts';
import { fingerprintOf, sameReading } from './import/shapes.ts';
import type { Shapes } from './import/shapes.ts';
import type { FileTaken, ReaderControl, ReaderEvent, ReaderStart, ReadingChoices, TakenIn } from './import/protocol.ts';
import { intakeKnowledge } from './import/intakeKnowledge.ts';
import { startReader } from './import/startReader.ts';
import type { FileOnDisk } from './workspace.ts';
import type { WriterHandle } from './writer/callWriter.ts';
import { errorFromData } from './writer/callWriter.ts';

type State = PreviewShown['state'];
type Preview = {
  readonly id: string;
  readonly file: FileOnDisk;
  readonly cluster: string;
  readonly viewer: Viewer;
  /** Whoever opened it, and nobody else, sees it and works on it. */
  readonly owner: string;
  options: PreviewOptions;
  state: State;
  rows: number;
  bytes: number;
  taken: FileTaken;
  result: TakenIn | null;
  failure: Error | null;
  thread: Worker | null;
  /** Counts the readings, so that a word from one that was replaced is not believed. */
  round: number;
  readonly watchers: Set<() => void>;
  /** What the file is known by: the headers that it was read with before anybody chose anything; null where none were found. */
  fingerprint: string | null;
  /** The options are those of the last file of this shape. */
  remembered: { readonly file: string; readonly at: string } | null;
};

const KEEP = { rows: 50, rejected: 50 };
/** Previews kept of one person; the oldest that is not at work goes when one more comes. */
const MOST = 20;

/** Who works on a preview: the person signed in, or without accounts whoever is looked as. */
export type Asker = { readonly viewer: Viewer; readonly user: string | null };
const ownerOf = ({ viewer, user }: Asker): string => (user === null ? viewerText(viewer) : `user ${user}`);

/** A consultant goes on working for the companies that its file is the first to bring, until the day its other work ends. */
export const givesTo = ({ viewer, user }: Asker): { readonly gives?: { readonly user: string; readonly until: string | null } } =>
  viewer.kind === 'consultant' && user !== null ? { gives: { user, until: viewer.until >= NO_END ? null : viewer.until } } : {};

const nothingYet = (file: string): FileTaken => ({
  file, outcome: 'import', encoding: null, delimiter: null, decimal: null, headerLine: null, headers: [], mapping: [], columns: [],
  rowsRead: 0, rowsOk: 0, rowsRejected: 0, rowsSkipped: 0, rows: [], rejected: [], messages: [],
}); // prettier-ignore

function choicesOf(options: PreviewOptions): ReadingChoices {
  const { encoding, delimiter, decimal, header_line: headerLine, sheet, map, repairs } = options;
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(decimal === undefined ? {} : { decimal }),
    ...(headerLine === undefined ? {} : { headerLine }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(map === undefined ? {} : { map }),
    ...(repairs === undefined || repairs.length === 0 ? {} : { repairs }),
  };
}

/** `databaseOf`: the file that previews are held against, `writerOf` its writer, `shapes` how files were read before. */
export function createPreviews(databaseOf: () => string, writerOf: () => Promise<WriterHandle>, now: () => string, shapes: Shapes) {
  // Before the first file comes, so that no reading thread has to read the tables for itself, and nobody waits for it.
  intakeKnowledge();
  const previews = new Map<string, Preview>();

  const find = (asker: Asker, id: string): Preview => {
    const found = previews.get(id);
    if (found === undefined || found.owner !== ownerOf(asker)) throw new AppError('preview.unknown');
    return found;
  };
  const told = (preview: Preview): void => {
    for (const watcher of preview.watchers) watcher();
  };
  const drop = (preview: Preview): void => {
    preview.thread?.postMessage({ cancel: true } satisfies ReaderControl);
    previews.delete(preview.id);
    rmSync(preview.file.path, { force: true });
  };

  /** Starts a thread on the preview's file; resolves with its first word that is worth showing. */
  function read(preview: Preview, into: ReaderStart['into']): Promise<void> {
    preview.round += 1;
    const { round } = preview;
    const before = preview.thread;
    before?.postMessage({ cancel: true } satisfies ReaderControl);
    preview.state = into === null ? 'reading' : 'committing';
    preview.failure = null;
    preview.rows = 0;
    preview.bytes = 0;
    const beside = into === null ? { database: databaseOf(), cluster: preview.cluster, viewer: preview.viewer } : null;
    const start: ReaderStart = { kind: 'reader', files: [preview.file], choices: choicesOf(preview.options), keep: KEEP, into, beside };
    const thread = startReader(start);
    preview.thread = thread;
    return new Promise<void>((resolve) => {
      const hear = (event: ReaderEvent): void => {
        if (preview.round !== round) return;
        switch (event.event) {
          case 'progress':
            preview.rows = event.rows;
            preview.bytes = event.bytes;
            break;
          case 'first':
            if (into === null) preview.taken = event.file;
            resolve();
            break;
          case 'done':
            preview.result = event.taken;
            preview.taken = event.taken.files[0] ?? preview.taken;
            preview.rows = preview.taken.rowsRead;
            preview.state = into === null ? 'ready' : 'committed';
            resolve();
            break;
          case 'failed':
            preview.failure = errorFromData(event);
            preview.state = preview.failure instanceof AppError && preview.failure.code === 'import.cancelled' ? 'cancelled' : 'failed';
            resolve();
            break;
        }
        told(preview);
      };
      thread.on('message', hear);
      thread.on('error', (error) =>
        hear({ event: 'failed', code: 'internal', values: {}, message: error instanceof Error ? error.message : String(error) }),
      );
      thread.on('exit', () => {
        if (preview.thread === thread) preview.thread = null;
        resolve();
      });
    });
  }

  const shown = (preview: Preview, language: Language): PreviewShown => ({
    id: preview.id,
    state: preview.state,
    cluster: preview.cluster,
    options: preview.options,
    progress: { rows: preview.rows, bytes: preview.bytes, total_bytes: preview.file.size },
    file: fileAnswer(preview.taken, language, false),
    mapping: preview.taken.columns.map(({ column, header, field }) => ({ column, header, field, unit: null })),
    rows: preview.taken.rows.slice(0, KEEP.rows).map(rowShown),
    rejected: preview.taken.rejected.map(({ sheet, line, cells, messages }) => ({
      sheet,
      line,
      cells: [...cells],
      messages: messages.map((one) => messageShown(one, language)),
    })),
    proposals: preview.taken.messages.flatMap((message) =>
      message.line === null
        ? []
        : repairOf(message).map((one) => ({ sheet: message.sheet, line: message.line ?? 0, code: message.code, ...one })),
    ),
    remembered: preview.remembered,
    changes: preview.result?.changes ?? null,
    listed: (preview.result?.listed ?? []).map(({ words, ...one }) => ({ ...one, resource: words })),
    import: preview.result?.importId ?? null,
  });

  /** What a reading that failed failed with is the answer; a cancelled one is a state. */
  const answer = (preview: Preview, language: Language): PreviewShown => {
    if (preview.state === 'failed' && preview.failure !== null) throw preview.failure;
    return shown(preview, language);
  };

  return {
    async open(asker: Asker, file: FileOnDisk, cluster: string): Promise<PreviewShown> {
      const { viewer } = asker;
      const owner = ownerOf(asker);
      const own = [...previews.values()].filter((one) => one.owner === owner);
      for (const old of own.filter((one) => one.thread === null).slice(0, Math.max(0, own.length + 1 - MOST))) drop(old);
      const id = createHash('sha256').update(`${file.path}\n${now()}`).digest('hex').slice(0, 24);
      const preview: Preview = {
        id, file, cluster, viewer, owner, options: {}, state: 'reading', rows: 0, bytes: 0, taken: nothingYet(file.name), result: null, failure: null, thread: null,
        round: 0, watchers: new Set(), fingerprint: null, remembered: null,
      }; // prettier-ignore
      previews.set(id, preview);
      await read(preview, null);
      preview.fingerprint = fingerprintOf(preview.taken.headers);
      const known = preview.fingerprint === null ? null : shapes.find(viewer, preview.fingerprint);
      if (known !== null && preview.state !== 'failed') {
        preview.options = known.options;
        preview.remembered = { file: known.file, at: known.at };
        await read(preview, null);
      }
      return answer(preview, 'nb');
    },
    async again(asker: Asker, id: string, options: PreviewOptions, language: Language): Promise<PreviewShown> {
      const preview = find(asker, id);
      if (preview.state === 'committing' || preview.state === 'committed') throw new AppError('import.state', { id, state: preview.state });
      if (!sameReading(options, preview)) preview.remembered = null;
      preview.options = options;
      preview.result = null;
      await read(preview, null);
      return answer(preview, language);
    },
    state: (asker: Asker, id: string, language: Language): PreviewShown => shown(find(asker, id), language),
    watch(asker: Asker, id: string, language: Language, changed: (state: PreviewShown) => void): () => void {
      const preview = find(asker, id);
      const watcher = (): void => changed(shown(preview, language));
      preview.watchers.add(watcher);
      return () => void preview.watchers.delete(watcher);
    },
    async cancel(asker: Asker, id: string): Promise<{ cancelled: boolean }> {
      const preview = find(asker, id);
      if (preview.state === 'committed') throw new AppError('import.state', { id, state: 'committed' });
      if (preview.state === 'committing') {
        preview.thread?.postMessage({ cancel: true } satisfies ReaderControl);
        await new Promise<void>((resolve) => {
          if (preview.thread === null) return resolve();
          preview.thread.once('exit', () => resolve());
        });
        return { cancelled: (preview.result?.importId ?? null) === null };
      }
      drop(preview);
      return { cancelled: true };
    },
    async commit(asker: Asker, id: string): Promise<PreviewShown> {
      const { viewer } = asker;
      const preview = find(asker, id);
      if (preview.state === 'committing') throw new AppError('import.state', { id, state: preview.state });
      if (preview.state !== 'ready') throw new AppError('preview.stale');
      if (preview.taken.outcome !== 'import') throw new AppError('import.rejected', { file: preview.file.name });
      if (preview.taken.rowsOk === 0) throw new AppError('import.empty', { file: preview.file.name });
      const notYours = preview.result?.notYours ?? [];
      if (notYours.length > 0) throw new AppError('import.notYours', { companies: namesTold(notYours) });
      const { connect } = await writerOf();
      const at = now();
      if (preview.fingerprint !== null) await shapes.keep(viewer, preview.fingerprint, preview.options, preview.file.name, at);
      await read(preview, { cluster: preview.cluster, viewer, at, ...givesTo(asker), port: connect() });
      return answer(preview, 'nb');
    },
    fileOf: (asker: Asker, id: string): { readonly file: FileOnDisk; readonly choices: ReadingChoices } => {
      const preview = find(asker, id);
      return { file: preview.file, choices: choicesOf(preview.options) };
    },
    closeAll(): void {
      for (const preview of previews.values()) drop(preview);
    },
  };
}

export type Previews = ReturnType<typeof createPreviews>;
