// A question asked again and again while somebody drags or switches: the answer before stays until the next one is there.
import { useRef } from 'preact/hooks';
import { useAnswer } from './useAnswer.ts';
import type { Answered } from './useAnswer.ts';

/** `stale`: the answer shown is the one before. Whoever uses it gives the component a new key for another subject. */
export function useSteadyAnswer<T>(
  question: (signal: AbortSignal) => Promise<T>,
  key: string,
): Answered<T> & { readonly again: () => void; readonly stale: boolean } {
  const answer = useAnswer(question, key);
  const last = useRef<{ readonly value: T } | null>(null);
  if (answer.state === 'ok') last.current = { value: answer.value };
  if (answer.state === 'loading' && last.current !== null)
    return { state: 'ok', value: last.current.value, again: answer.again, stale: true };
  return { ...answer, stale: false };
}
