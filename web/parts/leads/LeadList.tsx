// Leads as a table, the next date first.
import { REASON_WORDS, STAGE_WORDS } from '../../../server/contract/leadWords.ts';
import type { LeadShown } from '../../../server/contract/leads.ts';
import { day, moneyRange } from '../../state/format.ts';
import { address } from '../../state/route.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { useLanguage, useWords } from '../../words/words.ts';

export function LeadList({ leads }: { leads: readonly LeadShown[] }) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const common = useWords();
  const ordered = leads.toSorted((a, b) => ((a.next_date ?? '9999') < (b.next_date ?? '9999') ? -1 : 1));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.leads}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.pair}</th>
            <th scope="col">{words.stage}</th>
            <th scope="col">{words.nextStep}</th>
            <th scope="col">{words.nextDate}</th>
            <th scope="col">{words.responsible}</th>
            <th scope="col" class="number">
              {words.nok}
            </th>
            <th scope="col">{words.changed}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((lead) => (
            <tr key={lead.id} data-lead={lead.id}>
              <th scope="row">
                <a href={address.lead(lead.id)}>
                  {lead.surplus_words} <span aria-hidden="true">→</span> {lead.need_words}
                </a>
                <span class="quiet block">
                  {lead.giver_name} → {lead.taker_name}
                </span>
              </th>
              <td>
                {STAGE_WORDS[language][lead.stage]}
                {lead.ended && <span class="quiet block">{REASON_WORDS[language][lead.ended.reason]}</span>}
              </td>
              <td>{lead.next_step}</td>
              <td>
                {lead.next_date !== null && (
                  <span class={lead.overdue ? 'overdue' : ''}>
                    {day(lead.next_date, language)}
                    {lead.overdue && ` (${words.overdue})`}
                  </span>
                )}
              </td>
              <td>{lead.responsible}</td>
              <td class="number">{lead.made.nok_per_year && moneyRange(lead.made.nok_per_year, common, language)}</td>
              <td>{day(lead.changed_at.slice(0, 10), language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
