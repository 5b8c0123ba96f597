// The cluster at a glance: the diagram of who gives and who needs what, and the best matches beside it.
import { useMemo, useState } from 'preact/hooks';
import type { ClusterPage as ClusterData, FlowShown } from '../../server/contract/clusters.ts';
import { ask } from '../client.ts';
import { FlowDiagram } from '../parts/FlowDiagram.tsx';
import { FlowTable } from '../parts/FlowTable.tsx';
import { ClusterTotals } from '../parts/ClusterTotals.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { MatchList } from '../parts/MatchList.tsx';
import { ScopeControl } from '../parts/ScopeControl.tsx';
import { SourcePanel } from '../parts/SourcePanel.tsx';
import { WithoutDeclined } from '../parts/WithoutDeclined.tsx';
import { clusterPicture, exchangePicture, firstScope } from '../pictures/flowPictures.ts';
import type { Scope } from '../pictures/flowPictures.ts';
import { pictureNames } from '../pictures/pictureNames.ts';
import { address, go } from '../state/route.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useViewer } from '../state/viewer.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';
import { EmptyPage } from './EmptyPage.tsx';

/** Matches asked for; a list longer than this is read by nobody. */
const MOST = 500;

export function ClusterPage({ cluster }: { cluster: string }) {
  const language = useLanguage();
  const answer = useAnswer((signal) => ask('cluster', { path: { cluster }, query: { lang: language }, signal }), `${cluster} ${language}`);
  return <Loaded answer={answer}>{(data) => <Cluster data={data} />}</Loaded>;
}

function Cluster({ data }: { data: ClusterData }) {
  const words = useWords();
  const viewer = useViewer();
  const language = useLanguage();
  const [scope, setScope] = useState<Scope>(() => firstScope(data.flows));
  const [coarse, setCoarse] = useState(true);
  const [source, setSource] = useState<readonly string[] | null>(null);
  const matches = useAnswer(
    (signal) => ask('matches', { path: { cluster: data.cluster }, query: { lang: language, limit: MOST }, signal }),
    `${data.cluster} ${language}`,
  );
  const names = useMemo(() => pictureNames(words), [words]);
  const picture = useMemo(() => clusterPicture(data.flows, scope, coarse, names), [data, scope, coarse, names]);
  const exchanges = useMemo(() => exchangePicture(data.exchanges, scope), [data, scope]);
  const byId = useMemo(() => new Map(data.flows.map((flow) => [flow.id, flow])), [data]);
  // On the right a company stands for what it receives; the column says so, the label need not.
  const nameOf = useMemo(() => {
    const receivers = new Map(data.companies.map((one) => [names.receives(one.name), one.name]));
    return (node: string): string => receivers.get(node) ?? node;
  }, [data, names]);
  const exchangeById = useMemo(() => new Map(data.exchanges.map((one) => [one.id, one])), [data]);
  const openOne = (flow: string): void => setSource([flow]);
  const openMany = (flows: readonly string[]): void => setSource(flows.filter((flow) => byId.has(flow) || exchangeById.has(flow)));
  const nameOfFlow = (id: string): string => {
    const flow = byId.get(id);
    const exchange = exchangeById.get(id);
    if (exchange) return `${exchange.from_name} → ${exchange.to_name}: ${exchange.resource}`;
    return flow ? `${flow.company_name}: ${flow.resource}` : id;
  };
  if (data.flows.length === 0) return <EmptyPage onImport={() => go(address.import(data.cluster))} />;
  return (
    <>
      <h1>{data.cluster}</h1>
      <div class="cluster">
        <div>
          <section aria-labelledby="picture-title">
            <h2 id="picture-title">{words.clusterPicture}</h2>
            <div class="controls">
              <ScopeControl flows={data.flows} scope={scope} onChange={setScope} />
              <label>
                {words.resourceLevel}
                <select value={coarse ? 'coarse' : 'fine'} onChange={(event) => setCoarse(event.currentTarget.value === 'coarse')}>
                  <option value="coarse">{words.levelCoarse}</option>
                  <option value="fine">{words.levelFine}</option>
                </select>
              </label>
            </div>
            <FlowDiagram
              picture={picture}
              title={`${data.cluster}: ${words.clusterPicture}`}
              caption={words.clusterCaption}
              onOpen={openMany}
              labelOf={nameOf}
            />
          </section>
          {data.exchanges.length > 0 && (
            <section aria-labelledby="exchanges-title">
              <h2 id="exchanges-title">{words.exchangesPicture}</h2>
              <FlowDiagram picture={exchanges} title={`${data.cluster}: ${words.exchangesPicture}`} caption="" onOpen={openMany} />
            </section>
          )}
        </div>
        <section aria-labelledby="matches-title">
          <h2 id="matches-title">{words.matchesTitle}</h2>
          <Loaded answer={matches} loading={words.matchesComputing}>
            {(found) =>
              found.matches.length === 0 ? (
                <p class="quiet">{viewer.kind === 'member' ? words.matchesBlind : words.matchesNone}</p>
              ) : (
                <>
                  <p class="quiet">
                    {fill(found.matches.length < MOST ? words.matchesCount : words.matchesBest, { count: found.matches.length })}
                  </p>
                  <WithoutDeclined cluster={data.cluster} matches={found.matches}>
                    {(shown) => <MatchList cluster={data.cluster} matches={shown} flows={byId} onSource={openOne} />}
                  </WithoutDeclined>
                  <NearMisses cluster={data.cluster} flows={byId} onSource={openOne} />
                </>
              )
            }
          </Loaded>
        </section>
      </div>
      <ClusterTotals cluster={data.cluster} />
      <details class="all-flows">
        <summary>
          {words.flows}: {fill(words.flowsCount, { count: data.flows.length })}
        </summary>
        <FlowTable flows={data.flows} withCompany chosen={source?.length === 1 ? (source[0] ?? null) : null} onSource={openOne} />
      </details>
      {source !== null && <SourcePanel key={source.join(' ')} flows={source} nameOf={nameOfFlow} onClose={() => setSource(null)} />}
    </>
  );
}

/** Pairs that some check refuses, asked for only when wanted. */
function NearMisses({
  cluster,
  flows,
  onSource,
}: {
  cluster: string;
  flows: ReadonlyMap<string, FlowShown>;
  onSource: (flow: string) => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? words.hideRefused : words.showRefused}
      </button>
      {open && <Refused key={language} cluster={cluster} flows={flows} onSource={onSource} />}
    </>
  );
}

function Refused({
  cluster,
  flows,
  onSource,
}: {
  cluster: string;
  flows: ReadonlyMap<string, FlowShown>;
  onSource: (flow: string) => void;
}) {
  const words = useWords();
  const language = useLanguage();
  const answer = useAnswer(
    (signal) => ask('matches', { path: { cluster }, query: { lang: language, refused: 'yes' }, signal }),
    `refused ${cluster} ${language}`,
  );
  return (
    <>
      <h2>{words.matchesRefused}</h2>
      <Loaded answer={answer} loading={words.matchesComputing}>
        {(found) => <MatchList cluster={cluster} matches={found.refused} flows={flows} onSource={onSource} />}
      </Loaded>
    </>
  );
}
