// The least temperature difference as a slider, with what it moves said beside it: potential, pairs, network.
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import { power, whole } from '../../pictures/heat/kilowatts.ts';
import { money } from '../../state/format.ts';
import { APPROACH_ENDS } from '../../state/useHeatAddress.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';

type Props = {
  readonly page: HeatPage;
  readonly kelvin: number;
  readonly onChange: (kelvin: number | null) => void;
  /** Sharing potential at this difference and at the usual one, kW. */
  readonly potential: number;
  readonly usualPotential: number;
  /** K at which heat first runs short; null where it does at any, or never. */
  readonly lackAt: number | null;
};

export function ApproachControl({ page, kelvin, onChange, potential, usualPotential, lackAt }: Props) {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const usual = page.approach.usual_k;
  const pairs = (kind: HeatPage['pairs'][number]['kind']): string => String(page.pairs.filter((one) => one.kind === kind).length);
  // Below half a kW there is nothing to tell apart.
  const change = Math.abs(potential - usualPotential) < 0.5 ? 0 : potential - usualPotential;
  const figures = [
    {
      key: 'moved-potential',
      name: words.potential,
      value: power(potential, language),
      more:
        kelvin === usual
          ? ''
          : change === 0
            ? words.sameAsUsual
            : fill(words.againstUsual, { change: `${change > 0 ? '+' : '−'}${power(Math.abs(change), language)}` }),
    },
    {
      key: 'moved-pairs',
      name: words.pairs,
      value: fill(words.pairCounts, { direct: pairs('direct'), pump: pairs('heatPump'), none: pairs('none') }),
      more: '',
    },
    ...(page.network === null
      ? []
      : [{ key: 'moved-network', name: words.networkGain, value: money(page.network.nok_per_year.likely, language), more: '' }]),
  ];
  return (
    <>
      <label>
        <span>
          {words.approach}: <output data-figure="approach">{fill(words.kelvin, { value: whole(kelvin, language, 1) })}</output>
        </span>
        <input
          type="range"
          min={APPROACH_ENDS.least}
          max={APPROACH_ENDS.most}
          step={0.5}
          value={kelvin}
          aria-describedby="approach-help"
          onInput={(event) => onChange(Number(event.currentTarget.value))}
        />
      </label>
      <button type="button" disabled={kelvin === usual} onClick={() => onChange(null)}>
        {fill(words.approachReset, { usual: whole(usual, language, 1) })}
      </button>
      <dl class="heat-moved">
        {figures.map(({ key, name, value, more }) => (
          <div key={key} data-figure={key}>
            <dt>{name}</dt>
            <dd>
              {value} {more && <span class="quiet small">{more}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p id="approach-help" class="quiet small">
        {fill(words.approachHelp, { usual: whole(usual, language, 1) })}{' '}
        {lackAt !== null && lackAt > kelvin && fill(words.lackAt, { kelvin: whole(lackAt, language) })}
      </p>
    </>
  );
}
