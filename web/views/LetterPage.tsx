// A draft letter of intent for a lead that the viewer sees whole: one page to print and talk from.
import '../styles/leads.css';
import type { LeadWhole } from '../../server/contract/leads.ts';
import { ask } from '../client.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { amount, day, money, number } from '../state/format.ts';
import { address } from '../state/route.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { LEAD_WORDS } from '../words/leads.ts';
import { LETTER_WORDS } from '../words/letter.ts';
import { fill, useLanguage } from '../words/words.ts';

type Wanted = { readonly lead: LeadWhole; readonly law: string | null; readonly numbers: Readonly<Record<string, string | null>> };

export function LetterPage({ lead }: { lead: string }) {
  const language = useLanguage();
  const answer = useAnswer((signal) => gathered(lead, language, signal), `letter ${lead} ${language}`);
  const words = LEAD_WORDS[language];
  return <Loaded answer={answer}>{(found) => (found === null ? <p class="notice">{words.blindInfo}</p> : <Letter {...found} />)}</Loaded>;
}

/** Null while the two companies have not said yes. */
async function gathered(id: string, lang: 'nb' | 'en', signal: AbortSignal): Promise<Wanted | null> {
  const lead = await ask('lead', { path: { lead: id }, query: { lang }, signal });
  if (lead.sight === 'blind') return null;
  const [found, companies] = await Promise.all([
    lead.current ? ask('matches', { path: { cluster: lead.cluster }, query: { lang, refused: 'yes', limit: 5_000 }, signal }) : null,
    ask('companies', { path: { cluster: lead.cluster }, signal }),
  ]);
  const match = found && [...found.matches, ...found.refused].find((one) => one.surplus === lead.surplus && one.need === lead.need);
  const law = match?.checks.find(({ check, verdict }) => check === 'law' && verdict !== 'pass')?.reason ?? null;
  return { lead, law, numbers: Object.fromEntries(companies.map((one) => [one.id, one.org_number])) };
}

function Letter({ lead, law, numbers }: Wanted) {
  const language = useLanguage();
  const words = LETTER_WORDS[language];
  const { volume, nok_per_year: nok, t_co2e_per_year: co2 } = lead.made;
  const of = (value: number): string => amount(value, volume?.unit ?? '', language);
  const party = (id: string, name: string, role: string) => {
    const org = numbers[id] ?? null;
    return (
      <p>
        <b>{name}</b>
        {org !== null && `, ${fill(words.org, { number: org })}`} ({role})
      </p>
    );
  };
  const step = [
    lead.next_step === null ? null : fill(words.plan, { step: lead.next_step }),
    lead.next_date === null ? null : fill(words.planDate, { date: day(lead.next_date, language) }),
    lead.responsible === null ? null : fill(words.planWho, { who: lead.responsible }),
  ].filter((one) => one !== null);
  return (
    <article class="letter" lang={language}>
      <p class="no-print actions">
        <a href={address.lead(lead.id)}>{words.back}</a>
        <button type="button" class="primary" onClick={() => print()}>
          {words.print}
        </button>
      </p>
      <h1>{fill(words.title, { resource: lead.surplus_words })}</h1>
      <p class="quiet">{fill(words.draft, { date: day(lead.changed_at.slice(0, 10), language) })}</p>
      <p>{words.between}</p>
      {party(lead.giver, lead.giver_name, words.giver)}
      <p>{words.and}</p>
      {party(lead.taker, lead.taker_name, words.taker)}
      <h2>{words.purposeTitle}</h2>
      <p>
        {fill(words.purpose, { giver: lead.giver_name, taker: lead.taker_name, surplus: lead.surplus_words, need: lead.need_words })}{' '}
        {lead.via.length > 0 && fill(words.via, { via: lead.via.join(', ') })}
      </p>
      <h2>{words.amountTitle}</h2>
      <ul>
        <li>
          {volume === null
            ? words.amountUnknown
            : volume.likely === null || volume.high === null
              ? fill(words.amountLeast, { low: of(volume.low) })
              : fill(words.amount, { low: of(volume.low), likely: of(volume.likely), high: of(volume.high) })}
        </li>
        {nok && nok.high !== null && <li>{fill(words.value, { low: money(nok.low, language), high: money(nok.high, language) })}</li>}
        {co2 && co2.likely !== null && <li>{fill(words.co2, { likely: number(co2.likely, language, 2) })}</li>}
      </ul>
      <p>{words.estimate}</p>
      <h2>{words.clearTitle}</h2>
      <ul>
        <li>{words.clear.quality}</li>
        <li>{law === null ? words.clear.lawNone : fill(words.clear.law, { reason: law })}</li>
        <li>{words.clear.amount}</li>
        <li>{words.clear.price}</li>
        <li>{words.clear.transport}</li>
        <li>{words.clear.owner}</li>
      </ul>
      <h2>{words.planTitle}</h2>
      <p>{step.length > 0 ? step.join(' ') : words.planNone}</p>
      <h2>{words.secretTitle}</h2>
      <p>{words.secret}</p>
      <h2>{words.bindingTitle}</h2>
      <p>{words.binding}</p>
      <div class="signatures">
        {[lead.giver_name, lead.taker_name].map((name) => (
          <div key={name}>
            <p class="line">{words.place}</p>
            <p class="line">{fill(words.sign, { company: name })}</p>
          </div>
        ))}
      </div>
    </article>
  );
}
