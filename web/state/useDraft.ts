// What is being typed outlives a reload and a closed dialog until it is saved.
import { useState } from 'preact/hooks';

const PREFIX = 'draft ';
function kept(name: string): string | null {
  try {
    return sessionStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

/** `stored`: what is shown while nothing was typed. `drop` forgets what was typed. */
export function useDraft(
  name: string,
  stored: string,
): { readonly value: string; readonly typed: boolean; readonly type: (text: string) => void; readonly drop: () => void } {
  const [draft, setDraft] = useState<{ name: string; text: string | null }>(() => ({ name, text: kept(name) }));
  const text = draft.name === name ? draft.text : kept(name);
  return {
    value: text ?? stored,
    typed: text !== null,
    type: (typed) => {
      setDraft({ name, text: typed });
      try {
        sessionStorage.setItem(PREFIX + name, typed);
      } catch {
        // Without room or permission it lives as long as the page.
      }
    },
    drop: () => {
      setDraft({ name, text: null });
      try {
        sessionStorage.removeItem(PREFIX + name);
      } catch {
        // It was not kept either.
      }
    },
  };
}
