// The sharing potential first, what bounds it, and what kind of figure it is.
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import type { Pinch } from '../../../server/heat/cascade.ts';
import { percent, power, whole } from '../../pictures/heat/kilowatts.ts';
import type { MonthTargets } from '../../pictures/heat/streamsAt.ts';
import { leftOver, whatBounds } from '../../pictures/heat/whatBounds.ts';
import { amount } from '../../state/format.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';

const HOURS = 8760;

type Props = {
  readonly page: HeatPage;
  /** Means of the year at the approach on screen. */
  readonly year: MonthTargets;
  readonly throughLoop: number;
  readonly pinches: readonly Pinch[];
};

export function Headline({ page, year, throughLoop, pinches }: Props) {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const bound = whatBounds(year, pinches);
  const energy = (kilowatts: number): string => amount((kilowatts * HOURS) / 1000, 'MWh', language);
  const said = fill(words.bound[bound.by], { left: power(leftOver(year), language), lack: power(year.pooled, language) });
  const withPinch =
    bound.by === 'temperature' && bound.pinch
      ? fill(words.bound.pinch, { hot: whole(bound.pinch.hot, language), cold: whole(bound.pinch.cold, language) })
      : '';
  const unknown = page.flows.filter((flow) => !page.streams.some((one) => one.flow === flow.id)).length;
  const figures = [
    { name: words.surplusTotal, value: year.supply },
    { name: words.needTotal, value: year.demand },
    { name: words.today, value: year.alone },
    { name: words.loop, value: throughLoop, help: words.loopText },
  ];
  return (
    <section class="heat-headline" aria-labelledby="potential-title">
      <div>
        <h2 id="potential-title">{words.potential}</h2>
        <p class="heat-potential" data-figure="potential">
          {power(year.potential, language)}
          {year.alone > 0 && (
            <span class="quiet">
              {' '}
              {percent(year.potential / year.alone, language)} {words.ofToday}
            </span>
          )}
        </p>
        <p>{fill(words.potentialText, { year: energy(year.potential) })}</p>
      </div>
      <div>
        <p class="notice">
          {said}
          {withPinch}
        </p>
        <p class="quiet">
          {words.boundNote} {unknown === 1 ? words.unknownAmountsOne : unknown > 1 ? fill(words.unknownAmounts, { count: unknown }) : ''}
        </p>
      </div>
      <dl class="counts">
        {figures.map(({ name, value, help }) => (
          <div key={name} title={help}>
            <dt>{name}</dt>
            <dd>
              {power(value, language)} <span class="quiet small">{energy(value)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
