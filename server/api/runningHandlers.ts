// The routes of looking after the server, and the tasks they ask for.
import type { RUNNING_ROUTES } from '../contract/running.ts';
import type { Workspace } from '../tasks/workspace.ts';
import type { JsonHandlers } from './handlers.ts';
import type { Measures } from './measures.ts';
import { named } from './named.ts';

export const runningHandlers = ({ running }: Workspace, measures: Measures): Pick<JsonHandlers, keyof typeof RUNNING_ROUTES> => ({
  metrics: ({ viewer }) => ({ ...running.metrics(viewer), ...measures.shown() }),
  backups: ({ viewer }) => running.backups.list(viewer),
  backupMake: ({ viewer }) => running.backups.make(viewer),
  backupRestore: (asked) => running.backups.restore(asked.viewer, named(asked, 'backup')),
  check: ({ viewer }) => running.backups.check(viewer),
});
