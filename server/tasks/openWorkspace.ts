// One open database with everything the API may ask of it.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { AppError } from '../domain/errors.ts';
import { importShown, importsShown } from './imports.ts';
import { SCHEMA } from '../store/openFile.ts';
import { createAccountTasks } from './accounts/accounts.ts';
import type { AccountSettings } from './accounts/accounts.ts';
import { startAnswers } from './askAnswers.ts';
import { createEntries } from './entries/entries.ts';
import { openForReading, openForWriting } from './open.ts';
import type { StoreReader } from './open.ts';
import type { Opened } from './opened.ts';
import { createLeadRoom } from './leads/leads.ts';
import { createScreeningRoom } from './screenings.ts';
import { clusterTables } from './exports/clusterTables.ts';
import { createMemberRoom } from './member/member.ts';
import { createRegisterRoom } from './registers/registers.ts';
import { createScenarioRoom } from './scenarios/scenarios.ts';
import type { BackupPlan } from './running/backups.ts';
import { createRunningRoom } from './running/running.ts';
import { recordSeen } from './seen.ts';
import { createShapes } from './import/shapes.ts';
import { createPreviews } from './previews.ts';
import { sourceShown } from './readClusters.ts';
import { rejectedAsCsv } from './rejectedAsCsv.ts';
import { templateFile } from './templateFile.ts';
import { createForget } from './member/forget.ts';
import { createTotalsRoom } from './totals/totals.ts';
import { viewerShown } from './viewerChoices.ts';
import type { Health, Workspace } from './workspace.ts';
import { startWriter } from './writer/callWriter.ts';
import type { WriterHandle } from './writer/callWriter.ts';

export type WorkspaceSettings = {
  readonly database: string;
  /** The database of one's own that `openOwn` goes to. */
  readonly own: string;
  readonly demo: boolean;
  readonly version: string;
  readonly now: () => string;
  /** Left out: nobody signs in unless the database has accounts. */
  readonly accounts?: AccountSettings;
  /** Left out: no backups are made. */
  readonly backups?: BackupPlan | null;
};

const NO_ACCOUNTS: AccountSettings = { required: false, address: () => 'http://127.0.0.1', sendMail: null, secret: null };

/** Creates the database when missing. Throws what opening throws. */
export function openWorkspace(settings: WorkspaceSettings): Workspace & { readonly uploads: string } {
  const { now } = settings;
  const uploads = mkdtempSync(join(tmpdir(), 'flytkart-'));
  let demo = settings.demo;
  let store = openCreated(settings.database);
  let writing: Promise<WriterHandle> | null = null;
  const writer = (): Promise<WriterHandle> => {
    writing ??= startWriter(store.file, false);
    // A writer that could not start is asked for anew next time.
    writing.catch(() => {
      writing = null;
    });
    return writing;
  };
  const stopWriting = async (): Promise<void> => {
    const handle = await writing?.catch(() => null);
    writing = null;
    await handle?.close();
  };
  const previews = createPreviews(
    () => store.file,
    writer,
    now,
    createShapes(
      () => store,
      async () => (await writer()).writer,
    ),
  );
  let asking = startAnswers(store.file, () => store.revision());
  /** What the rooms of the workspace that lie in files of their own are given. */
  const opened: Opened = { store: () => store, answers: () => asking.answers, writer: async () => (await writer()).writer, now };

  const leads = createLeadRoom(opened);
  const registers = createRegisterRoom(opened);
  const seen = recordSeen(opened);
  const running = createRunningRoom(opened, settings.version, settings.backups ?? null);
  running.backups.schedule();

  const accounts = createAccountTasks(opened, settings.accounts ?? NO_ACCOUNTS);

  const health = (): Health => ({ ok: true, database: basename(store.file), demo, schema: SCHEMA, version: settings.version });

  return {
    uploads,
    health,
    clusters: (viewer) => asking.answers.clusters(viewer),
    async cluster(viewer, cluster, language) {
      const page = await asking.answers.cluster(viewer, cluster, language);
      const companies = page.companies.filter((one) => one.flows > 0);
      await seen(
        viewer,
        companies.map(({ id }) => ({ company: id, flow: null, what: 'flows' })),
      );
      return page;
    },
    companies: (viewer, cluster) => asking.answers.companies(viewer, cluster),
    async company(viewer, company, language) {
      const page = await asking.answers.company(viewer, company, language);
      await seen(viewer, [{ company, flow: null, what: 'flows' }]);
      return page;
    },
    source: (viewer, flow) => sourceShown(store, viewer, flow),
    async matches(viewer, cluster, { refused, limit, language }) {
      if (!store.clusters(viewer).includes(cluster)) throw new AppError('cluster.unknown', { cluster });
      const answer = await asking.answers.matches(viewer, cluster, language);
      return { matches: answer.matches.slice(0, limit), refused: refused ? answer.refused.slice(0, limit) : [] };
    },
    heat: (viewer, cluster, ask) => asking.answers.heat(viewer, cluster, ask),
    heatBound: (viewer, cluster, ask) => asking.answers.heatBound(viewer, cluster, ask),
    preview: (viewer, file, cluster, user = null) => previews.open({ viewer, user }, file, cluster),
    previewAgain: (viewer, id, options, language, user = null) => previews.again({ viewer, user }, id, options, language),
    previewState: (viewer, id, language, user = null) => previews.state({ viewer, user }, id, language),
    watchPreview: (viewer, id, language, changed, user = null) => previews.watch({ viewer, user }, id, language, changed),
    cancelPreview: (viewer, id, user = null) => previews.cancel({ viewer, user }, id),
    rejectedRows: (viewer, id, language, user = null) => {
      const { file, choices } = previews.fileOf({ viewer, user }, id);
      return rejectedAsCsv(file, choices, language);
    },
    commit: (viewer, id, user = null) => previews.commit({ viewer, user }, id),
    imports: (viewer) => importsShown(store, viewer),
    async undo(viewer, importId, evenEdited) {
      const handle = await writer();
      const done = await handle.writer.undoImport(importId, viewer, now(), evenEdited);
      if (done.outcome === 'edited')
        throw new AppError('import.edited', { id: importId, count: done.flows.length + done.screenings.length });
      return importShown(store.importOf(viewer, importId));
    },
    async openOwn() {
      if (!demo) return health();
      await stopWriting();
      await asking.close();
      const before = store;
      store = openCreated(settings.own);
      demo = false;
      before.close();
      asking = startAnswers(store.file, () => store.revision());
      return health();
    },
    viewer: (chosen, headers) => viewerShown(opened.store(), accounts.door, chosen, headers),
    accounts,
    totals: createTotalsRoom(opened),
    forget: createForget(opened),
    balance: (viewer, company, language) => asking.answers.balance(viewer, company, language),
    coverage: (viewer, cluster) => asking.answers.coverage(viewer, cluster),
    template: (format, language) => templateFile(format, language),
    entries: createEntries(opened, uploads, async () => (await writer()).connect()),
    leads,
    member: createMemberRoom(opened, leads),
    tableFile: clusterTables(leads, registers),
    screenings: createScreeningRoom(opened),
    registers,
    scenarios: createScenarioRoom(opened),
    running,
    async close() {
      await running.backups.close();
      previews.closeAll();
      await asking.close();
      await stopWriting();
      store.close();
      rmSync(uploads, { recursive: true, force: true });
    },
  };
}

function openCreated(database: string): StoreReader {
  if (!existsSync(database)) openForWriting(database, true).close();
  else if (needsMigration(database)) openForWriting(database).close();
  return openForReading(database);
}

/** An older database is brought up to date by the one that may write; then it can be read. */
function needsMigration(database: string): boolean {
  try {
    openForReading(database).close();
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === 'store.busy') return true;
    throw error;
  }
}
