// Puts every route of the contract on the server: checks the request, asks the handler, sends the answer.
import { mkdirSync } from 'node:fs';
import type { Express, Request, RequestHandler, Response } from 'express';
import multer from 'multer';
import { ACCOUNT_ROUTES } from '../contract/accounts.ts';
import type { AccountRoute } from '../contract/accounts.ts';
import { API_ROOT, ROUTES } from '../contract/routes.ts';
import type { RouteName } from '../contract/routes.ts';
import { AppError } from '../domain/errors.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { Asker } from '../tasks/previews.ts';
import type { FileOnDisk, Workspace } from '../tasks/workspace.ts';
import { accountHandlers, isCookied } from './accountHandlers.ts';
import { headersOf } from './cookied.ts';
import { jsonHandlers } from './handlers.ts';
import { createLimits } from './limits.ts';
import type { Measures } from './measures.ts';
import { sendEvents } from './events.ts';
import { sendCsv } from './sendCsv.ts';
import { sendEverything, sendTable } from './sendTable.ts';
import { sendTemplate } from './sendTemplate.ts';

export type Mounting = {
  readonly work: Workspace;
  readonly uploads: string;
  readonly chosen: (request: Request) => Viewer;
  readonly measures: Measures;
};

/** Answered before anybody is signed in. */
const OPEN: readonly RouteName[] = ['health', 'viewer'];
const isAccountRoute = (name: RouteName): name is AccountRoute => name in ACCOUNT_ROUTES;

const MAX_UPLOAD = 1024 ** 3;

const words = (values: Request['params']): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));

function uploadedFile(request: Request): FileOnDisk | null {
  const file = request.file;
  return file === undefined ? null : { path: file.path, name: file.originalname, size: file.size };
}

/** Tells long work that nobody waits for it any more. */
function whenGone(response: Response): AbortSignal {
  const gone = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

function mustHave(file: FileOnDisk | null): FileOnDisk {
  if (file === null) throw new AppError('request.invalid', { where: 'file', problem: 'noFile' });
  return file;
}

export function mountRoutes(app: Express, { work, uploads, chosen, measures }: Mounting): void {
  mkdirSync(uploads, { recursive: true });
  const receive = multer({
    dest: uploads,
    defParamCharset: 'utf8',
    limits: { fileSize: MAX_UPLOAD, files: 1, fields: 20, fieldSize: 10_000 },
  }).single('file');
  const handlers = jsonHandlers(work, mustHave, measures);

  const limits = createLimits();
  const accounts = accountHandlers(work.accounts);
  const { door } = work.accounts;

  const askerOf = async (request: Request): Promise<Asker> => {
    if (door.door() === 'open') return { viewer: chosen(request), user: null };
    return door.asker(headersOf(request), chosen(request));
  };
  /** Before an upload is received: nobody unknown fills the disk. */
  const identify: RequestHandler = async (request, response, next) => {
    response.locals['asker'] = await askerOf(request);
    next();
  };

  const asked = (name: RouteName, request: Request, response: Response) => {
    const { query, body } = ROUTES[name];
    // Put there by `identify`.
    const known = response.locals['asker'] as Asker | undefined;
    return {
      ...(known ?? { viewer: chosen(request), user: null }),
      path: words(request.params),
      query: query.parse(request.query),
      body: body === null || body === 'upload' ? undefined : body.parse(request.body ?? {}),
      file: uploadedFile(request),
      signal: whenGone(response),
    };
  };
  const answerAccount = async (name: AccountRoute, request: Request, response: Response): Promise<void> => {
    const { body } = ACCOUNT_ROUTES[name];
    // One table of handlers, typed route by route; here they are called by a name known only at run time.
    const handle = accounts[name] as (question: unknown) => unknown;
    const answer = await handle({
      headers: headersOf(request),
      viewer: async () => {
        const asker = await askerOf(request);
        response.locals['asker'] = asker;
        return asker.viewer;
      },
      path: words(request.params),
      body: body === null ? undefined : body.parse(request.body ?? {}),
    });
    response.set('cache-control', 'no-store');
    if (!isCookied(answer)) return void response.json(answer);
    for (const cookie of answer.cookies) response.append('set-cookie', cookie);
    response.json(answer.answer);
  };

  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const route = ROUTES[name];
    const path = API_ROOT + route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const tell: RequestHandler = (_request, response, next) => {
      response.locals['route'] = name;
      next();
    };
    if (isAccountRoute(name)) {
      app[route.method](path, tell, ...limits(name), (request: Request, response: Response) => answerAccount(name, request, response));
      continue;
    }
    const before: RequestHandler[] = [tell, ...(OPEN.includes(name) ? [] : [identify]), ...(route.body === 'upload' ? [receive] : [])];
    const answer = async (request: Request, response: Response): Promise<void> => {
      if (name === 'viewer')
        return void response.set('cache-control', 'no-store').json(await work.viewer(chosen(request), headersOf(request)));
      const question = asked(name, request, response);
      if (name === 'previewEvents') {
        sendEvents(work, question, response);
        measures.stream(true);
        return void response.once('close', () => measures.stream(false));
      }
      if (name === 'rejected') return sendCsv(work, question, response);
      if (name === 'template') return sendTemplate(work, question, response);
      if (name === 'tableFile') return sendTable(work, question, response);
      if (name === 'ownEverything') return sendEverything(work, question, response);
      // As above.
      const handle = handlers[name] as (question: unknown) => unknown;
      response.set('cache-control', 'no-store').json(await handle(question));
    };
    app[route.method](path, ...before, answer);
  }
}
