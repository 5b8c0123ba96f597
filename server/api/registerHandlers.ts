// The routes of registers and the tasks they ask for.
import type { REGISTER_ROUTES } from '../contract/registers.ts';
import type { Workspace } from '../tasks/workspace.ts';
import type { JsonHandlers } from './handlers.ts';
import { named } from './named.ts';

export const registerHandlers = ({ registers }: Workspace): Pick<JsonHandlers, keyof typeof REGISTER_ROUTES> => ({
  registers: (asked) => registers.page(asked.viewer, named(asked, 'cluster'), asked.query.lang),
  registerAdd: (asked) => registers.add(asked.viewer, named(asked, 'cluster'), asked.body, asked.query.lang),
  registerChange: (asked) => registers.change(asked.viewer, asked.query.cluster, named(asked, 'entry'), asked.body, asked.query.lang),
  registerRemove: (asked) =>
    registers.remove(asked.viewer, asked.query.cluster, named(asked, 'entry'), asked.query.version, asked.query.lang),
});
