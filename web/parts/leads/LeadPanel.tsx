// Everything of a lead that one works with: stage, plan, answers, notes, figures, history.
import type { LeadOrBlind, LeadWhole } from '../../../server/contract/leads.ts';
import { address } from '../../state/route.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { useLanguage } from '../../words/words.ts';
import { Answers } from './Answers.tsx';
import { Figures } from './Figures.tsx';
import { History } from './History.tsx';
import { Notes } from './Notes.tsx';
import { PlanForm } from './PlanForm.tsx';
import { StageControl } from './StageControl.tsx';

type Props = {
  lead: LeadWhole;
  onChanged: (lead: LeadOrBlind) => void;
  /** Somebody else changed it since it was shown. */
  onStale: () => void;
};

export function LeadPanel({ lead, onChanged, onStale }: Props) {
  const words = LEAD_WORDS[useLanguage()];
  return (
    <div class="lead-panel" data-lead={lead.id} data-stage={lead.stage}>
      {lead.withdrawn && <p class="notice">{words.withdrawn}</p>}
      <StageControl lead={lead} onChanged={onChanged} onStale={onStale} />
      <p>
        <a href={address.letter(lead.id)}>{words.letterOpen}</a>
      </p>
      <div class="lead-columns">
        <div>
          {lead.may_change ? <PlanForm key={lead.id} lead={lead} onChanged={onChanged} onStale={onStale} /> : <Plan lead={lead} />}
          <Answers lead={lead} onChanged={onChanged} />
          <Figures lead={lead} onChanged={onChanged} onStale={onStale} />
        </div>
        <div>
          <Notes lead={lead} onChanged={onChanged} />
          <History events={lead.events} />
        </div>
      </div>
    </div>
  );
}

function Plan({ lead }: { lead: LeadWhole }) {
  const words = LEAD_WORDS[useLanguage()];
  return (
    <section>
      <h3>{words.planTitle}</h3>
      <p>{[lead.next_step ?? words.noStep, lead.next_date, lead.responsible].filter((one) => one !== null).join(' · ')}</p>
    </section>
  );
}
