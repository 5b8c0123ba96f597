// One match by itself: both sides, every check with its reason, what is assumed, what to ask, and the way back to the records.
import { useMemo, useState } from 'preact/hooks';
import type { ClusterPage } from '../../server/contract/clusters.ts';
import type { MatchAnswer, MatchShown } from '../../server/contract/matchAnswer.ts';
import { ask } from '../client.ts';
import { FlowTable } from '../parts/FlowTable.tsx';
import { Later } from '../parts/Later.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { MatchReasons } from '../parts/MatchReasons.tsx';
import { SourcePanel } from '../parts/SourcePanel.tsx';
import { address } from '../state/route.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

type Pair = { cluster: string; surplus: string; need: string };
const MOST = 5_000;
const ruleBehind = async () => (await import('../parts/MatchRule.tsx')).MatchRule;
const followUp = async () => (await import('../parts/leads/MatchFollowUp.tsx')).MatchFollowUp;

export function MatchPage({ cluster, surplus, need }: Pair) {
  const words = useWords();
  const language = useLanguage();
  const answer = useAnswer(
    (signal) =>
      Promise.all([
        ask('cluster', { path: { cluster }, query: { lang: language }, signal }),
        ask('matches', { path: { cluster }, query: { lang: language, refused: 'yes', limit: MOST }, signal }),
      ]),
    `${cluster} ${surplus} ${need} ${language}`,
  );
  return (
    <>
      <p>
        <a href={address.cluster(cluster)}>{cluster}</a>
      </p>
      <Loaded answer={answer} loading={words.matchesComputing}>
        {([data, found]) => <Found pair={{ cluster, surplus, need }} data={data} found={found} />}
      </Loaded>
    </>
  );
}

function Found({ pair, data, found }: { pair: Pair; data: ClusterPage; found: MatchAnswer }) {
  const words = useWords();
  const isPair = (one: MatchShown): boolean => one.surplus === pair.surplus && one.need === pair.need;
  const passed = found.matches.find(isPair);
  const match = passed ?? found.refused.find(isPair);
  const flows = useMemo(
    () => data.flows.filter((flow) => flow.id === pair.surplus || flow.id === pair.need),
    [data, pair.surplus, pair.need],
  );
  const [source, setSource] = useState<string | null>(null);
  const [from, to] = [pair.surplus, pair.need].map((id) => flows.find((flow) => flow.id === id));
  if (!match || !from || !to)
    return (
      <p class="notice" role="status">
        {words.matchGone}
      </p>
    );
  const sharing = found.matches.filter((one) => one.tie === match.tie).length;
  return (
    <>
      <h1>
        {from.resource} <span aria-hidden="true">→</span> {to.resource}
      </h1>
      <p>
        <a href={address.company(from.company)}>{from.company_name}</a> <span aria-hidden="true">→</span>{' '}
        <a href={address.company(to.company)}>{to.company_name}</a>
        {match.via.length > 0 && (
          <span class="quiet">
            {' '}
            {words.via.toLowerCase()} {match.via.join(', ')}
          </span>
        )}
      </p>
      {passed ? (
        <p class="quiet">
          {words.score} {Math.round(match.score * 100)}. {fill(sharing > 1 ? words.tied : words.placed, { tie: match.tie })}.
        </p>
      ) : (
        <p class="notice">{words.matchIsRefused}</p>
      )}
      <Later name="follow-up" load={followUp} wanted={{ ...pair, name: `${from.resource} → ${to.resource}` }} />
      <MatchReasons match={match} onSource={setSource} nameOf={(flow) => (flow === from.id ? from.resource : to.resource)} />
      {match.rule !== 'same' && <Later name="rule" load={ruleBehind} wanted={{ rule: match.rule }} />}
      <h2>{words.flows}</h2>
      <FlowTable flows={flows} withCompany chosen={source} onSource={setSource} />
      {source !== null && <SourcePanel key={source} flows={[source]} nameOf={(flow) => flow} onClose={() => setSource(null)} />}
    </>
  );
}
