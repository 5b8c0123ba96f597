// The routes of leads and the tasks they ask for.
import type { LEAD_ROUTES } from '../contract/leads.ts';
import type { Workspace } from '../tasks/workspace.ts';
import type { JsonHandlers } from './handlers.ts';
import { named } from './named.ts';

export const leadHandlers = ({ leads }: Workspace): Pick<JsonHandlers, keyof typeof LEAD_ROUTES> => ({
  matchRows: (asked) => leads.matchRows(asked.viewer, named(asked, 'cluster'), asked.query.lang),
  declined: (asked) => leads.declined(asked.viewer, named(asked, 'cluster')),
  leads: (asked) => leads.list(asked.viewer, named(asked, 'cluster'), asked.query.lang),
  leadCreate: (asked) => leads.create(asked.viewer, named(asked, 'cluster'), asked.body, asked.query.lang),
  lead: (asked) => leads.one(asked.viewer, named(asked, 'lead'), asked.query.lang),
  leadMove: (asked) => leads.move(asked.viewer, named(asked, 'lead'), asked.body, asked.query.lang),
  leadPlan: (asked) => leads.plan(asked.viewer, named(asked, 'lead'), asked.body, asked.query.lang),
  leadNote: (asked) => leads.note(asked.viewer, named(asked, 'lead'), asked.body, asked.query.lang),
  leadRealise: (asked) => leads.realise(asked.viewer, named(asked, 'lead'), asked.body, asked.query.lang),
  leadAnswer: (asked) => leads.answer(asked.viewer, named(asked, 'lead'), asked.body, asked.query.lang),
});
