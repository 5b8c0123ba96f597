// `check`, `backup`, `restore`: that the data is whole, and stays so.
import { resolve } from 'node:path';
import { errorText } from '../contract/errors.ts';
import { AppError } from '../domain/errors.ts';
import { backupTo, checkDatabase, restoreTo } from '../tasks/backup.ts';
import { text, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';

/** A database too damaged to be opened is what a check is there to say. */
function problemsOf(given: Given): readonly string[] {
  try {
    return checkDatabase(given.database);
  } catch (error) {
    if (error instanceof AppError && error.code === 'store.corrupt') return [errorText(error, given.language)];
    throw error;
  }
}

export async function checkCommand(given: Given, around: Surroundings): Promise<number> {
  const problems = problemsOf(given);
  const ok = problems.length === 0;
  around.out(given.json ? `${JSON.stringify({ ok, problems })}\n` : ok ? 'ok\n' : `${problems.join('\n')}\n`);
  return ok ? 0 : 1;
}

export async function backupCommand(given: Given, around: Surroundings): Promise<number> {
  const to = resolve(given.words[0] ?? '');
  await backupTo(given.database, to);
  around.out(given.json ? `${JSON.stringify({ file: to })}\n` : `${to}\n`);
  return 0;
}

export async function restoreCommand(given: Given, around: Surroundings): Promise<number> {
  const to = text(given, 'to');
  if (to === null) throw wrongUse('restore FILE --to NEW: the new file is missing.', 'restore FILE --to NEW: den nye filen mangler.');
  await restoreTo(resolve(given.words[0] ?? ''), resolve(to));
  around.out(given.json ? `${JSON.stringify({ file: resolve(to) })}\n` : `${resolve(to)}\n`);
  return 0;
}
