// One save at a time: busy, refused with its sentence, or done.
import { useState } from 'preact/hooks';
import { Refusal } from '../client.ts';
import { refusalText } from '../parts/Loaded.tsx';
import { useLanguage, useWords } from '../words/words.ts';

export type Saving = {
  readonly busy: boolean;
  readonly problem: string;
  readonly run: (work: () => Promise<void>) => void;
};

/** `onStale`: somebody else changed it since; called beside telling so. */
export function useSaving(onStale: () => void = () => undefined): Saving {
  const words = useWords();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  return {
    busy,
    problem,
    run: (work) => {
      setBusy(true);
      setProblem('');
      work().then(
        () => setBusy(false),
        (error: unknown) => {
          setBusy(false);
          setProblem(refusalText(error, words, language));
          if (error instanceof Refusal && error.code.endsWith('.stale')) onStale();
        },
      );
    },
  };
}
