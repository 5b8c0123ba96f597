// The web server as a value: routes by the contract, the pages, and the one error handler. It never listens and opens nothing.
import compression from 'compression';
import express from 'express';
import type { Express, Request, Response } from 'express';
import helmet from 'helmet';
import type { Workspace } from '../tasks/workspace.ts';
import { answerError, unknownRoute } from './errors.ts';
import { NO_JOURNAL, numbered } from './journal.ts';
import type { Journal } from './journal.ts';
import { createMeasures } from './measures.ts';
import { mountRoutes } from './mountRoutes.ts';
import { openApiDocument } from './openApi.ts';
import { mountPages } from './pages.ts';
import { refuseForeignNames, refuseForeignWrites } from './sameSite.ts';
import { chosenViewer } from './viewerOf.ts';

export type AppParts = {
  readonly work: Workspace;
  /** Folder of the built browser part. */
  readonly pages: string;
  /** Folder for uploads while their preview lives. */
  readonly uploads: string;
  /** Where people reach the server beyond this machine, as they type it; null: this machine alone. */
  readonly address?: string | null;
  /** Where requests and security events are written down; left out: nowhere. */
  readonly journal?: Journal;
  /** Called once for each answer that was not the caller's fault, with the number the caller was told. */
  readonly report: (number: string, error: unknown) => void;
};

/** Only scripts and styles of our own; pictures may be made in the page (exported diagrams). A style of one element is set through its object, never as text. */
const CONTENT_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    workerSrc: ["'self'", 'blob:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

export function createApp({ work, pages, uploads, address = null, journal = NO_JOURNAL, report }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  const measures = createMeasures();
  app.use(numbered(journal, measures));
  app.use(helmet({ contentSecurityPolicy: CONTENT_POLICY, strictTransportSecurity: address?.startsWith('https:') ?? false }));
  app.use(compression());
  // A proxy on this machine says where a request came from; nobody else is believed.
  if (address !== null) app.set('trust proxy', 'loopback');
  app.use('/api', (_request, response, next) => {
    response.locals['route'] = 'api';
    next();
  });
  app.use('/api', refuseForeignNames(address), refuseForeignWrites);
  app.use('/api', express.json({ limit: '1mb' }));
  app.get('/api/v1/openapi.json', (_request: Request, response: Response) => {
    response.json(openApiDocument());
  });
  mountRoutes(app, { work, uploads, chosen: chosenViewer, measures });
  app.use('/api', unknownRoute);
  mountPages(app, pages);
  app.use(unknownRoute);
  app.use(answerError(report));
  return app;
}
