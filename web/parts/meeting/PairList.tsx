// The matches of a frame, with what the allocation uses of each, and what it used before.
import { useState } from 'preact/hooks';
import type { LivePair } from '../../../server/contract/scenarios.ts';
import { amount, money, number } from '../../state/format.ts';
import { orUnknown } from '../../state/orUnknown.ts';
import { address } from '../../state/route.ts';
import { MEETING_WORDS } from '../../words/meeting.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';

export const pairKey = ({ surplus, need, via }: Pick<LivePair, 'surplus' | 'need' | 'via'>): string => JSON.stringify([surplus, need, via]);
/** A pair with a company that is only thought of has no page of its own. */
const isReal = ({ surplus, need }: LivePair): boolean => !surplus.startsWith('joins:') && !need.startsWith('joins:');

type Props = {
  readonly cluster: string;
  readonly pairs: readonly LivePair[];
  readonly before: readonly LivePair[];
  readonly picked: ReadonlySet<string>;
  readonly onPick: (key: string) => void;
};

export function PairList({ cluster, pairs, before, picked, onPick }: Props) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const common = useWords();
  const [onlyUsed, setOnlyUsed] = useState(false);
  const was = new Map(before.map((one) => [pairKey(one), one]));
  const now = new Set(pairs.map(pairKey));
  const gone = before.filter((one) => one.used !== null && !now.has(pairKey(one)));
  const rows = onlyUsed ? pairs.filter(({ used }) => used !== null) : pairs;
  const share = (one: LivePair): number =>
    one.used === null || !one.volume?.likely ? 1 : Math.min(1, (one.used.likely ?? 0) / one.volume.likely);
  return (
    <section aria-labelledby="list-title" class="meeting-list">
      <h2 id="list-title">{words.list}</h2>
      <p class="quiet">{fill(words.listInfo, { count: Math.min(60, pairs.length) })}</p>
      <label>
        <input type="checkbox" checked={onlyUsed} onChange={() => setOnlyUsed(!onlyUsed)} /> {words.onlyUsed}
      </label>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="list-title">
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span class="hidden">{words.choose}</span>
              </th>
              <th scope="col">{words.from}</th>
              <th scope="col">{words.to}</th>
              <th scope="col" class="number">
                {words.quantity}
              </th>
              <th scope="col" class="number">
                {words.nok}
              </th>
              <th scope="col" class="number">
                {words.co2}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => {
              const key = pairKey(one);
              const old = was.get(key);
              const name = `${one.giver_name}: ${one.surplus_words} → ${one.taker_name}: ${one.need_words}`;
              const [used, oldUsed] = [one.used?.likely ?? null, old?.used?.likely ?? null];
              return (
                <tr key={key} data-pair={key} data-used={used === null ? 'no' : 'yes'}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={fill(words.pick, { pair: name })}
                      checked={picked.has(key)}
                      onChange={() => onPick(key)}
                    />
                  </td>
                  <th scope="row">
                    {one.giver_name} <span class="quiet">{one.surplus_words}</span>
                  </th>
                  <td>
                    {isReal(one) ? <a href={address.match(cluster, one.surplus, one.need)}>{one.taker_name}</a> : one.taker_name}{' '}
                    <span class="quiet">{one.need_words}</span>
                  </td>
                  <td class="number">
                    {used === null ? '–' : amount(used, one.used?.unit ?? 't', language)}
                    {oldUsed !== null && (used === null || Math.abs(oldUsed - used) > 1e-6 * oldUsed) && (
                      <span class="quiet span">
                        {used === null ? words.goneUsed : fill(words.wasUsed, { amount: amount(oldUsed, one.used?.unit ?? 't', language) })}
                      </span>
                    )}
                    {oldUsed === null && used !== null && <span class="new span">{words.newUsed}</span>}
                  </td>
                  <td class="number">
                    {orUnknown(one.nok_per_year?.likely, common.notKnown, (value) => money(value * share(one), language))}
                  </td>
                  <td class="number">
                    {orUnknown(one.t_co2e_per_year?.likely, common.notKnown, (value) => `${number(value * share(one), language)} t`)}
                  </td>
                </tr>
              );
            })}
            {gone.map((one) => (
              <tr key={`gone ${pairKey(one)}`} class="gone" data-pair={pairKey(one)} data-used="gone">
                <td />
                <th scope="row">
                  {one.giver_name} <span class="quiet">{one.surplus_words}</span>
                </th>
                <td>
                  {one.taker_name} <span class="quiet">{one.need_words}</span>
                </td>
                <td class="number">
                  <s>{one.used === null ? '' : amount(one.used.likely ?? one.used.low, one.used.unit, language)}</s>{' '}
                  <span class="quiet span">{words.gone}</span>
                </td>
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
