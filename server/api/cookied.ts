// The headers of a request as the sign-in library reads them, and cookies on an answer.
import type { Request } from 'express';

/** Only what the library needs; where the request came from is what express makes of it, never what a client claims. */
export function headersOf(request: Request): Headers {
  const headers = new Headers({ 'x-forwarded-for': request.ip ?? '' });
  for (const name of ['cookie', 'user-agent']) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}
