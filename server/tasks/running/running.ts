// The server looked after by whoever runs it: backups, the check, and how much is stored.
import { statSync } from 'node:fs';
import { AppError } from '../../domain/errors.ts';
import { mayRun } from '../../domain/policy.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { SCHEMA } from '../../store/openFile.ts';
import type { MetricsShown } from '../../contract/running.ts';
import type { Opened } from '../opened.ts';
import { createBackupRoom } from './backups.ts';
import type { BackupPlan } from './backups.ts';

type Told = Pick<MetricsShown, 'version' | 'schema' | 'database_mb' | 'stored' | 'last_backup'>;
const MB = 1_000_000;
const sizeOf = (path: string): number => (statSync(path, { throwIfNoEntry: false })?.size ?? 0) / MB;

export function createRunningRoom(opened: Opened, version: string, plan: BackupPlan | null) {
  const backups = createBackupRoom(opened, plan);
  return {
    backups,
    metrics(viewer: Viewer): Told {
      if (!mayRun(viewer)) throw new AppError('account.notAllowed');
      const { file } = opened.store();
      return {
        version,
        schema: SCHEMA,
        database_mb: { file: sizeOf(file), log: sizeOf(`${file}-wal`) },
        stored: opened.store().sizes(),
        last_backup: backups.lastAt(),
      };
    },
  };
}
export type RunningRoom = ReturnType<typeof createRunningRoom>;
