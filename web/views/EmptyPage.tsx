// A database without data: what to do first, from a file or by hand.
import { address, go } from '../state/route.ts';
import { useViewer } from '../state/viewer.ts';
import { TASK_WORDS } from '../words/tasks.ts';
import { useLanguage, useWords } from '../words/words.ts';

export function EmptyPage({ onImport }: { onImport: () => void }) {
  const words = useWords();
  const tasks = TASK_WORDS[useLanguage()];
  const { kind } = useViewer();
  const types = kind === 'local' || kind === 'consultant';
  const begin = (quick: boolean): void => go(address.newCompany(words.draftCluster, crypto.randomUUID(), quick));
  return (
    <section class="centre">
      <h1>{words.emptyTitle}</h1>
      <p>{words.emptyText}</p>
      <p class="tasks">
        <button type="button" class="primary" onClick={onImport}>
          {words.emptyAction}
        </button>{' '}
        {types && (
          <>
            <button type="button" onClick={() => begin(false)}>
              {tasks.newCompany}
            </button>{' '}
            <button type="button" onClick={() => begin(true)}>
              {tasks.quick}
            </button>
          </>
        )}
      </p>
    </section>
  );
}
