// What if a company leaves: what is lost, who is left alone, what could take its place.
import type { LeavingShown, MeetingStart } from '../../../server/contract/scenarios.ts';
import type { Change } from '../../../server/domain/scenario.ts';
import { ask } from '../../client.ts';
import { amount, money, number } from '../../state/format.ts';
import { changesText } from '../../state/changesText.ts';
import { useAnswer } from '../../state/useAnswer.ts';
import { orUnknown } from '../../state/orUnknown.ts';
import { MEETING_WORDS } from '../../words/meeting.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Loaded } from '../Loaded.tsx';

type Props = {
  readonly start: MeetingStart;
  readonly changes: readonly Change[];
  readonly objective: string;
  readonly company: string;
  readonly onCompany: (id: string) => void;
  readonly onTry: (id: string) => void;
};

export function LeavingPanel({ start, changes, objective, company, onCompany, onTry }: Props) {
  const words = MEETING_WORDS[useLanguage()];
  return (
    <section aria-labelledby="leaving-title" class="leaving">
      <h2 id="leaving-title">{words.leaving}</h2>
      <p class="quiet">{words.leavingInfo}</p>
      <label class="no-print">
        {words.company}{' '}
        <select name="leaving" value={company} onChange={(event) => onCompany(event.currentTarget.value)}>
          <option value="">{words.chooseCompany}</option>
          {start.companies.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {company !== '' && (
        <Left key={company} cluster={start.cluster} changes={changes} objective={objective} company={company} onTry={onTry} />
      )}
    </section>
  );
}

type LeftProps = Pick<Props, 'changes' | 'objective' | 'company' | 'onTry'> & { readonly cluster: string };

function Left({ cluster, changes, objective, company, onTry }: LeftProps) {
  const language = useLanguage();
  const answer = useAnswer(
    (signal) => ask('leaving', { path: { cluster }, query: { lang: language }, body: { changes, objective, company }, signal }),
    `leaving ${cluster} ${company} ${objective} ${language} ${changesText(changes)}`,
  );
  return <Loaded answer={answer}>{(told) => <Told told={told} onTry={() => onTry(company)} />}</Loaded>;
}

function Told({ told, onTry }: { readonly told: LeavingShown; readonly onTry: () => void }) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const nok = (figures: LeavingShown['before']): string => orUnknown(figures.nok_per_year?.likely, '–', (value) => money(value, language));
  const co2 = (figures: LeavingShown['before']): string =>
    orUnknown(figures.t_co2e_per_year?.likely, '–', (value) => `${number(value, language)} t`);
  return (
    <div data-leaving={told.company.name}>
      <h3>{fill(words.leavingOf, { name: told.company.name })}</h3>
      <p>
        {fill(words.lostMatches, {
          count: told.lost_count,
          before: nok(told.before),
          after: nok(told.after),
          beforeCo2: co2(told.before),
          afterCo2: co2(told.after),
        })}{' '}
        <button type="button" class="no-print" onClick={onTry}>
          {words.tryIt}
        </button>
      </p>
      <div class="leaving-columns">
        <section>
          <h4>{words.running}</h4>
          {told.exchanges.length === 0 ? (
            <p class="quiet">{words.runningNone}</p>
          ) : (
            <ul>
              {told.exchanges.map((one) => (
                <li key={one.id}>
                  {one.from_name} → {one.to_name}: {one.resource}
                  {orUnknown(one.annual?.likely, '', (value) => `, ${amount(value, one.annual?.unit ?? 't', language)}`)}
                </li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <h4>{words.stranded}</h4>
          {told.stranded.length === 0 ? (
            <p class="quiet">{words.strandedNone}</p>
          ) : (
            <ul class="stranded">
              {told.stranded.map((one) => (
                <li key={one.flow}>
                  {one.company_name}: {one.words}
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      {told.affected.length > 0 && (
        <details>
          <summary>
            {words.affected} ({told.affected.length})
          </summary>
          <div class="scroll" tabIndex={0} role="region" aria-label={words.affected}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.company}</th>
                  <th scope="col">{words.lost}</th>
                  <th scope="col">{words.next}</th>
                </tr>
              </thead>
              <tbody>
                {told.affected.map((one) => {
                  const others = (pairs: typeof one.next): string =>
                    pairs
                      .map((pair) =>
                        pair.surplus === one.flow ? `${pair.taker_name}: ${pair.need_words}` : `${pair.giver_name}: ${pair.surplus_words}`,
                      )
                      .join('; ');
                  return (
                    <tr key={one.flow}>
                      <th scope="row">
                        {one.company_name} <span class="quiet">{one.words}</span>
                      </th>
                      <td>{others(one.lost)}</td>
                      <td>{others(one.next)}</td>
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </div>
  );
}
