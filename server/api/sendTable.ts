// Tables as files that a browser keeps: of a cluster, or everything of a company.
import type { Response } from 'express';
import { z } from 'zod';
import { AppError } from '../domain/errors.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { FileMade, Workspace } from '../tasks/workspace.ts';
import { named } from './named.ts';

const language = z.object({ lang: z.enum(['nb', 'en']).default('nb') });
type Asked = { readonly viewer: Viewer; readonly path: Readonly<Record<string, string>>; readonly query: unknown };

/** What is none of these is an address that leads nowhere. */
function oneOf<Name extends string>(names: readonly Name[], given: string): Name {
  const found = names.find((one) => one === given);
  if (found === undefined) throw new AppError('route.unknown', { path: given });
  return found;
}

export async function sendTable(work: Workspace, asked: Asked, response: Response): Promise<void> {
  const { lang } = language.parse(asked.query);
  const table = oneOf(['leads', 'matches', 'registers'], named(asked, 'table'));
  send(await work.tableFile(asked.viewer, named(asked, 'cluster'), table, oneOf(['csv', 'xlsx'], named(asked, 'format')), lang), response);
}

export async function sendEverything(work: Workspace, asked: Asked, response: Response): Promise<void> {
  const { lang } = language.parse(asked.query);
  const format = oneOf(['json', 'xlsx'], named(asked, 'format'));
  send(await work.member.everything(asked.viewer, named(asked, 'company'), format, lang), response);
}

function send({ name, type, content }: FileMade, response: Response): void {
  response.attachment(name);
  response.set({ 'content-type': type, 'cache-control': 'no-store' }).send(Buffer.from(content));
}
