// Each route of the contract and the task it asks for.
import type { z } from 'zod';
import type { AccountRoute } from '../contract/accounts.ts';
import type { ROUTES, RouteName } from '../contract/routes.ts';
import { AppError } from '../domain/errors.ts';
import type { Viewer } from '../domain/viewer.ts';
import { ruleShown } from '../tasks/ruleShown.ts';
import type { FileOnDisk, Workspace } from '../tasks/workspace.ts';
import { entryHandlers } from './entryHandlers.ts';
import { leadHandlers } from './leadHandlers.ts';
import type { Measures } from './measures.ts';
import { memberHandlers } from './memberHandlers.ts';
import { registerHandlers } from './registerHandlers.ts';
import { scenarioHandlers } from './scenarioHandlers.ts';
import { named } from './named.ts';
import { runningHandlers } from './runningHandlers.ts';
import { screeningHandlers } from './screeningHandlers.ts';

type Route<Name extends RouteName> = (typeof ROUTES)[Name];
type Parsed<Shape> = Shape extends z.ZodType ? z.output<Shape> : undefined;
/** What a handler gets: everything already checked by the contract. */
export type Asked<Name extends RouteName> = {
  readonly viewer: Viewer;
  /** The account of whoever asks; null without accounts. */
  readonly user: string | null;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Parsed<Route<Name>['query']>;
  readonly body: Parsed<Route<Name>['body']>;
  readonly file: FileOnDisk | null;
  /** Aborted when whoever asked went away before the answer. */
  readonly signal: AbortSignal;
};
type Answer<Name extends RouteName> = Route<Name>['answer'] extends z.ZodType ? z.output<Route<Name>['answer']> : never;
type PlainRoute = Exclude<RouteName, AccountRoute | 'viewer'>;
type JsonRoute = { [Name in PlainRoute]: Route<Name>['answer'] extends z.ZodType ? Name : never }[PlainRoute];
export type JsonHandlers = { readonly [Name in JsonRoute]: (asked: Asked<Name>) => Answer<Name> | Promise<Answer<Name>> };

/** What is no number names no import. */
function importNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new AppError('import.unknown', { id: text });
  return Number(text);
}

export const jsonHandlers = (work: Workspace, uploaded: (file: FileOnDisk | null) => FileOnDisk, measures: Measures): JsonHandlers => ({
  health: () => work.health(),
  clusters: ({ viewer }) => work.clusters(viewer),
  cluster: (asked) => work.cluster(asked.viewer, named(asked, 'cluster'), asked.query.lang),
  matches: (asked) =>
    work.matches(asked.viewer, named(asked, 'cluster'), {
      refused: asked.query.refused === 'yes',
      limit: asked.query.limit,
      language: asked.query.lang,
    }),
  heat: (asked) =>
    work.heat(asked.viewer, named(asked, 'cluster'), {
      network: asked.query.network === 'yes',
      off: asked.query.off,
      approach: asked.query.approach ?? null,
      routes: asked.query.routes,
      language: asked.query.lang,
    }),
  heatBound: (asked) =>
    work.heatBound(asked.viewer, named(asked, 'cluster'), { approach: asked.query.approach ?? null, routes: asked.query.routes }),
  companies: (asked) => work.companies(asked.viewer, named(asked, 'cluster')),
  company: (asked) => work.company(asked.viewer, named(asked, 'company'), asked.query.lang),
  source: (asked) => work.source(asked.viewer, named(asked, 'flow')),
  preview: (asked) => work.preview(asked.viewer, uploaded(asked.file), asked.query.cluster, asked.user),
  previewAgain: (asked) => work.previewAgain(asked.viewer, named(asked, 'preview'), asked.body, asked.query.lang, asked.user),
  previewState: (asked) => work.previewState(asked.viewer, named(asked, 'preview'), asked.query.lang, asked.user),
  previewCancel: (asked) => work.cancelPreview(asked.viewer, named(asked, 'preview'), asked.user),
  commit: (asked) => work.commit(asked.viewer, asked.body.preview, asked.user),
  imports: ({ viewer }) => work.imports(viewer),
  undo: (asked) => work.undo(asked.viewer, importNumber(named(asked, 'import')), asked.body.even_edited),
  own: ({ viewer }) => work.openOwn(viewer),
  forgetCompany: (asked) => work.forget(asked.viewer, named(asked, 'company'), asked.body.name),
  totals: (asked) => work.totals.of(asked.viewer, named(asked, 'cluster'), asked.query.lang),
  ...entryHandlers(work),
  rule: (asked) => ruleShown(named(asked, 'rule'), asked.query.lang),
  balance: (asked) => work.balance(asked.viewer, named(asked, 'company'), asked.query.lang),
  coverage: (asked) => work.coverage(asked.viewer, named(asked, 'cluster')),
  ...leadHandlers(work),
  ...screeningHandlers(work),
  ...registerHandlers(work),
  ...scenarioHandlers(work),
  ...memberHandlers(work),
  ...runningHandlers(work, measures),
});
