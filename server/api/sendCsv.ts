// A CSV answer, row by row, with a name a person can keep.
import { once } from 'node:events';
import type { Response } from 'express';
import { z } from 'zod';
import type { Viewer } from '../domain/viewer.ts';
import type { Workspace } from '../tasks/workspace.ts';

const language = z.object({ lang: z.enum(['nb', 'en']).default('nb') });

export async function sendCsv(
  work: Workspace,
  asked: {
    readonly viewer: Viewer;
    readonly user: string | null;
    readonly path: Readonly<Record<string, string>>;
    readonly query: unknown;
  },
  response: Response,
): Promise<void> {
  const { lang } = language.parse(asked.query);
  const id = asked.path['preview'] ?? '';
  const name = work.previewState(asked.viewer, id, lang, asked.user).file.file.replace(/\.[^.]*$/, '');
  const suffix = lang === 'nb' ? 'avviste rader' : 'rejected rows';
  response.set({ 'content-type': 'text/csv; charset=utf-8', 'cache-control': 'no-store' });
  response.attachment(`${name} - ${suffix}.csv`);
  for await (const line of work.rejectedRows(asked.viewer, id, lang, asked.user)) if (!response.write(line)) await once(response, 'drain');
  response.end();
}
