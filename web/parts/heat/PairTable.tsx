// Ranked heat pairs: direct, heat pump or no, with the reason, the distance and what length the heat pays for.
import { useState } from 'preact/hooks';
import { PAIR_KINDS } from '../../../server/contract/heatAnswer.ts';
import type { HeatPairShown } from '../../../server/contract/heatAnswer.ts';
import { length, percent, whole } from '../../pictures/heat/kilowatts.ts';
import { amount, number } from '../../state/format.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import type { HeatWords } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';

/** Enough to choose a few to look into; the rest is a click away. */
const FIRST = 8;
const MORE = 20;
type Kind = HeatPairShown['kind'];

export function pairReason(pair: HeatPairShown, words: HeatWords, language: Language): string {
  const { cop, change } = pair;
  const first = fill(words.because[pair.because], {
    drop: whole(pair.drop_k, language),
    share: percent(pair.share_of_need, language),
    lift: whole(pair.lift_k ?? 0, language),
    source: whole(cop?.source_c ?? 0, language),
    sink: whole(cop?.sink_c ?? 0, language),
    cop: number(cop?.likely ?? 0, language, 2),
    low: number(cop?.low ?? 0, language, 2),
    high: number(cop?.high ?? 0, language, 2),
  });
  if (change === null || pair.because === 'hotEnough') return first;
  const or = change.surplus_at_c === null ? '' : fill(words.change.or, { surplus: whole(change.surplus_at_c, language) });
  return `${first} ${fill(words.change[change.for], { need: whole(change.need_at_c, language), or })}`;
}

type Props = {
  readonly pairs: readonly HeatPairShown[];
  readonly nameOf: (flow: string) => string;
  readonly onSource: (flow: string) => void;
};

export function PairTable({ pairs, nameOf, onSource }: Props) {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const [most, setMost] = useState(FIRST);
  const chosen = kind === 'all' ? pairs : pairs.filter((one) => one.kind === kind);
  const shown = chosen.slice(0, most);
  if (pairs.length === 0) return <p class="quiet">{words.noPairs}</p>;
  const flow = (id: string) => (
    <button type="button" class="link" onClick={() => onSource(id)}>
      {nameOf(id)}
    </button>
  );
  return (
    <>
      <p class="quiet">{words.pairsHelp}</p>
      <p class="controls">
        <label>
          {words.pairsFilter}
          <select
            value={kind}
            onChange={(event) => {
              const value = event.currentTarget.value;
              setKind(PAIR_KINDS.find((one) => one === value) ?? 'all');
              setMost(FIRST);
            }}
          >
            <option value="all">{fill(words.pairsAll, { count: pairs.length })}</option>
            {PAIR_KINDS.map((one) => (
              <option key={one} value={one}>
                {words.kind[one]} ({pairs.filter((pair) => pair.kind === one).length})
              </option>
            ))}
          </select>
        </label>
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.pairs}>
        <table class="heat-pairs">
          <thead>
            <tr>
              <th scope="col">{words.verdict}</th>
              <th scope="col">{words.surplusFlow}</th>
              <th scope="col">{words.needFlow}</th>
              <th scope="col" class="number">
                {words.amount}
              </th>
              <th scope="col" class="number">
                {words.share}
              </th>
              <th scope="col" class="number">
                {words.distance}
              </th>
              <th scope="col" class="number">
                {words.breakEven}
              </th>
              <th scope="col">{words.reason}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((pair) => (
              <tr key={`${pair.surplus} ${pair.need}`} data-kind={pair.kind}>
                <td>
                  <span class={`heat-verdict ${pair.kind}`}>{words.kind[pair.kind]}</span>
                </td>
                <td>{flow(pair.surplus)}</td>
                <td>{flow(pair.need)}</td>
                <td class="number">{pair.kind === 'none' ? '–' : amount(pair.mwh_per_year, 'MWh', language)}</td>
                <td class="number">{pair.kind === 'none' ? '–' : percent(pair.share_of_need, language)}</td>
                <td class="number">{pair.metres === null ? words.unknownPlace : length(pair.metres, language)}</td>
                <td class="number">{pair.kind === 'none' ? '–' : length(pair.break_even_m, language)}</td>
                <td class="heat-reason">{pairReason(pair, words, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {chosen.length > most && (
        <p>
          <button type="button" onClick={() => setMost(most + MORE)}>
            {fill(words.more, { count: Math.min(MORE, chosen.length - most) })}
          </button>
        </p>
      )}
    </>
  );
}
