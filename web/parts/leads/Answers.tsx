// What the two companies say to each other knowing who they are, and the buttons for whoever may answer for them.
import { useState } from 'preact/hooks';
import { REASON_WORDS } from '../../../server/contract/leadWords.ts';
import type { LeadOrBlind, LeadWhole } from '../../../server/contract/leads.ts';
import { END_REASONS, isNo } from '../../../server/domain/lead.ts';
import { ask } from '../../client.ts';
import { useSaving } from '../../state/useSaving.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { useLanguage } from '../../words/words.ts';
import { Problem } from './Problem.tsx';
import { WhyDialog } from './WhyDialog.tsx';

const NOES = END_REASONS.filter(isNo);
type ButtonsProps = {
  lead: string;
  company: string;
  answer: 'yes' | 'no' | null;
  onChanged: (lead: LeadOrBlind) => void;
};

export function AnswerButtons({ lead, company, answer, onChanged }: ButtonsProps) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const saving = useSaving();
  const [asking, setAsking] = useState(false);
  const say = async (body: object): Promise<void> =>
    onChanged(await ask('leadAnswer', { path: { lead }, query: { lang: language }, body: { company, ...body } }));
  return (
    <>
      <Problem text={saving.problem} />
      <p class="actions">
        {answer !== 'yes' && (
          <button
            type="button"
            class="primary"
            data-answer="yes"
            disabled={saving.busy}
            onClick={() => saving.run(() => say({ answer: 'yes' }))}
          >
            {words.sayYes}
          </button>
        )}
        {answer !== 'no' && (
          <button type="button" data-answer="no" disabled={saving.busy} onClick={() => setAsking(true)}>
            {words.sayNo}
          </button>
        )}
        {answer !== null && (
          <button type="button" data-answer="none" disabled={saving.busy} onClick={() => saving.run(() => say({ answer: null }))}>
            {words.takeBack}
          </button>
        )}
      </p>
      {asking && (
        <WhyDialog
          name={`answer ${lead} ${company}`}
          title={words.noReasonTitle}
          info={words.noReasonInfo}
          reasons={NOES}
          action={words.sayNo}
          onGiven={(why) => say({ answer: 'no', why })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

export function Answers({ lead, onChanged }: { lead: LeadWhole; onChanged: (lead: LeadOrBlind) => void }) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const text = { yes: words.consentYes, no: words.consentNo, none: words.consentNone };
  return (
    <section>
      <h3>{words.consent}</h3>
      <ul class="answers">
        {lead.answers.map((one) => (
          <li key={one.company}>
            <b>{one.name}</b> {text[one.answer ?? 'none']}
            {one.reason !== null && `: ${REASON_WORDS[language][one.reason]}`}
            {one.text !== null && <span class="quiet"> «{one.text}»</span>}
            {one.yours && <AnswerButtons lead={lead.id} company={one.company} answer={one.answer} onChanged={onChanged} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
