// What happened to a lead, newest first.
import { REASON_WORDS, STAGE_WORDS } from '../../../server/contract/leadWords.ts';
import type { LeadEventShown } from '../../../server/contract/leads.ts';
import { day, moment } from '../../state/format.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { fill, useLanguage } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

function sentence(event: LeadEventShown, language: Language): string {
  const words = LEAD_WORDS[language];
  const stage = STAGE_WORDS[language];
  switch (event.kind) {
    case 'made':
      return words.events.made;
    case 'moved': {
      const why = [event.reason === null ? null : REASON_WORDS[language][event.reason], event.text]
        .filter((one) => one !== null)
        .join(': ');
      return `${fill(words.events.moved, { from: stage[event.from], to: stage[event.to] })}${why === '' ? '' : ` (${why})`}`;
    }
    case 'planned': {
      const what = [event.next_step, event.next_date === null ? null : day(event.next_date, language), event.responsible];
      return fill(words.events.planned, { what: what.filter((one) => one !== null).join(', ') || words.noStep.toLowerCase() });
    }
    case 'realised':
      return fill(words.events.realised, { year: event.year });
    case 'answered':
      return fill(words.events.answered, { company: event.company, answer: words.answers[event.answer ?? 'none'] });
  }
}

export function History({ events }: { events: readonly LeadEventShown[] }) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  return (
    <section>
      <h3>{words.history}</h3>
      <ol class="history">
        {events.toReversed().map((event, at) => (
          <li key={events.length - at}>
            <span class="quiet">
              {moment(event.at, language)}, {event.who}
            </span>{' '}
            {sentence(event, language)}
          </li>
        ))}
      </ol>
    </section>
  );
}
