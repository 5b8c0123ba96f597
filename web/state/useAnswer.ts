// A question to the server as state: loading, answered or refused.
import { useEffect, useState } from 'preact/hooks';

export type Answered<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ok'; readonly value: T }
  | { readonly state: 'refused'; readonly error: unknown };

/** Asks again when the key changes or `again` is called; an answer that comes too late is dropped. */
export function useAnswer<T>(question: (signal: AbortSignal) => Promise<T>, key: string): Answered<T> & { readonly again: () => void } {
  const [answer, setAnswer] = useState<{ key: string; value: Answered<T> }>({ key, value: { state: 'loading' } });
  const [round, setRound] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    setAnswer({ key, value: { state: 'loading' } });
    question(abort.signal).then(
      (value) => !abort.signal.aborted && setAnswer({ key, value: { state: 'ok', value } }),
      (error: unknown) => !abort.signal.aborted && setAnswer({ key, value: { state: 'refused', error } }),
    );
    return () => abort.abort();
  }, [key, round]);
  const current: Answered<T> = answer.key === key ? answer.value : { state: 'loading' };
  return { ...current, again: () => setRound((one) => one + 1) };
}
