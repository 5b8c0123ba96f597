// The template of a screening as a file that a browser keeps.
import type { Response } from 'express';
import { z } from 'zod';
import type { Workspace } from '../tasks/workspace.ts';

const asked = z.object({ format: z.enum(['csv', 'xlsx']), lang: z.enum(['nb', 'en']).default('nb') });

export async function sendTemplate(
  work: Workspace,
  { path, query }: { readonly path: Readonly<Record<string, string>>; readonly query: unknown },
  response: Response,
): Promise<void> {
  const { format, lang } = asked.parse({ ...path, ...(typeof query === 'object' ? query : {}) });
  const { name, type, content } = await work.template(format, lang);
  response.attachment(name);
  response.set({ 'content-type': type, 'cache-control': 'no-store' }).send(Buffer.from(content));
}
