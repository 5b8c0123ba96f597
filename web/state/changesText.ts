// A scenario's changes as text in an address, and back: a link opens exactly what was on screen.
import { z } from 'zod';
import { changeSchema } from '../../server/contract/scenarios.ts';
import type { Change } from '../../server/domain/scenario.ts';

const listSchema = z.array(changeSchema);

/** '' for no changes. Letters that an address keeps as they are. */
export function changesText(changes: readonly Change[]): string {
  if (changes.length === 0) return '';
  const bytes = new TextEncoder().encode(JSON.stringify(changes));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Null where the text is no list of changes. */
export function changesOf(text: string): readonly Change[] | null {
  if (text === '') return [];
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const found = listSchema.safeParse(JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (one) => one.charCodeAt(0)))));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}
