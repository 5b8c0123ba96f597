// The only caller of the API. Every answer is checked with the contract before anything on screen believes it.
import type { z } from 'zod';
import { previewSchema } from '../server/contract/previews.ts';
import type { PreviewOptions, PreviewShown } from '../server/contract/previews.ts';
import { API_ROOT, ROUTES, errorSchema } from '../server/contract/routes.ts';
import type { RouteName } from '../server/contract/routes.ts';

type Language = 'nb' | 'en';
type JsonRoute = { [Name in RouteName]: (typeof ROUTES)[Name]['answer'] extends z.ZodType ? Name : never }[RouteName];
type Answer<Name extends JsonRoute> = (typeof ROUTES)[Name]['answer'] extends z.ZodType ? z.output<(typeof ROUTES)[Name]['answer']> : never;
type Asked = {
  path?: Record<string, string>;
  query?: Record<string, string | number>;
  body?: unknown;
  file?: File;
  signal?: AbortSignal;
  /** The request outlives the page. */
  keepalive?: boolean;
};

/** What went wrong, in words for a person: from the server's error table, or that the server is away. */
export class Refusal extends Error {
  readonly code: string;
  readonly text: Readonly<Record<Language, string>> | null;
  constructor(code: string, text: Readonly<Record<Language, string>> | null) {
    super(code);
    this.code = code;
    this.text = text;
  }
}

export function addressOf(name: RouteName, asked: Asked = {}): string {
  const path = ROUTES[name].path.replaceAll(/\{(\w+)\}/g, (_, one: string) => encodeURIComponent(asked.path?.[one] ?? ''));
  const query = new URLSearchParams(Object.entries(asked.query ?? {}).map(([key, value]) => [key, String(value)])).toString();
  return `${API_ROOT}${path}${query ? `?${query}` : ''}`;
}

export async function ask<Name extends JsonRoute>(name: Name, asked: Asked = {}): Promise<Answer<Name>> {
  const headers: Record<string, string> = { accept: 'application/json' };
  const init: RequestInit = { method: ROUTES[name].method.toUpperCase(), headers };
  if (asked.signal) init.signal = asked.signal;
  if (asked.keepalive) init.keepalive = true;
  if (asked.file) {
    const form = new FormData();
    form.append('file', asked.file, asked.file.name);
    init.body = form;
  } else if (asked.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(asked.body);
  }
  let response: Response;
  try {
    response = await fetch(addressOf(name, asked), init);
  } catch (error) {
    if (asked.signal?.aborted) throw error;
    throw new Refusal('offline', null);
  }
  const content: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const told = errorSchema.safeParse(content);
    throw told.success ? new Refusal(told.data.error.code, told.data.error) : new Refusal('badAnswer', null);
  }
  const checked = ROUTES[name].answer.safeParse(content);
  if (!checked.success) throw new Refusal('badAnswer', null);
  // The schema that was just passed is the one the return type is made from.
  return checked.data as Answer<Name>;
}

/** Follows a preview until it has ended; the returned function stops following. */
export function follow(preview: string, lang: Language, changed: (state: PreviewShown) => void, lost: () => void): () => void {
  const events = new EventSource(addressOf('previewEvents', { path: { preview }, query: { lang } }));
  events.addEventListener('message', (event: MessageEvent<string>) => {
    const state = previewSchema.safeParse(JSON.parse(event.data));
    if (!state.success) return;
    changed(state.data);
    if (['ready', 'committed', 'failed', 'cancelled'].includes(state.data.state)) events.close();
  });
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) lost();
  });
  return () => events.close();
}

export const readAgain = (preview: string, options: PreviewOptions, lang: Language): Promise<PreviewShown> =>
  ask('previewAgain', { path: { preview }, query: { lang }, body: options });
