// What is typed is read as an import would read it, a moment after the last key.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryCheckShown } from '../../server/contract/entry.ts';
import { ask } from '../client.ts';
import { useLanguage } from '../words/words.ts';
import type { Sheet } from './sheet.ts';

/** ms without a change. */
const STILL = 150;

/** `check` is of `of`, perhaps an older sheet; null until the first answer. */
export type Checked = { readonly check: EntryCheckShown | null; readonly current: boolean; readonly failed: boolean };

export function useCheck(entry: string, sheet: Sheet): Checked {
  const language = useLanguage();
  const [found, setFound] = useState<{ of: Sheet; language: string; check: EntryCheckShown } | null>(null);
  const [failed, setFailed] = useState(false);
  const first = useRef(true);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(
      () => {
        ask('entryCheck', { path: { entry }, query: { lang: language }, body: sheet, signal: abort.signal }).then(
          (check) => {
            if (abort.signal.aborted) return;
            setFound({ of: sheet, language, check });
            setFailed(false);
          },
          () => !abort.signal.aborted && setFailed(true),
        );
      },
      first.current ? 0 : STILL,
    );
    first.current = false;
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [entry, sheet, language]);
  return { check: found?.check ?? null, current: found?.of === sheet && found.language === language, failed };
}
