// Suggestions of the taxonomy for words that are being typed.
import { useEffect, useState } from 'preact/hooks';
import type { MeaningShown } from '../../server/contract/entry.ts';
import { ask } from '../client.ts';
import { useLanguage } from '../words/words.ts';

export type Branch = { readonly nace: string; readonly activity: string };

/** ms that the words must stand still. */
const STILL = 120;

/** None while the words are not asked for, and where the server is away: what is typed stands anyway. */
export function useMeanings(words: string, direction: 'in' | 'out' | '', branch: Branch, wanted: boolean): readonly MeaningShown[] {
  const language = useLanguage();
  const [found, setFound] = useState<readonly MeaningShown[]>([]);
  useEffect(() => {
    if (!wanted || words.trim().length < 2) {
      setFound([]);
      return;
    }
    const abort = new AbortController();
    const timer = setTimeout(() => {
      ask('meanings', { query: { lang: language, words, direction, ...branch }, signal: abort.signal }).then(
        (meanings) => !abort.signal.aborted && setFound(meanings),
        () => undefined,
      );
    }, STILL);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [words, direction, branch.nace, branch.activity, language, wanted]);
  return found;
}
