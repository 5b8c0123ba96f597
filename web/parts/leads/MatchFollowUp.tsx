// The follow-up of a match on its own page: started from there, or worked with there.
import '../../styles/leads.css';
import { useState } from 'preact/hooks';
import type { LeadOrBlind } from '../../../server/contract/leads.ts';
import { END_REASONS, isNo } from '../../../server/domain/lead.ts';
import { ask } from '../../client.ts';
import { useSaving } from '../../state/useSaving.ts';
import { useSteadyAnswer } from '../../state/useSteadyAnswer.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Loaded } from '../Loaded.tsx';
import { LeadPanel } from './LeadPanel.tsx';
import { Problem } from './Problem.tsx';
import { WhyDialog } from './WhyDialog.tsx';

const NOES = END_REASONS.filter(isNo);
type Props = { cluster: string; surplus: string; need: string; name: string };

export function MatchFollowUp({ cluster, surplus, need, name }: Props) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const saving = useSaving();
  const [declining, setDeclining] = useState(false);
  const answer = useSteadyAnswer(async (signal) => {
    const page = await ask('leads', { path: { cluster }, query: { lang: language }, signal });
    const found = page.leads.find((one) => one.surplus === surplus && one.need === need);
    const lead = found ? await ask('lead', { path: { lead: found.id }, query: { lang: language }, signal }) : null;
    return { lead, mayChange: page.may_change };
  }, `follow-up ${surplus} ${need} ${language}`);
  const [changed, setChanged] = useState<{ from: unknown; to: LeadOrBlind } | null>(null);
  const start = async (declined: object | null): Promise<void> => {
    await ask('leadCreate', { path: { cluster }, query: { lang: language }, body: { surplus, need, declined } });
    answer.again();
  };
  return (
    <section aria-labelledby="follow-title" class="no-print">
      <h2 id="follow-title">{words.lead}</h2>
      <Loaded answer={answer}>
        {(found) => {
          const lead = changed !== null && changed.from === found ? changed.to : found.lead;
          if (lead !== null && lead.sight === 'full')
            return <LeadPanel lead={lead} onChanged={(to) => setChanged({ from: found, to })} onStale={answer.again} />;
          if (!found.mayChange) return <p class="quiet">{words.notFollowed}</p>;
          return (
            <>
              <p>{words.notFollowed}</p>
              <Problem text={saving.problem} />
              <p class="actions">
                <button
                  type="button"
                  class="primary"
                  data-action="follow"
                  disabled={saving.busy}
                  onClick={() => saving.run(() => start(null))}
                >
                  {words.follow}
                </button>
                <button type="button" data-action="decline" onClick={() => setDeclining(true)}>
                  {words.decline}
                </button>
              </p>
            </>
          );
        }}
      </Loaded>
      {declining && (
        <WhyDialog
          name={JSON.stringify([surplus, need])}
          title={fill(words.declineTitle, { pair: name })}
          info={words.declineInfo}
          reasons={NOES}
          action={words.decline}
          onGiven={start}
          onClose={() => setDeclining(false)}
        />
      )}
    </section>
  );
}
