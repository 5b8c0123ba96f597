// The best pairs hour by hour: what shifts and weather take from the monthly figure, and the tank that would help.
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import { percent, power } from '../../pictures/heat/kilowatts.ts';
import { amount } from '../../state/format.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import type { HeatWords } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

type Pair = HeatPage['hours']['pairs'][number];
type Props = {
  readonly hours: HeatPage['hours'];
  readonly nameOf: (flow: string) => string;
  readonly onSource: (flow: string) => void;
};

/** Null: the hours are assumed, or the pair only preheats. The first cover that is not reached yet, and its tank. */
function tankText({ tanks }: Pair, words: HeatWords, language: Language): string {
  if (tanks === null) return words.tankUnknown;
  const next = tanks.find((one) => one.mwh !== 0);
  if (next === undefined) return words.storeZero;
  if (next.mwh === null || next.m3 === null) return words.storeNone;
  return fill(words.tankFor, {
    cover: percent(next.cover, language),
    m3: amount(next.m3, 'm3', language),
    mwh: amount(next.mwh, 'MWh', language),
  });
}

export function HourTable({ hours, nameOf, onSource }: Props) {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  if (hours.pairs.length === 0) return null;
  const anyTank = hours.pairs.some((pair) => pair.tanks !== null);
  const flow = (id: string) => (
    <button type="button" class="link" onClick={() => onSource(id)}>
      {nameOf(id)}
    </button>
  );
  return (
    <details class="heat-hours heat-fold" data-list="hours">
      <summary id="hours-title">{words.hourly}</summary>
      <p class="quiet">
        {fill(words.hourlyHelp, {
          count: hours.pairs.length,
          months: power(hours.sharing_potential_by_months_kw, language),
          hours: power(hours.sharing_potential_by_hours_kw, language),
        })}
      </p>
      {hours.assumed.length > 0 && (
        <details data-list="hours-assumed">
          <summary>{fill(words.hoursAssumed, { count: hours.assumed.length })}</summary>
          <ul class="messages">
            {hours.assumed.map((id) => (
              <li key={id}>{flow(id)}</li>
            ))}
          </ul>
        </details>
      )}
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="hours-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.surplusFlow}</th>
              <th scope="col">{words.needFlow}</th>
              <th scope="col" class="number">
                {words.byMonths}
              </th>
              <th scope="col" class="number">
                {words.byHours}
              </th>
              <th scope="col" class="number">
                {words.share}
              </th>
              {anyTank && <th scope="col">{words.tank}</th>}
            </tr>
          </thead>
          <tbody>
            {hours.pairs.map((pair) => (
              <tr key={`${pair.surplus} ${pair.need}`}>
                <td>{flow(pair.surplus)}</td>
                <td>{flow(pair.need)}</td>
                <td class="number">{amount(pair.mwh_by_months, 'MWh', language)}</td>
                <td class="number">{amount(pair.mwh_by_hours, 'MWh', language)}</td>
                <td class="number">{percent(pair.cover, language)}</td>
                {anyTank && <td>{tankText(pair, words, language)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
