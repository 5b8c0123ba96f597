// Storing what was typed, throwing it away, and whether it is safe meanwhile.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { EntryMessageShown, EntrySavedShown, EntryShown } from '../../server/contract/entry.ts';
import { ask } from '../client.ts';
import { refusalText } from '../parts/Loaded.tsx';
import { address, go } from '../state/route.ts';
import { ENTRY_WORDS } from '../words/entry.ts';
import { useLanguage, useWords } from '../words/words.ts';
import { KeepingLine } from './KeepingLine.tsx';
import { errorsIn } from './Remarks.tsx';
import { letGo } from './secondNet.ts';
import type { Checked } from './useCheck.ts';
import type { Draft } from './useDraft.ts';

type Props = {
  opened: EntryShown;
  draft: Draft;
  checked: Checked;
  onSaved: (done: EntrySavedShown) => void;
  onAgain: () => void;
  /** The first cell that keeps it from being stored. */
  onBad: (message: EntryMessageShown) => void;
};

export function SaveBar({ opened, draft, checked, onSaved, onAgain, onBad }: Props) {
  const language = useLanguage();
  const words = ENTRY_WORDS[language];
  const all = useWords();
  const [saving, setSaving] = useState(false);
  const [told, setTold] = useState('');
  const abort = useRef<AbortController | null>(null);
  const [sure, setSure] = useState(false);
  const [problem, setProblem] = useState('');
  const sheet = draft.history.now;

  const save = async (): Promise<void> => {
    setProblem('');
    setTold('');
    setSaving(true);
    const waiting = new AbortController();
    abort.current = waiting;
    try {
      const version = await draft.flush();
      if (version === null || version === 0) return;
      onSaved(await ask('entrySave', { path: { entry: opened.id }, query: { lang: language }, body: { version }, signal: waiting.signal }));
    } catch (error) {
      if (waiting.signal.aborted) return await cancelled();
      setProblem(refusalText(error, all, language));
      const first = checked.check?.messages.find(({ severity, row }) => severity === 'error' && row !== null);
      if (first) onBad(first);
    } finally {
      setSaving(false);
      abort.current = null;
    }
  };
  /** What the server made of it: a cancel may come too late. */
  const cancelled = async (): Promise<void> => {
    try {
      const now = await ask('entry', { path: { entry: opened.id }, query: { lang: language } });
      if (now.version > 0) return setTold(words.saveCancelled);
      letGo(opened.id);
      if (sheet.company === null) go(address.companies(sheet.cluster));
      else onAgain();
    } catch (error) {
      setProblem(refusalText(error, all, language));
    }
  };
  const discard = async (): Promise<void> => {
    try {
      await draft.flush();
      await ask('entryDrop', { path: { entry: opened.id } });
      letGo(opened.id);
      if (sheet.company === null) go(address.companies(sheet.cluster));
      else onAgain();
    } catch (error) {
      setProblem(refusalText(error, all, language));
    }
  };
  const unsaved = draft.keeping !== 'same';
  const bad = errorsIn(checked.check) > 0 || checked.check?.storable === false;
  return (
    <div class="saving">
      <button
        type="button"
        class="primary"
        data-action="save"
        disabled={saving || !unsaved || bad || draft.other !== null}
        onClick={() => void save()}
      >
        {saving ? words.saving : words.save}
      </button>{' '}
      {unsaved && !sure && (
        <button type="button" onClick={() => setSure(true)}>
          {words.discard}
        </button>
      )}
      {sure && (
        <span role="alert">
          {words.discardSure}{' '}
          <button type="button" onClick={() => void discard()}>
            {words.yes}
          </button>{' '}
          <button type="button" onClick={() => setSure(false)}>
            {words.no}
          </button>
        </span>
      )}
      {saving && <SavingLine onCancel={() => abort.current?.abort()} />}
      {told && <p role="status">{told}</p>}
      <KeepingLine draft={draft} />
      {problem && (
        <p class="notice error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** s of waiting after which progress shows, and after which it can be given up. */
const SHOWN_AFTER = 1;
const CANCEL_AFTER = 5;

function SavingLine({ onCancel }: { onCancel: () => void }) {
  const language = useLanguage();
  const words = ENTRY_WORDS[language];
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((one) => one + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  if (seconds < SHOWN_AFTER) return null;
  return (
    <p class="saving-line">
      <progress aria-label={words.saving} /> <span role="status">{seconds >= CANCEL_AFTER ? words.savingLong : words.saving}</span>{' '}
      <span class="quiet">{new Intl.NumberFormat(language, { style: 'unit', unit: 'second' }).format(seconds)}</span>{' '}
      {seconds >= CANCEL_AFTER && (
        <button type="button" data-action="cancel-save" onClick={onCancel}>
          {words.cancelSave}
        </button>
      )}
    </p>
  );
}
