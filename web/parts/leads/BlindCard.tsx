// A lead as a company sees it before both said yes: class, band of size, band of distance, and its own answer.
import type { BlindLeadShown, LeadOrBlind } from '../../../server/contract/leads.ts';
import { amount, number } from '../../state/format.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { AnswerButtons } from './Answers.tsx';

type Props = { lead: BlindLeadShown; company: string | null; onChanged: (lead: LeadOrBlind) => void };

export function BlindCard({ lead, company, onChanged }: Props) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const band = (ends: { from: number | null; to: number | null }, say: (value: number) => string): string => {
    if (ends.from === null) return fill(words.under, { to: say(ends.to ?? 0) });
    return ends.to === null ? fill(words.over, { from: say(ends.from) }) : fill(words.between, { from: say(ends.from), to: say(ends.to) });
  };
  return (
    <article class="lead-card" data-lead={lead.id}>
      <h3>{fill(words.blindTitle, { words: lead.words })}</h3>
      <p>
        {lead.side === 'gives' ? words.blindGives : words.blindTakes} {lead.answer === null && words.blindInfo}
      </p>
      <dl class="pairs">
        <dt>{words.blindClass}</dt>
        <dd>{lead.resource_class ?? words.unknown}</dd>
        <dt>{words.blindSize}</dt>
        <dd>{lead.size ? band(lead.size, (value) => amount(value, lead.size?.unit ?? '', language)) : words.unknown}</dd>
        <dt>{words.blindDistance}</dt>
        <dd>{lead.distance_km ? band(lead.distance_km, (value) => `${number(value, language)} km`) : words.notTold}</dd>
      </dl>
      {lead.answer !== null && <p role="status">{lead.answer === 'yes' ? words.yourYes : words.yourNo}</p>}
      {company !== null && <AnswerButtons lead={lead.id} company={company} answer={lead.answer} onChanged={onChanged} />}
    </article>
  );
}
