// What an answer looks like before it is there, when it is refused, and when it is.
import type { ComponentChildren } from 'preact';
import { Refusal } from '../client.ts';
import type { Answered } from '../state/useAnswer.ts';
import { useLanguage, useWords } from '../words/words.ts';
import type { Language, Words } from '../words/words.ts';

export function refusalText(error: unknown, words: Words, language: Language): string {
  if (!(error instanceof Refusal)) return words.badAnswer;
  if (error.text) return error.text[language];
  return error.code === 'offline' ? words.offline : words.badAnswer;
}

type Props<T> = { answer: Answered<T> & { again: () => void }; children: (value: T) => ComponentChildren; loading?: string };

export function Loaded<T>({ answer, children, loading }: Props<T>) {
  const words = useWords();
  const language = useLanguage();
  if (answer.state === 'loading')
    return (
      <p class="quiet" role="status">
        {loading ?? words.loading}
      </p>
    );
  if (answer.state === 'refused')
    return (
      <div class="notice error" role="alert">
        <p>{refusalText(answer.error, words, language)}</p>
        <button type="button" onClick={answer.again}>
          {words.retry}
        </button>
      </div>
    );
  return <>{children(answer.value)}</>;
}
