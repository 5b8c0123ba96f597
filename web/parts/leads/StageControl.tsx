// Where a lead stands, and the steps it may take from there.
import { useState } from 'preact/hooks';
import { REASON_WORDS, STAGE_WORDS } from '../../../server/contract/leadWords.ts';
import type { LeadWhole, Stage } from '../../../server/contract/leads.ts';
import { STAGES } from '../../../server/domain/lead.ts';
import { ask } from '../../client.ts';
import { useSaving } from '../../state/useSaving.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Problem } from './Problem.tsx';
import { WhyDialog } from './WhyDialog.tsx';
import { movedText } from './movedText.ts';

type Props = { lead: LeadWhole; onChanged: (lead: LeadWhole) => void; onStale: () => void };

export function StageControl({ lead, onChanged, onStale }: Props) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const saving = useSaving(onStale);
  const [ending, setEnding] = useState(false);
  const move = (to: Stage): void =>
    saving.run(async () =>
      onChanged(await ask('leadMove', { path: { lead: lead.id }, query: { lang: language }, body: { to, version: lead.version } })),
    );
  return (
    <section class="stage-control" aria-label={words.stage}>
      <ol class="stages">
        {STAGES.map((stage) => (
          <li key={stage} aria-current={stage === lead.stage ? 'step' : undefined}>
            {STAGE_WORDS[language][stage]}
          </li>
        ))}
      </ol>
      {lead.ended && (
        <p class="notice">
          {fill(words.endedBecause, { reason: REASON_WORDS[language][lead.ended.reason] })}
          {lead.ended.text !== null && ` – ${lead.ended.text}`}
          {lead.moved !== null && lead.moved.length === 0 && <span class="block">{words.stays}</span>}
          {lead.moved !== null && lead.moved.length > 0 && (
            <span class="block">
              {words.back} {lead.moved.map((one) => movedText(one, language)).join('; ')}
            </span>
          )}
        </p>
      )}
      <Problem text={saving.problem} />
      <p class="actions">
        {lead.next_stages.map((stage) => (
          <button
            key={stage}
            type="button"
            data-move={stage}
            disabled={saving.busy}
            class={stage !== 'ended' && STAGES.indexOf(stage) > STAGES.indexOf(lead.stage) ? 'primary' : ''}
            onClick={() => (stage === 'ended' ? setEnding(true) : move(stage))}
          >
            {stage === 'ended'
              ? words.endIt
              : lead.stage === 'ended'
                ? words.takeUp
                : fill(words.moveTo, { stage: STAGE_WORDS[language][stage] })}
          </button>
        ))}
      </p>
      {ending && (
        <WhyDialog
          name={`end ${lead.id}`}
          title={fill(words.endTitle, { pair: `${lead.surplus_words} → ${lead.need_words}` })}
          info={words.endInfo}
          action={words.endIt}
          onGiven={async (ended) => {
            const body = { to: 'ended', version: lead.version, ended };
            onChanged(await ask('leadMove', { path: { lead: lead.id }, query: { lang: language }, body }));
          }}
          onClose={() => setEnding(false)}
        />
      )}
    </section>
  );
}
