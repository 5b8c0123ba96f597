// The routes of meeting mode and the tasks they ask for.
import type { SCENARIO_ROUTES } from '../contract/scenarios.ts';
import type { Workspace } from '../tasks/workspace.ts';
import type { JsonHandlers } from './handlers.ts';
import { named } from './named.ts';

export const scenarioHandlers = ({ scenarios }: Workspace): Pick<JsonHandlers, keyof typeof SCENARIO_ROUTES> => ({
  meeting: (asked) => scenarios.start(asked.viewer, named(asked, 'cluster'), asked.query.lang),
  meetingFrame: (asked) => scenarios.frame(asked.viewer, named(asked, 'cluster'), asked.body, asked.query.lang),
  meetingExact: (asked) => scenarios.exact(asked.viewer, named(asked, 'cluster'), asked.body, asked.query.lang),
  leaving: (asked) => scenarios.leaving(asked.viewer, named(asked, 'cluster'), asked.body, asked.query.lang),
  fairShare: (asked) => scenarios.share(asked.viewer, named(asked, 'cluster'), asked.body),
  scenarios: (asked) => scenarios.list(asked.viewer, named(asked, 'cluster'), asked.query.lang),
  scenarioAdd: (asked) => scenarios.add(asked.viewer, named(asked, 'cluster'), asked.body, asked.query.lang),
  scenarioChange: (asked) =>
    scenarios.change(asked.viewer, named(asked, 'cluster'), named(asked, 'scenario'), asked.body, asked.query.lang),
  scenarioRemove: (asked) =>
    scenarios.remove(asked.viewer, named(asked, 'cluster'), named(asked, 'scenario'), asked.query.version, asked.query.lang),
});
