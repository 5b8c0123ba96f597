// Around the grid and the quick questions: the draft is opened, and what was stored is said with the way back.
import '../styles/entry.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { EntrySavedShown, EntryShown } from '../../server/contract/entry.ts';
import { draftIdOf } from '../../server/domain/entry.ts';
import { ask } from '../client.ts';
import { refusalText } from '../parts/Loaded.tsx';
import { address, go } from '../state/route.ts';
import { ENTRY_WORDS } from '../words/entry.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';
import { letGo } from './secondNet.ts';
import { useOpening } from './useDraft.ts';

export type Framed = { readonly opened: EntryShown; readonly onSaved: (done: EntrySavedShown) => void; readonly onAgain: () => void };
type Props = { entry: string; cluster: string; quick: boolean; children: (framed: Framed) => ComponentChildren };

export function EntryFrame({ entry, cluster, quick, children }: Props) {
  const language = useLanguage();
  const words = useWords();
  const opening = useOpening(entry, cluster);
  const [saved, setSaved] = useState<EntrySavedShown | null>(null);
  const [problem, setProblem] = useState('');
  const [undone, setUndone] = useState(false);
  if (opening.state === 'loading')
    return (
      <p class="quiet" role="status">
        {words.loading}
      </p>
    );
  if (opening.state === 'refused')
    return (
      <div class="notice error" role="alert">
        <p>{refusalText(opening.error, words, language)}</p>
        <button type="button" onClick={opening.again}>
          {words.retry}
        </button>
      </div>
    );
  const onSaved = (done: EntrySavedShown): void => {
    letGo(entry);
    setSaved(done);
    setUndone(false);
    if (entry === draftIdOf(done.company)) opening.again();
    else go(`${quick ? address.quick(done.company) : address.entry(done.company)}?saved=${done.import ?? ''}`);
  };
  const undo = async (id: number): Promise<void> => {
    setProblem('');
    try {
      await ask('undo', { path: { import: String(id) }, body: { even_edited: false } });
      // A company that only this import named is gone with it.
      if (new URLSearchParams(location.search).has('saved')) return go(address.companies(opening.entry.content.cluster));
      setUndone(true);
      opening.again();
    } catch (error) {
      setProblem(refusalText(error, words, language));
    }
  };
  return (
    <section class="entry">
      {undone && (
        <p class="notice" role="status">
          {ENTRY_WORDS[language].undone}
        </p>
      )}
      {!undone && <Saved saved={saved} onUndo={(id) => void undo(id)} />}
      {problem && (
        <p class="notice error" role="alert">
          {problem}
        </p>
      )}
      {children({ opened: opening.entry, onSaved, onAgain: opening.again })}
    </section>
  );
}

function Saved({ saved, onUndo }: { saved: EntrySavedShown | null; onUndo: (id: number) => void }) {
  const words = ENTRY_WORDS[useLanguage()];
  const fresh = Number(new URLSearchParams(location.search).get('saved') ?? '') || null;
  const id = saved?.import ?? fresh;
  if (id === null) return null;
  const same = saved !== null && saved.changes.added + saved.changes.changed + saved.changes.withdrawn === 0;
  return (
    <div class="notice good" role="status" data-saved={id}>
      {same ? words.savedSame : saved === null ? fill(words.savedNew, { id }) : fill(words.saved, { id, ...saved.changes })}{' '}
      {!same && (
        <button type="button" onClick={() => onUndo(id)}>
          {words.undoSave}
        </button>
      )}
    </div>
  );
}
