// Surplus that no need is in reach of: what power or cold it could make.
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import { power } from '../../pictures/heat/kilowatts.ts';
import { amount, degrees } from '../../state/format.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';

type Props = {
  readonly unused: HeatPage['without_use'];
  readonly nameOf: (flow: string) => string;
  readonly onSource: (flow: string) => void;
};

export function Unused({ unused, nameOf, onSource }: Props) {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  return (
    <ul class="messages">
      {unused.map(({ flow, mwh_per_year: mwh, supply_c: supply, orc, absorption }) => (
        <li key={flow}>
          <button type="button" class="link" onClick={() => onSource(flow)}>
            {nameOf(flow)}
          </button>{' '}
          <span class="quiet">
            {amount(mwh, 'MWh', language)}, {degrees(supply, language)}
          </span>
          <p>
            {orc.possible &&
              fill(words.orc, { power: power(orc.power, language), low: power(orc.low, language), high: power(orc.high, language) })}{' '}
            {absorption.possible && fill(words.absorption, { cold: power(absorption.cold, language) })}
            {!orc.possible && !absorption.possible && words.unusedCold}
          </p>
        </li>
      ))}
    </ul>
  );
}
