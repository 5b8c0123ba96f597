// Puts every route of the contract on the server: checks the request, asks the handler, sends the answer.
import { mkdirSync } from 'node:fs';
import type { Express, Request, RequestHandler, Response } from 'express';
import multer from 'multer';
import { API_ROOT, ROUTES } from '../contract/routes.ts';
import type { RouteName } from '../contract/routes.ts';
import { AppError } from '../domain/errors.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { FileOnDisk, Workspace } from '../tasks/workspace.ts';
import { jsonHandlers } from './handlers.ts';
import { sendEvents } from './events.ts';
import { sendCsv } from './sendCsv.ts';

export type Mounting = { readonly work: Workspace; readonly uploads: string; readonly viewerOf: (request: Request) => Viewer };

const MAX_UPLOAD = 1024 ** 3;

const words = (values: Request['params']): Record<string, string> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));

function uploadedFile(request: Request): FileOnDisk | null {
  const file = request.file;
  return file === undefined ? null : { path: file.path, name: file.originalname, size: file.size };
}

function mustHave(file: FileOnDisk | null): FileOnDisk {
  if (file === null) throw new AppError('request.invalid', { where: 'file', problem: 'no file was sent in the part named file' });
  return file;
}

export function mountRoutes(app: Express, { work, uploads, viewerOf }: Mounting): void {
  mkdirSync(uploads, { recursive: true });
  const receive = multer({
    dest: uploads,
    defParamCharset: 'utf8',
    limits: { fileSize: MAX_UPLOAD, files: 1, fields: 20, fieldSize: 10_000 },
  }).single('file');
  const handlers = jsonHandlers(work, mustHave);

  const asked = (name: RouteName, request: Request) => {
    const { query, body } = ROUTES[name];
    return {
      viewer: viewerOf(request),
      path: words(request.params),
      query: query.parse(request.query),
      body: body === null || body === 'upload' ? undefined : body.parse(request.body ?? {}),
      file: uploadedFile(request),
    };
  };

  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const route = ROUTES[name];
    const path = API_ROOT + route.path.replaceAll(/\{(\w+)\}/g, ':$1');
    const before: RequestHandler[] = route.body === 'upload' ? [receive] : [];
    const answer = async (request: Request, response: Response): Promise<void> => {
      const question = asked(name, request);
      if (name === 'previewEvents') return sendEvents(work, question, response);
      if (name === 'rejected') return sendCsv(work, question, response);
      // One table of handlers, typed route by route; here they are called by a name known only at run time.
      const handle = handlers[name] as (question: unknown) => unknown;
      response.set('cache-control', 'no-store').json(await handle(question));
    };
    app[route.method](path, ...before, answer);
  }
}
