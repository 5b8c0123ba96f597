// A database without data: what to do first.
import { useWords } from '../words/words.ts';

export function EmptyPage({ onImport }: { onImport: () => void }) {
  const words = useWords();
  return (
    <section class="centre">
      <h1>{words.emptyTitle}</h1>
      <p>{words.emptyText}</p>
      <button type="button" class="primary" onClick={onImport}>
        {words.emptyAction}
      </button>
    </section>
  );
}
