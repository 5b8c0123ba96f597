// The routes of what is being typed, and the tasks they ask for.
import type { ENTRY_ROUTES } from '../contract/entry.ts';
import type { Workspace } from '../tasks/workspace.ts';
import type { JsonHandlers } from './handlers.ts';
import { named } from './named.ts';

export const entryHandlers = ({ entries }: Workspace): Pick<JsonHandlers, Exclude<keyof typeof ENTRY_ROUTES, 'template'>> => ({
  entries: ({ viewer }) => entries.list(viewer),
  entry: (asked) => entries.open(asked.viewer, named(asked, 'entry'), asked.query.cluster ?? '', asked.query.lang),
  entryKeep: (asked) => entries.keep(asked.viewer, named(asked, 'entry'), asked.body.base, asked.body.content),
  entryDrop: (asked) => entries.drop(asked.viewer, named(asked, 'entry')),
  entryCheck: (asked) => entries.check(asked.viewer, named(asked, 'entry'), asked.body, asked.query.lang),
  entrySave: (asked) =>
    entries.save(asked.viewer, named(asked, 'entry'), asked.body.version, asked.query.lang, { user: asked.user, signal: asked.signal }),
  meanings: ({ query }) =>
    entries.meanings(
      {
        words: query.words,
        direction: query.direction === '' ? null : query.direction,
        nace: query.nace || null,
        activity: query.activity || null,
      },
      query.lang,
    ),
  typicalFlows: ({ query }) => entries.typicalFlows(query.activity, query.nace, query.lang),
});
