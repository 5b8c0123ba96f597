// Whatever goes wrong becomes one JSON answer with a code and a sentence in both languages; nothing of our insides leaves.
import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { MulterError } from 'multer';
import { ZodError } from 'zod';
import { ERRORS, errorText } from '../contract/errors.ts';
import { issueValues } from '../contract/issueWords.ts';
import { AppError } from '../domain/errors.ts';

export const unknownRoute: RequestHandler = (request) => {
  throw new AppError('route.unknown', { path: request.originalUrl.split('?')[0] ?? '/' });
};

/** Library errors that the caller caused, as ours; null where it is not the caller's fault. */
function callersFault(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (error instanceof ZodError) {
    const first = error.issues[0];
    return new AppError('request.invalid', first === undefined ? { where: 'body', problem: '?' } : issueValues(first));
  }
  if (error instanceof MulterError)
    return error.code === 'LIMIT_FILE_SIZE'
      ? new AppError('request.tooLarge', { limit: '1 GB' })
      : new AppError('request.invalid', { where: error.field ?? 'file', problem: error.code });
  // express and its body parser mark the caller's faults with a 4xx status: broken JSON, a bad escape in the address, a body too large.
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  if (status === 413) return new AppError('request.tooLarge', { limit: '1 MB' });
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new AppError('request.invalid', { where: 'request', problem: 'unreadable' });
  return null;
}

export const answerError =
  (report: (number: string, error: unknown) => void): ErrorRequestHandler =>
  (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    let known = callersFault(error);
    if (known === null) {
      const number = String(response.locals['request'] ?? randomUUID()).slice(0, 8);
      report(number, error);
      known = new AppError('internal', { number });
    }
    response.locals['code'] = known.code;
    response
      .status(ERRORS[known.code].status)
      .json({ error: { code: known.code, nb: errorText(known, 'nb'), en: errorText(known, 'en') } });
  };
