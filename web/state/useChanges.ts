// The changes of a meeting: in the address, undone and redone step by step, also after a reload.
import { useEffect, useState } from 'preact/hooks';
import type { Change } from '../../server/domain/scenario.ts';
import { changesOf, changesText } from './changesText.ts';
import { useQuery } from './useQuery.ts';

export type Changes = {
  readonly now: readonly Change[];
  /** One step; `steadily` while a slider is held: the steps between are one. */
  readonly put: (changes: readonly Change[], steadily?: boolean) => void;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
  /** The address holds what is no list of changes. */
  readonly broken: boolean;
};

type Steps = { readonly past: readonly string[]; readonly future: readonly string[] };
const NOTHING: Steps = { past: [], future: [] };
const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

function kept(name: string): Steps {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null');
    if (typeof found !== 'object' || found === null || !('past' in found) || !('future' in found)) return NOTHING;
    return isTexts(found.past) && isTexts(found.future) ? { past: found.past, future: found.future } : NOTHING;
  } catch {
    return NOTHING;
  }
}

export function useChanges(cluster: string): Changes {
  const name = `meeting ${cluster}`;
  const [query, change] = useQuery();
  const text = query['s'] ?? '';
  const [steps, setSteps] = useState(() => kept(name));
  /** What a held slider shows; null: what is in the address. */
  const [held, setHeld] = useState<readonly Change[] | null>(null);
  useEffect(() => setHeld(null), [text]);
  const read = changesOf(text);
  const go = (next: Steps, to: string): void => {
    setSteps(next);
    try {
      sessionStorage.setItem(name, JSON.stringify(next));
    } catch {
      // Without room or permission the steps live as long as the page.
    }
    setHeld(null);
    change({ s: to });
  };
  const { past, future } = steps;
  const [before, after] = [past.at(-1), future[0]];
  return {
    now: held ?? read ?? [],
    put: (changes, steadily = false) => {
      if (steadily) return setHeld(changes);
      const to = changesText(changes);
      if (to === text) return setHeld(null);
      go({ past: [...past, text].slice(-200), future: [] }, to);
    },
    undo: before === undefined ? null : () => go({ past: past.slice(0, -1), future: [text, ...future] }, before),
    redo: after === undefined ? null : () => go({ past: [...past, text], future: future.slice(1) }, after),
    broken: read === null,
  };
}
