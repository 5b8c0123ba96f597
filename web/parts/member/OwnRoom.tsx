// What a company has of its own: possible matches with its yes or no, questions worth answering, what it shares, who has seen it, all of it as a file.
import '../../styles/leads.css';
import { useState } from 'preact/hooks';
import type { FlowShown } from '../../../server/contract/clusters.ts';
import type { LeadOrBlind } from '../../../server/contract/leads.ts';
import type { OwnPage } from '../../../server/contract/member.ts';
import { addressOf, ask } from '../../client.ts';
import { money } from '../../state/format.ts';
import { address } from '../../state/route.ts';
import { useSteadyAnswer } from '../../state/useSteadyAnswer.ts';
import { STAGE_WORDS } from '../../../server/contract/leadWords.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { MEMBER_WORDS } from '../../words/member.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Loaded } from '../Loaded.tsx';
import { AnswerButtons } from '../leads/Answers.tsx';
import { BlindCard } from '../leads/BlindCard.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import { Leave } from './Leave.tsx';
import { Reads } from './Reads.tsx';
import { Sharing } from './Sharing.tsx';

export function OwnRoom({ company, name, flows }: { company: string; name: string; flows: readonly FlowShown[] }) {
  const language = useLanguage();
  const answer = useSteadyAnswer(
    (signal) => ask('ownPage', { path: { company }, query: { lang: language }, signal }),
    `own ${company} ${language}`,
  );
  return (
    <section class="own-room" aria-labelledby="own-title">
      <h2 id="own-title">{MEMBER_WORDS[language].title}</h2>
      <Loaded answer={answer}>{(page) => <Own page={page} name={name} flows={flows} again={answer.again} />}</Loaded>
    </section>
  );
}

function Own({ page, name, flows, again }: { page: OwnPage; name: string; flows: readonly FlowShown[]; again: () => void }) {
  const language = useLanguage();
  const words = MEMBER_WORDS[language];
  const href = (format: 'json' | 'xlsx'): string =>
    addressOf('ownEverything', { path: { company: page.company, format }, query: { lang: language } });
  return (
    <>
      <BeforeAfter flows={flows} uses={page.uses} name={name} />
      <OwnLeads page={page} again={again} />
      <Questions questions={page.questions} />
      <Sharing key={page.company} page={page} onChanged={again} />
      <Reads reads={page.reads} />
      <h3>{words.everything}</h3>
      <p class="quiet">{words.everythingInfo}</p>
      <p class="actions">
        <a class="button" href={href('xlsx')} download data-plain>
          Excel
        </a>
        <a class="button" href={href('json')} download data-plain>
          JSON
        </a>
      </p>
      <Leave company={page.company} name={name} />
    </>
  );
}

function OwnLeads({ page, again }: { page: OwnPage; again: () => void }) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const changed = (_lead: LeadOrBlind): void => again();
  return (
    <>
      <h3>{words.ownLeads}</h3>
      {page.leads.length + page.blind.length === 0 && <p class="quiet">{words.ownLeadsNone}</p>}
      <div class="cards">
        {page.blind.map((lead) => (
          <BlindCard key={lead.id} lead={lead} company={page.company} onChanged={changed} />
        ))}
        {page.leads.map((lead) => (
          <article key={lead.id} class="lead-card" data-lead={lead.id}>
            <h3>
              <a href={address.lead(lead.id)}>
                {lead.surplus_words} <span aria-hidden="true">→</span> {lead.need_words}
              </a>
            </h3>
            <p>
              {lead.giver_name} → {lead.taker_name} · {STAGE_WORDS[language][lead.stage]}
            </p>
            {lead.next_step !== null && <p class="quiet">{lead.next_step}</p>}
            {lead.answers
              .filter((one) => one.company === page.company && one.yours)
              .map((one) => (
                <AnswerButtons key={one.company} lead={lead.id} company={one.company} answer={one.answer} onChanged={changed} />
              ))}
          </article>
        ))}
      </div>
    </>
  );
}

/** Questions shown at first. */
const FIRST = 5;

function Questions({ questions }: { questions: OwnPage['questions'] }) {
  const language = useLanguage();
  const words = MEMBER_WORDS[language];
  const [all, setAll] = useState(false);
  return (
    <>
      <h3>{words.questions}</h3>
      {questions.length === 0 ? (
        <p class="quiet">{words.questionsNone}</p>
      ) : (
        <>
          <p class="quiet">{words.questionsInfo}</p>
          <ol class="questions">
            {questions.slice(0, all ? questions.length : FIRST).map((one, at) => (
              <li key={at}>
                <b>{one.words}</b>: {one.text}{' '}
                <span class="quiet">
                  {one.worth_nok_per_year === null
                    ? words.worthUnknown
                    : fill(words.worth, { amount: money(one.worth_nok_per_year, language) })}
                  {', '}
                  {fill(one.matches === 1 ? words.askedOne : words.asked, { count: one.matches })}
                </span>
              </li>
            ))}
          </ol>
          {questions.length > FIRST && (
            <button type="button" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? words.less : fill(words.more, { count: questions.length })}
            </button>
          )}
        </>
      )}
    </>
  );
}
