// Refuses what another site's page asks a browser to do here: changes from another origin, and any question under another name.
import type { RequestHandler } from 'express';
import { AppError } from '../domain/errors.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A page elsewhere can give its own name this machine's address and then counts as of the same origin; only the name it asks for tells. Besides this
 * machine's own names only the one of `address` is right.
 */
export function refuseForeignNames(address: string | null): RequestHandler {
  const names = new Set([...LOOPBACK, ...(address === null ? [] : [new URL(address).hostname])]);
  return (request, _response, next) => {
    const asked = `http://${request.get('host') ?? ''}`;
    if (!URL.canParse(asked) || !names.has(new URL(asked).hostname)) throw new AppError('request.foreign');
    next();
  };
}

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
