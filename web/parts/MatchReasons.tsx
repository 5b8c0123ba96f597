// All that a match rests on: checks with reasons, score parts, assumptions, questions, source rows.
import type { MatchShown } from '../../server/contract/matchAnswer.ts';
import { money, moneyRange, number } from '../state/format.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

type Props = { match: MatchShown; onSource: (flow: string) => void; nameOf: (flow: string) => string };

export function MatchReasons({ match, onSource, nameOf }: Props) {
  const words = useWords();
  const language = useLanguage();
  return (
    <div class="reasons">
      <table>
        <tbody>
          {match.checks.map((one) => (
            <tr key={one.check}>
              <th scope="row">{words.check[one.check]}</th>
              <td class={`verdict ${one.verdict}`}>{words.verdict[one.verdict]}</td>
              <td>
                {one.reason}
                {one.change && (
                  <span class="quiet">
                    {' '}
                    {words.smallestChange}: {one.change.field} {one.change.from ?? words.notKnown} → {one.change.to} {one.change.unit}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        {match.nok_per_year && (
          <>
            <dt>{words.value}</dt>
            <dd>
              {moneyRange(match.nok_per_year, words, language)} {words.perYear}
            </dd>
          </>
        )}
        {match.t_co2e_per_year && match.t_co2e_per_year.likely !== null && (
          <>
            <dt>{words.co2}</dt>
            <dd>
              {number(match.t_co2e_per_year.likely, language, 2)} t {words.perYear}
            </dd>
          </>
        )}
        <dt>{words.rule}</dt>
        <dd>{match.rule === 'same' ? words.ruleSame : match.rule}</dd>
      </dl>
      {match.questions.length > 0 && (
        <>
          <h4>{words.questions}</h4>
          <ul>
            {match.questions.map((one, index) => (
              <li key={index}>
                {one.text}
                {one.worth_nok_per_year !== null && (
                  <span class="quiet"> ({fill(words.worth, { amount: money(one.worth_nok_per_year, language) })})</span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {match.assumed.length > 0 && (
        <>
          <h4>{words.assumed}</h4>
          <ul>
            {match.assumed.map((one, index) => (
              <li key={index}>
                {one.text}
                {one.judgement && <span class="quiet"> ({words.judgement})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <h4>{words.parts}</h4>
      <ul class="parts">
        {match.parts.map((one) => (
          <li key={one.name}>
            {words.scoreParts[one.name] ?? one.name}: {number(one.value, language, 2)}
            {one.weight !== 1 && <sup>{number(one.weight, language, 2)}</sup>}
          </li>
        ))}
      </ul>
      <p>
        {words.source}:{' '}
        {[match.surplus, match.need].map((flow) => (
          <button key={flow} type="button" class="link" onClick={() => onSource(flow)}>
            {nameOf(flow)}
          </button>
        ))}
      </p>
    </div>
  );
}
