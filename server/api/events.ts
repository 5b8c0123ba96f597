// A preview as it changes, as server-sent events, until it has ended or the page is closed.
import type { Response } from 'express';
import { z } from 'zod';
import type { Viewer } from '../domain/viewer.ts';
import type { Workspace } from '../tasks/workspace.ts';

const ENDED = new Set(['ready', 'committed', 'failed', 'cancelled']);
const language = z.object({ lang: z.enum(['nb', 'en']).default('nb') });

export function sendEvents(
  work: Workspace,
  asked: {
    readonly viewer: Viewer;
    readonly user: string | null;
    readonly path: Readonly<Record<string, string>>;
    readonly query: unknown;
  },
  response: Response,
): void {
  const id = asked.path['preview'] ?? '';
  const { lang } = language.parse(asked.query);
  const first = work.previewState(asked.viewer, id, lang, asked.user);
  response.status(200).set({ 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' });
  response.flushHeaders();
  const send = (state: typeof first): void => {
    response.write(`data: ${JSON.stringify(state)}\n\n`);
    if (ENDED.has(state.state)) close();
  };
  let stop: (() => void) | null = null;
  const close = (): void => {
    stop?.();
    stop = null;
    response.end();
  };
  response.on('close', () => stop?.());
  if (ENDED.has(first.state)) return send(first);
  stop = work.watchPreview(asked.viewer, id, lang, send, asked.user);
  send(work.previewState(asked.viewer, id, lang, asked.user));
}
