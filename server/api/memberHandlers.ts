// The routes of a company's own room that answer with JSON.
import type { Workspace } from '../tasks/workspace.ts';
import type { JsonHandlers } from './handlers.ts';
import { named } from './named.ts';

export const memberHandlers = ({ member }: Workspace): Pick<JsonHandlers, 'ownPage' | 'flowSharing'> => ({
  ownPage: (asked) => member.own(asked.viewer, named(asked, 'company'), asked.query.lang),
  flowSharing: (asked) => member.share(asked.viewer, named(asked, 'flow'), asked.body.sharing),
});
