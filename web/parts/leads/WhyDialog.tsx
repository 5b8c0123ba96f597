// Asks why: a coded reason and words. What is typed is kept until it is saved.
import { useEffect, useRef, useState } from 'preact/hooks';
import { REASON_WORDS } from '../../../server/contract/leadWords.ts';
import { END_REASONS, needsText } from '../../../server/domain/lead.ts';
import type { EndReason } from '../../../server/domain/lead.ts';
import { useDraft } from '../../state/useDraft.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { useLanguage, useWords } from '../../words/words.ts';
import { refusalText } from '../Loaded.tsx';

export type Given = { readonly reason: EndReason; readonly text: string | null };
type Props = {
  /** Of the draft: what the question is about. */
  name: string;
  title: string;
  info: string;
  reasons?: readonly EndReason[];
  action: string;
  onGiven: (why: Given) => Promise<void>;
  onClose: () => void;
};

export function WhyDialog({ name, title, info, reasons = END_REASONS, action, onGiven, onClose }: Props) {
  const words = LEAD_WORDS[useLanguage()];
  const language = useLanguage();
  const common = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const reason = useDraft(`why ${name} reason`, '');
  const text = useDraft(`why ${name} text`, '');
  const [problem, setProblem] = useState('');
  const [saving, setSaving] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const save = (): void => {
    const chosen = reasons.find((one) => one === reason.value);
    if (chosen === undefined) return setProblem(words.reasonMissing);
    const said = text.value.trim();
    if (needsText(chosen) && said === '') return setProblem(words.textMissing);
    setProblem('');
    setSaving(true);
    onGiven({ reason: chosen, text: said === '' ? null : said }).then(
      () => {
        reason.drop();
        text.drop();
        dialog.current?.close();
      },
      (error: unknown) => {
        setSaving(false);
        setProblem(refusalText(error, common, language));
      },
    );
  };
  return (
    <dialog ref={dialog} class="why" aria-labelledby="why-title" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2 id="why-title">{title}</h2>
        <p class="quiet">{info}</p>
        <label>
          {words.reason}
          <select name="reason" value={reason.value} onChange={(event) => reason.type(event.currentTarget.value)}>
            <option value="">{words.chooseReason}</option>
            {reasons.map((one) => (
              <option key={one} value={one}>
                {REASON_WORDS[language][one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.inWords}
          <textarea name="text" rows={3} maxLength={4000} value={text.value} onInput={(event) => text.type(event.currentTarget.value)} />
          <span class="quiet">{words.inWordsHint}</span>
        </label>
        {problem !== '' && (
          <p class="notice error" role="alert">
            {problem}
          </p>
        )}
        <p class="actions">
          <button type="submit" class="primary" disabled={saving}>
            {saving ? words.saving : action}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}
