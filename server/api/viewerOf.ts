// Who asks, without accounts: the person at this machine, as whoever it chose to look as. Accounts put another function here.
import type { Request } from 'express';
import type { Viewer } from '../domain/viewer.ts';
import { viewerOfText } from '../domain/viewerText.ts';

export const VIEWER_COOKIE = 'flytkart-viewer';

export function chosenViewer(request: Request): Viewer {
  const pairs = (request.get('cookie') ?? '').split(';').map((one) => one.trim().split('='));
  const chosen =
    pairs
      .find(([name]) => name === VIEWER_COOKIE)
      ?.slice(1)
      .join('=') ?? '';
  return viewerOfText(decoded(chosen));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
