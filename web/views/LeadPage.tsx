// One lead, also when its match or its flows are gone; for a company before both said yes, what it may know.
import '../styles/leads.css';
import { useState } from 'preact/hooks';
import type { LeadOrBlind } from '../../server/contract/leads.ts';
import { ask } from '../client.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { BlindCard } from '../parts/leads/BlindCard.tsx';
import { LeadPanel } from '../parts/leads/LeadPanel.tsx';
import { address } from '../state/route.ts';
import { useSteadyAnswer } from '../state/useSteadyAnswer.ts';
import { useViewer } from '../state/viewer.ts';
import { LEAD_WORDS } from '../words/leads.ts';
import { useLanguage } from '../words/words.ts';

export function LeadPage({ lead }: { lead: string }) {
  const language = useLanguage();
  const answer = useSteadyAnswer(
    (signal) => ask('lead', { path: { lead }, query: { lang: language }, signal }),
    `lead ${lead} ${language}`,
  );
  return <Loaded answer={answer}>{(found) => <Found key={lead} found={found} again={answer.again} />}</Loaded>;
}

function Found({ found, again }: { found: LeadOrBlind; again: () => void }) {
  const words = LEAD_WORDS[useLanguage()];
  const viewer = useViewer();
  const [changed, setChanged] = useState<{ from: LeadOrBlind; to: LeadOrBlind } | null>(null);
  // What a save answered holds until the server is asked anew.
  const lead = changed !== null && changed.from === found ? changed.to : found;
  const set = (to: LeadOrBlind): void => setChanged({ from: found, to });
  if (lead.sight === 'blind')
    return (
      <>
        {viewer.company !== null && (
          <p>
            <a href={address.company(viewer.company)}>{words.ownLeads}</a>
          </p>
        )}
        <h1>{words.lead}</h1>
        <BlindCard lead={lead} company={viewer.company} onChanged={set} />
      </>
    );
  return (
    <>
      <p>
        <a href={address.leads(lead.cluster)}>{words.leads}</a>
        {lead.current && (
          <>
            {' · '}
            <a href={address.match(lead.cluster, lead.surplus, lead.need)}>{words.toMatch}</a>
          </>
        )}
      </p>
      <h1>
        {lead.surplus_words} <span aria-hidden="true">→</span> {lead.need_words}
      </h1>
      <p>
        <a href={address.company(lead.giver)}>{lead.giver_name}</a> <span aria-hidden="true">→</span>{' '}
        <a href={address.company(lead.taker)}>{lead.taker_name}</a>
      </p>
      {!lead.current && lead.may_change && <p class="notice">{words.matchGone}</p>}
      <LeadPanel lead={lead} onChanged={set} onStale={again} />
    </>
  );
}
