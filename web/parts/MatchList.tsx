// Matches, best first: who to whom, what, how much, and on request every reason.
import { useMemo, useState } from 'preact/hooks';
import type { FlowShown } from '../../server/contract/clusters.ts';
import type { MatchShown } from '../../server/contract/matchAnswer.ts';
import { address } from '../state/route.ts';
import { amountRange, moneyRange, number } from '../state/format.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';
import { MatchReasons } from './MatchReasons.tsx';

type Props = {
  cluster: string;
  matches: readonly MatchShown[];
  flows: ReadonlyMap<string, FlowShown>;
  onSource: (flow: string) => void;
};

export function MatchList({ cluster, matches, flows, onSource }: Props) {
  const words = useWords();
  const [shown, setShown] = useState(20);
  const shares = useMemo(() => {
    const count = new Map<number, number>();
    for (const { tie } of matches) count.set(tie, (count.get(tie) ?? 0) + 1);
    return count;
  }, [matches]);
  return (
    <>
      <ol class="matches">
        {matches.slice(0, shown).map((match) => (
          <MatchItem
            key={`${match.surplus} ${match.need}`}
            cluster={cluster}
            shared={(shares.get(match.tie) ?? 0) > 1}
            match={match}
            flows={flows}
            onSource={onSource}
          />
        ))}
      </ol>
      {matches.length > shown && (
        <button type="button" onClick={() => setShown(shown + 40)}>
          {words.matchesMore}
        </button>
      )}
    </>
  );
}

function MatchItem({
  cluster,
  shared,
  match,
  flows,
  onSource,
}: {
  cluster: string;
  /** Others stand on the same place. */
  shared: boolean;
  match: MatchShown;
  flows: ReadonlyMap<string, FlowShown>;
  onSource: (flow: string) => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const [surplus, need] = [flows.get(match.surplus), flows.get(match.need)];
  if (!surplus || !need) return null;
  const facts = [
    match.volume && amountRange(match.volume, match.volume.unit, words, language),
    match.nok_per_year && moneyRange(match.nok_per_year, words, language),
    match.distance_km !== null && `${number(match.distance_km, language, 2)} km`,
  ].filter(Boolean);
  return (
    <li class="match" data-surplus={match.surplus} data-need={match.need}>
      <div class="who">
        <span class="score" title={words.score}>
          {Math.round(match.score * 100)}
        </span>
        <span>
          <b>{surplus.resource}</b> <a href={address.company(surplus.company)}>{surplus.company_name}</a>
          <span aria-hidden="true"> → </span>
          <span class="hidden">{words.matchTo}</span> <b>{need.resource}</b> <a href={address.company(need.company)}>{need.company_name}</a>
          {match.via.length > 0 && (
            <span class="quiet">
              {' '}
              {words.via.toLowerCase()} {match.via.join(', ')}
            </span>
          )}
        </span>
      </div>
      <ul class="checks" aria-label={words.checks}>
        {match.checks.map((one) => (
          <li key={one.check} class={one.verdict} title={one.reason}>
            {words.check[one.check]}: {words.verdict[one.verdict]}
          </li>
        ))}
      </ul>
      {facts.length > 0 && <p class="facts">{facts.join(' · ')}</p>}
      <details>
        <summary>{words.why}</summary>
        <MatchReasons match={match} onSource={onSource} nameOf={(flow) => flows.get(flow)?.resource ?? flow} />
      </details>
      <p class="facts">
        <a href={address.match(cluster, match.surplus, match.need)}>{words.matchOpen}</a>{' '}
        <span class="quiet" title={shared ? fill(words.tied, { tie: match.tie }) : ''}>
          {shared ? fill(words.tiedWith, { tie: match.tie }) : fill(words.placed, { tie: match.tie })}
        </span>
      </p>
    </li>
  );
}
