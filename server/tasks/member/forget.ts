// Deletes a company's data for good, once its name was typed.
import { AppError } from '../../domain/errors.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Opened } from '../opened.ts';

export type Forget = (viewer: Viewer, company: string, name: string) => Promise<{ flows: number; exchanges: number; leads: number }>;

export function createForget(opened: Opened): Forget {
  return async (viewer, company, name) => {
    const found = opened.store().company(viewer, company);
    if (found === null) throw new AppError('company.unknown');
    if (found.name.trim() !== name.trim()) throw new AppError('company.otherName', { name: found.name });
    return { ...(await (await opened.writer()).forgetCompany(viewer, company, opened.now())) };
  };
}
