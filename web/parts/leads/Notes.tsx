// Dated notes of a lead, newest first, and a place to write the next one.
import { useState } from 'preact/hooks';
import type { LeadWhole } from '../../../server/contract/leads.ts';
import { ask } from '../../client.ts';
import { moment } from '../../state/format.ts';
import { useDraft } from '../../state/useDraft.ts';
import { useSaving } from '../../state/useSaving.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { useLanguage } from '../../words/words.ts';
import { Problem } from './Problem.tsx';

export function Notes({ lead, onChanged }: { lead: LeadWhole; onChanged: (lead: LeadWhole) => void }) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const text = useDraft(`lead ${lead.id} note`, '');
  const [open, setOpen] = useState(false);
  const saving = useSaving();
  const add = (): void =>
    saving.run(async () => {
      const next = await ask('leadNote', { path: { lead: lead.id }, query: { lang: language }, body: { text: text.value, open } });
      text.drop();
      onChanged(next);
    });
  return (
    <section>
      <h3>{words.notes}</h3>
      <form
        class="lead-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.value.trim() !== '') add();
        }}
      >
        <label>
          {words.noteNew}
          <textarea name="note" rows={2} maxLength={4000} value={text.value} onInput={(event) => text.type(event.currentTarget.value)} />
        </label>
        {lead.may_change && (
          <label class="inline">
            <input type="checkbox" checked={open} onChange={(event) => setOpen(event.currentTarget.checked)} />
            {words.noteOpen}
          </label>
        )}
        <Problem text={saving.problem} />
        <p>
          <button type="submit" disabled={saving.busy || text.value.trim() === ''}>
            {words.noteAdd}
          </button>
        </p>
      </form>
      <ul class="notes">
        {lead.notes.toReversed().map((note) => (
          <li key={`${note.at} ${note.text}`}>
            <span class="quiet">
              {moment(note.at, language)}, {note.who} ({note.open ? words.noteForAll : words.noteInternal})
            </span>
            <span class="cell-text">{note.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
