// The screenings of a company: a line each, with its state, and what may be changed of it.
import { useState } from 'preact/hooks';
import type { ScreeningChange, ScreeningShown } from '../../server/contract/screenings.ts';
import { ask } from '../client.ts';
import { day } from '../state/format.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { SCREENING_WORDS } from '../words/screenings.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';
import { Loaded, refusalText } from './Loaded.tsx';

export function ScreeningList({ cluster, company }: { cluster: string; company: string }) {
  const words = SCREENING_WORDS[useLanguage()];
  const answer = useAnswer((signal) => ask('screenings', { path: { cluster }, query: { company }, signal }), `screenings ${company}`);
  if (answer.state === 'ok' && answer.value.length === 0) return null;
  return (
    <section aria-labelledby="screenings-title">
      <h2 id="screenings-title">{words.title}</h2>
      <Loaded answer={answer}>{(list) => <Table list={list} />}</Loaded>
    </section>
  );
}

function Table({ list }: { list: readonly ScreeningShown[] }) {
  const words = SCREENING_WORDS[useLanguage()];
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={words.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            <th scope="col">{words.site}</th>
            <th scope="col">{words.by}</th>
            <th scope="col">{words.date}</th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <Line key={one.id} first={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ first }: { first: ScreeningShown }) {
  const language = useLanguage();
  const words = SCREENING_WORDS[language];
  const all = useWords();
  const [screening, setScreening] = useState(first);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const which = [screening.site ?? words.noSite, screening.period].filter(Boolean).join(', ');
  const change = (body: ScreeningChange): void => {
    setBusy(true);
    setError(null);
    ask('screeningChange', { path: { screening: screening.id }, body })
      .then(setScreening, setError)
      .finally(() => setBusy(false));
  };
  return (
    <tr>
      <th scope="row">{screening.period ?? words.noPeriod}</th>
      <td>{screening.site ?? words.noSite}</td>
      <td>
        {screening.may_change ? (
          <input
            type="text"
            maxLength={200}
            aria-label={fill(words.byOf, { which })}
            placeholder={words.importedBy}
            value={screening.by ?? ''}
            disabled={busy}
            onChange={(event) => change({ by: event.currentTarget.value.trim() || null })}
          />
        ) : (
          (screening.by ?? words.importedBy)
        )}
      </td>
      <td>
        {screening.may_change ? (
          <input
            type="date"
            aria-label={fill(words.dateOf, { which })}
            value={screening.date ?? ''}
            disabled={busy}
            onChange={(event) => change({ date: event.currentTarget.value || null })}
          />
        ) : (
          screening.date !== null && day(screening.date, language)
        )}
        {screening.date === null && (
          <span class="quiet"> {fill(words.imported, { date: day(screening.imported_at.slice(0, 10), language) })}</span>
        )}
        {screening.check_again && <CheckAgain months={screening.age_months} />}
      </td>
      <td>
        {screening.may_change ? (
          <select
            aria-label={fill(words.stateOf, { which })}
            value={screening.state}
            disabled={busy}
            onChange={(event) => change({ state: stateOf(event.currentTarget.value) })}
          >
            {STATES.map((state) => (
              <option key={state} value={state}>
                {words.states[state]}
              </option>
            ))}
          </select>
        ) : (
          words.states[screening.state]
        )}
        {error !== null && <p role="alert">{refusalText(error, all, language)}</p>}
      </td>
    </tr>
  );
}

const STATES = ['draft', 'checked', 'approved'] as const satisfies readonly ScreeningShown['state'][];
const stateOf = (text: string): ScreeningShown['state'] => STATES.find((state) => state === text) ?? 'draft';

function CheckAgain({ months }: { months: number }) {
  const language = useLanguage();
  const words = SCREENING_WORDS[language];
  return (
    <strong class="check-again">
      {' '}
      {words.checkAgain}{' '}
      <span class="quiet">
        ({fill(words.age[new Intl.PluralRules(language).select(months) === 'one' ? 'one' : 'other'], { count: months })})
      </span>
    </strong>
  );
}

/** Of a company in a list: the state that holds for all its screenings, and whether one of them asks to be checked again. */
export function ScreeningSummary({ screenings }: { screenings: readonly ScreeningShown[] }) {
  const words = SCREENING_WORDS[useLanguage()];
  const least = STATES.find((state) => screenings.some((one) => one.state === state));
  if (least === undefined) return <span class="quiet">{words.none}</span>;
  const oldest = Math.max(...screenings.map((one) => (one.check_again ? one.age_months : -1)));
  const state = words.states[least];
  return (
    <>
      {screenings.length === 1 ? state : fill(words.several, { state, count: screenings.length })}
      {oldest >= 0 && <CheckAgain months={oldest} />}
    </>
  );
}
