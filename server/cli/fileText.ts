// The text of a file that a command names.
import { readFile } from 'node:fs/promises';
import { AppError, systemCode } from '../domain/errors.ts';

/** Throws `file.unreadable`. */
export async function fileText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new AppError('file.unreadable', { file: path, problem: systemCode(error) });
  }
}
