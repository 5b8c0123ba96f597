// Leads side by side under their stages.
import { STAGE_WORDS } from '../../../server/contract/leadWords.ts';
import type { LeadShown } from '../../../server/contract/leads.ts';
import { STAGES } from '../../../server/domain/lead.ts';
import { day, moneyRange } from '../../state/format.ts';
import { address } from '../../state/route.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { useLanguage, useWords } from '../../words/words.ts';

type Props = { leads: readonly LeadShown[]; ended: boolean };

export function LeadBoard({ leads, ended }: Props) {
  const language = useLanguage();
  const stages = STAGES.filter((stage) => ended || stage !== 'ended');
  return (
    <div class="board" style={{ '--columns': stages.length }}>
      {stages.map((stage) => {
        const here = leads.filter((one) => one.stage === stage);
        return (
          <section key={stage} aria-labelledby={`stage-${stage}`}>
            <h2 id={`stage-${stage}`}>
              {STAGE_WORDS[language][stage]} <span class="quiet">{here.length}</span>
            </h2>
            <ul>
              {here.map((lead) => (
                <li key={lead.id} class="lead-card" data-lead={lead.id}>
                  <Card lead={lead} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Card({ lead }: { lead: LeadShown }) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const common = useWords();
  const nok = lead.made.nok_per_year;
  return (
    <>
      <h3>
        <a href={address.lead(lead.id)}>
          {lead.surplus_words} <span aria-hidden="true">→</span> {lead.need_words}
        </a>
      </h3>
      <p class="quiet">
        {lead.giver_name} → {lead.taker_name}
      </p>
      {nok && <p>{moneyRange(nok, common, language)}</p>}
      {lead.stage !== 'ended' && (
        <p>
          {lead.next_step ?? <span class="quiet">{words.noStep}</span>}
          {lead.next_date !== null && (
            <span class={lead.overdue ? 'overdue' : 'quiet'}>
              {' '}
              {day(lead.next_date, language)}
              {lead.overdue && ` (${words.overdue})`}
            </span>
          )}
          {lead.responsible !== null && <span class="quiet block">{lead.responsible}</span>}
        </p>
      )}
    </>
  );
}
