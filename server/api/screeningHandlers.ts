// The routes of screenings and the tasks they ask for.
import type { SCREENING_ROUTES } from '../contract/screenings.ts';
import type { Workspace } from '../tasks/workspace.ts';
import type { JsonHandlers } from './handlers.ts';
import { named } from './named.ts';

export const screeningHandlers = ({ screenings }: Workspace): Pick<JsonHandlers, keyof typeof SCREENING_ROUTES> => ({
  screenings: (asked) => screenings.list(asked.viewer, named(asked, 'cluster'), asked.query.company ?? null),
  screeningChange: (asked) => screenings.change(asked.viewer, named(asked, 'screening'), asked.body),
});
