// Backups on a schedule: each is a whole database, read through once it is made; the oldest go.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorText } from '../../contract/errors.ts';
import type { BackupsShown } from '../../contract/running.ts';
import { AppError } from '../../domain/errors.ts';
import { mayRun } from '../../domain/policy.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Opened } from '../opened.ts';
import { checkApart, restoreApart } from './checkThread.ts';

/** `every`: hours, null: only when asked. `keep`: the newest so many. */
export type BackupPlan = { readonly folder: string; readonly every: number | null; readonly keep: number };

const HOUR = 3_600_000;
const MB = 1_000_000;
/** `flytkart-2026-03-01T120500Z.db`, also `-2` where one was made in the same second. */
const NAME = /^(.+)-(\d{4}-\d\d-\d\dT)(\d\d)(\d\d)(\d\d)Z(?:-\d+)?\.db$/;

const stamped = (name: string): string | null => {
  const found = NAME.exec(name);
  return found === null ? null : `${found[2]}${found[3]}:${found[4]}:${found[5]}.000Z`;
};

export function createBackupRoom(opened: Opened, plan: BackupPlan | null) {
  let problem: BackupsShown['problem'] = null;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;

  const stem = (): string => basename(opened.store().file).replace(/\.[^.]*$/, '');
  /** Newest first; other files in the folder are nobody's business here. */
  const kept = (): { name: string; at: string; mb: number }[] => {
    if (plan === null || !existsSync(plan.folder)) return [];
    return readdirSync(plan.folder)
      .flatMap((name) => {
        const at = name.startsWith(`${stem()}-`) ? stamped(name) : null;
        return at === null ? [] : [{ name, at, mb: statSync(join(plan.folder, name)).size / MB }];
      })
      .toSorted((a, b) => (a.at === b.at ? (a.name < b.name ? 1 : -1) : a.at < b.at ? 1 : -1));
  };
  const shown = (): BackupsShown => ({
    folder: plan?.folder ?? null,
    every_hours: plan?.every ?? null,
    keep: plan?.keep ?? null,
    backups: kept(),
    problem,
  });

  async function make({ folder, keep }: BackupPlan): Promise<void> {
    mkdirSync(folder, { recursive: true });
    const stamp = `${stem()}-${opened.now().slice(0, 19).replaceAll(':', '')}Z`;
    let path = join(folder, `${stamp}.db`);
    for (let more = 2; existsSync(path); more += 1) path = join(folder, `${stamp}-${more}.db`);
    await opened.store().backup(path);
    const [wrong] = await checkApart(path);
    // What reading it left beside it; the copy is whole without.
    for (const tail of ['-wal', '-shm', '-lock']) rmSync(path + tail, { force: true });
    // Kept all the same: what is wrong with it is wrong with the database, and an older one may be the better.
    if (wrong !== undefined) throw new AppError('store.corrupt', { file: basename(path), problem: wrong });
    for (const { name } of kept().slice(keep)) rmSync(join(folder, name), { force: true });
  }

  /** One at a time; whoever asks meanwhile gets the one that is being made. */
  const makeNow = (asked: BackupPlan): Promise<void> => {
    running ??= make(asked)
      .then(
        () => void (problem = null),
        (error: unknown) => {
          const known = error instanceof AppError ? error : new AppError('internal', { number: 'backup' }, { cause: error });
          problem = { nb: errorText(known, 'nb'), en: errorText(known, 'en') };
          throw known;
        },
      )
      .finally(() => (running = null));
    return running;
  };

  /** The first when the newest is as old as the plan says; a restart neither skips nor repeats one. */
  const schedule = (): void => {
    if (plan === null || plan.every === null) return;
    const [newest] = kept();
    const due = newest === undefined ? 0 : Date.parse(newest.at) + plan.every * HOUR - Date.parse(opened.now());
    timer = setTimeout(
      () => {
        void makeNow(plan)
          .catch(() => undefined)
          .then(() => {
            // What failed is tried again in a while, not at once.
            if (timer !== null) schedule();
          });
      },
      Math.min(Math.max(due, problem === null ? 1_000 : HOUR / 4), 2 ** 31 - 1),
    );
    timer.unref();
  };

  const mustRun = (viewer: Viewer): void => {
    if (!mayRun(viewer)) throw new AppError('account.notAllowed');
  };

  return {
    schedule,
    lastAt: (): string | null => kept()[0]?.at ?? null,
    list(viewer: Viewer): BackupsShown {
      mustRun(viewer);
      return shown();
    },
    async make(viewer: Viewer): Promise<BackupsShown> {
      mustRun(viewer);
      if (plan === null) throw new AppError('backup.off');
      await makeNow(plan);
      return shown();
    },
    /** Only names of the list are taken, so none leads out of the folder. */
    async restore(viewer: Viewer, name: string): Promise<{ file: string }> {
      mustRun(viewer);
      const found = kept().find((one) => one.name === name);
      if (plan === null || found === undefined) throw new AppError('backup.unknown');
      const to = join(dirname(opened.store().file), `${basename(name, '.db')}-restored.db`);
      await restoreApart(join(plan.folder, found.name), to);
      return { file: to };
    },
    async check(viewer: Viewer): Promise<{ ok: boolean; problems: string[] }> {
      mustRun(viewer);
      const problems = await checkApart(opened.store().file);
      return { ok: problems.length === 0, problems: [...problems] };
    },
    async close(): Promise<void> {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await running?.catch(() => undefined);
    },
  };
}
export type BackupRoom = ReturnType<typeof createBackupRoom>;
