// What is typed, in the browser too: from the moment it is typed until the server says that it keeps it.
import { entryContentSchema } from '../../server/contract/entry.ts';
import type { Sheet } from './sheet.ts';

/** `version`: the one on the server that it was typed on. */
export type Caught = { readonly version: number; readonly content: Sheet };

const key = (entry: string): string => `flytkart-entry ${entry}`;

/** A browser without room or without storage keeps nothing; the server does all the same. */
export function catchEntry(entry: string, caught: Caught): void {
  try {
    localStorage.setItem(key(entry), JSON.stringify(caught));
  } catch {
    // nothing to be done about it here
  }
}

export function letGo(entry: string): void {
  try {
    localStorage.removeItem(key(entry));
  } catch {
    // as above
  }
}

/** Null: nothing is there, or nothing that can be read. */
export function caughtOf(entry: string): Caught | null {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(key(entry)) ?? 'null');
    if (typeof held !== 'object' || held === null || !('version' in held) || !('content' in held)) return null;
    const content = entryContentSchema.safeParse(held.content);
    return content.success && typeof held.version === 'number' ? { version: held.version, content: content.data } : null;
  } catch {
    return null;
  }
}
