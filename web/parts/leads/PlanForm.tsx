// Who is responsible for a lead, what comes next and when. What is typed is kept until it is saved.
import { useState } from 'preact/hooks';
import type { LeadWhole } from '../../../server/contract/leads.ts';
import { ask } from '../../client.ts';
import { useDraft } from '../../state/useDraft.ts';
import { useSaving } from '../../state/useSaving.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { useLanguage } from '../../words/words.ts';
import { Problem } from './Problem.tsx';

type Props = { lead: LeadWhole; onChanged: (lead: LeadWhole) => void; onStale: () => void };

export function PlanForm({ lead, onChanged, onStale }: Props) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const saving = useSaving(onStale);
  const [saved, setSaved] = useState(false);
  const responsible = useDraft(`lead ${lead.id} responsible`, lead.responsible ?? '');
  const step = useDraft(`lead ${lead.id} step`, lead.next_step ?? '');
  const date = useDraft(`lead ${lead.id} date`, lead.next_date ?? '');
  const typed = (draft: typeof step) => (event: { currentTarget: HTMLInputElement }) => {
    setSaved(false);
    draft.type(event.currentTarget.value);
  };
  const save = (): void =>
    saving.run(async () => {
      const body = {
        responsible: responsible.value,
        next_step: step.value,
        next_date: date.value === '' ? null : date.value,
        version: lead.version,
      };
      const next = await ask('leadPlan', { path: { lead: lead.id }, query: { lang: language }, body });
      for (const one of [responsible, step, date]) one.drop();
      setSaved(true);
      onChanged(next);
    });
  return (
    <form
      class="lead-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h3>
        {words.planTitle} {lead.overdue && <span class="overdue">{words.overdue}</span>}
      </h3>
      <label>
        {words.responsible}
        <input name="responsible" maxLength={300} value={responsible.value} onInput={typed(responsible)} autocomplete="name" />
      </label>
      <label>
        {words.nextStep}
        <input name="next_step" maxLength={300} value={step.value} onInput={typed(step)} />
      </label>
      <label>
        {words.nextDate}
        <input name="next_date" type="date" value={date.value} onInput={typed(date)} />
      </label>
      <Problem text={saving.problem} />
      <p class="actions">
        <button type="submit" class="primary" disabled={saving.busy}>
          {saving.busy ? words.saving : words.save}
        </button>
        <span role="status">{saved ? words.planSaved : ''}</span>
      </p>
    </form>
  );
}
