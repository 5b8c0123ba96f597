// Refuses changes that another site's page asks a browser to make here.
import type { RequestHandler } from 'express';
import { AppError } from '../domain/errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export const refuseForeignWrites: RequestHandler = (request, _response, next) => {
  if (SAFE.has(request.method)) return next();
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') || (origin !== undefined && !sameHost(origin, request.get('host')));
  if (foreign) throw new AppError('request.foreign');
  next();
};

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
