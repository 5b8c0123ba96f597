// The heat of a cluster: how much the companies could pass to each other, what bounds it, which pairs and which network would do it.
import { useMemo, useRef, useState } from 'preact/hooks';
import '../styles/heat.css';
import type { DrawnRoute } from '../../server/contract/drawnRoutes.ts';
import { routesText } from '../../server/contract/drawnRoutes.ts';
import type { HeatBound, HeatPage as HeatData } from '../../server/contract/heatAnswer.ts';
import { kelvin } from '../../server/domain/temperature.ts';
import { cascade } from '../../server/heat/cascade.ts';
import { ask } from '../client.ts';
import { ApproachControl } from '../parts/heat/ApproachControl.tsx';
import { Headline } from '../parts/heat/Headline.tsx';
import { HourTable } from '../parts/heat/HourTable.tsx';
import { NetworkSection } from '../parts/heat/NetworkSection.tsx';
import { OnPage } from '../parts/heat/OnPage.tsx';
import { PairTable } from '../parts/heat/PairTable.tsx';
import { Remarks } from '../parts/heat/Remarks.tsx';
import { Unused } from '../parts/heat/Unused.tsx';
import { useBound } from '../parts/heat/useBound.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { SourcePanel } from '../parts/SourcePanel.tsx';
import { CompositeCurves } from '../pictures/heat/CompositeCurves.tsx';
import { compositeShape } from '../pictures/heat/compositeShape.ts';
import { Duration } from '../pictures/heat/Duration.tsx';
import { durationSteps } from '../pictures/heat/duration.ts';
import { firstLack } from '../pictures/heat/firstLack.ts';
import { GrandComposite } from '../pictures/heat/GrandComposite.tsx';
import { heatColumns, heatRows } from '../pictures/heat/heatRows.ts';
import { Ladder } from '../pictures/heat/Ladder.tsx';
import { ladderRows } from '../pictures/heat/ladderRows.ts';
import { MonthLoad } from '../pictures/heat/MonthLoad.tsx';
import { clusterParts, networkParts } from '../pictures/heat/monthParts.ts';
import { siteProfile } from '../pictures/heat/siteProfile.ts';
import { siteAt, streamsAt, targetsByMonth, yearOf } from '../pictures/heat/streamsAt.ts';
import type { When } from '../pictures/heat/streamsAt.ts';
import { TotalSite } from '../pictures/heat/TotalSite.tsx';
import { choose } from '../sankey/choose/choose.ts';
import { Picture } from '../sankey/draw/Picture.tsx';
import { keepEqual } from '../state/keepEqual.ts';
import { APPROACH_ENDS, useHeatAddress } from '../state/useHeatAddress.ts';
import { useSettled } from '../state/useSettled.ts';
import { useSteadyAnswer } from '../state/useSteadyAnswer.ts';
import { HEAT_WORDS } from '../words/heat.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

/** A drag rests this long before pairs and network are asked for again. */
const SETTLES = 150;

export function HeatPage({ cluster }: { readonly cluster: string }) {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const [{ off, approach, routes }, choose] = useHeatAddress();
  const settled = useSettled(approach, SETTLES);
  const kept = useRef<HeatData | null>(null);
  const switchedOff = [...off].sort().join(',');
  const drawn = routesText(routes);
  const ground = { ...(settled === null ? {} : { approach: settled }), ...(drawn === '' ? {} : { routes: drawn }) };
  const answer = useSteadyAnswer(
    (signal) =>
      ask('heat', {
        path: { cluster },
        query: { lang: language, off: switchedOff, ...ground },
        signal,
      }).then((page) => (kept.current = keepEqual(kept.current, page))),
    `${cluster} ${language} ${switchedOff} ${settled} ${drawn}`,
  );
  const bound = useBound(cluster, ground, answer.state === 'ok');
  const onSwitch = (flow: string, on: boolean): void => {
    const next = new Set(off);
    if (on) next.delete(flow);
    else next.add(flow);
    choose({ off: next });
  };
  return (
    <Loaded answer={answer} loading={words.loading}>
      {(page) => (
        <Heat
          page={page}
          busy={answer.stale || settled !== approach}
          off={off}
          onSwitch={onSwitch}
          onAllOn={() => choose({ off: new Set() })}
          routes={routes}
          onRoutes={(next) => choose({ routes: next })}
          bound={bound}
          approach={approach ?? page.approach.usual_k}
          onApproach={(kelvin) => choose({ approach: kelvin })}
        />
      )}
    </Loaded>
  );
}

type Props = {
  readonly page: HeatData;
  /** Pairs and network are still those of the question before. */
  readonly busy: boolean;
  readonly off: ReadonlySet<string>;
  readonly onSwitch: (flow: string, on: boolean) => void;
  readonly onAllOn: () => void;
  readonly routes: readonly DrawnRoute[];
  readonly onRoutes: (routes: readonly DrawnRoute[]) => void;
  readonly bound: HeatBound | 'pending' | null;
  readonly approach: number;
  readonly onApproach: (kelvin: number | null) => void;
};

function Heat({ page, busy, off, onSwitch, onAllOn, routes, onRoutes, bound, approach, onApproach }: Props) {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const common = useWords();
  const [when, setWhen] = useState<When>('year');
  const [scope, setScope] = useState<'cluster' | 'network'>('cluster');
  const [source, setSource] = useState<readonly string[] | null>(null);

  const companies = useMemo(() => new Map(page.names.map((one) => [one.id, one.name])), [page.names]);
  const flows = useMemo(() => new Map(page.flows.map((one) => [one.id, one])), [page.flows]);
  const companyName = (id: string): string => companies.get(id) ?? id;
  const flowName = (id: string): string => {
    const flow = flows.get(id);
    return flow === undefined ? id : `${companyName(flow.company)}: ${flow.resource}`;
  };
  const siteName = (site: string): string => {
    const place = page.places.find((one) => one.site === site);
    const company = companyName(place?.company ?? site);
    const own = place === undefined ? '' : site.slice(place.company.length + 1);
    return own === '' ? company : `${company}, ${own}`;
  };

  const months = useMemo(() => targetsByMonth(page, approach), [page.streams, approach]);
  const year = useMemo(() => yearOf(months), [months]);
  const usualPotential = useMemo(() => yearOf(targetsByMonth(page, page.approach.usual_k)).potential, [page.streams]);
  const lackAt = useMemo(() => firstLack(page, when), [page.streams, when]);
  const streams = useMemo(() => streamsAt(page, when, approach), [page.streams, when, approach]);
  const targets = useMemo(() => cascade(streams, kelvin(approach)), [streams, approach]);
  const pinches = useMemo(() => cascade(streamsAt(page, 'year', approach), kelvin(approach)).pinches, [page.streams, approach]);
  const shape = useMemo(() => compositeShape(streams, targets), [streams, targets]);
  const site = useMemo(() => siteAt(page, when, approach), [page.streams, when, approach]);
  const profile = useMemo(() => siteProfile(site.sources, site.sinks), [site]);
  const { graph, columns } = useMemo(() => {
    const receivers = new Map(page.names.map((one) => [fill(common.receives, { name: one.name }), one.name]));
    const rows = heatRows(page, { company: companyName, receives: (name) => fill(common.receives, { name }) });
    const givers = new Set(page.names.map((one) => one.name));
    const chosen = choose(rows);
    return {
      // On the right a company stands for what it receives; its column says so, its label need not.
      graph: { ...chosen, nodes: chosen.nodes.map((node) => ({ ...node, label: receivers.get(node.id) ?? node.label })) },
      columns: heatColumns(rows, (node) => !receivers.has(node) && !givers.has(node)),
    };
  }, [page.flows, page.streams, common]);
  const { network } = page;
  const onNetwork = network !== null && network.edges.length + network.sources.length > 0;
  const shownScope = onNetwork ? scope : 'cluster';
  const parts = useMemo(
    () => (shownScope === 'network' ? networkParts(page) : clusterParts(months)),
    [shownScope, page.network, page.streams, months],
  );

  const slider = { kelvin: approach, ...APPROACH_ENDS, onChange: onApproach };
  const timeName = when === 'year' ? words.year : (words.months[when] ?? '');
  // Switching somebody off in the network draws none of these again.
  const curves = useMemo(
    () => (
      <section aria-label={`${words.composite}, ${timeName}`} class="heat-grid">
        <CompositeCurves shape={shape} targets={targets} approach={slider} lackAt={lackAt} />
        <GrandComposite targets={targets} />
        <TotalSite profile={profile} nameOf={companyName} />
        <Ladder rows={ladderRows(streams)} nameOf={flowName} onOpen={(flow) => setSource([flow])} />
      </section>
    ),
    [shape, targets, profile, streams, approach, timeName, words, flows, companies],
  );
  const pairs = useMemo(
    () => (
      <section aria-labelledby="pairs-title">
        <h2 id="pairs-title">{words.pairs}</h2>
        <PairTable pairs={page.pairs} nameOf={flowName} onSource={(flow) => setSource([flow])} />
        <HourTable hours={page.hours} nameOf={flowName} onSource={(flow) => setSource([flow])} />
      </section>
    ),
    [page.pairs, page.hours, words, flows, companies],
  );
  const remarks = useMemo(
    () => (
      <section aria-labelledby="measure-title">
        <h2 id="measure-title">{words.toMeasure}</h2>
        <Remarks page={page} nameOf={flowName} onSource={(flow) => setSource([flow])} />
      </section>
    ),
    [page.assumed, page.questions, page.problems, words, flows, companies],
  );
  const rest = useMemo(
    () => (
      <>
        {page.without_use.length > 0 && (
          <section aria-labelledby="unused-title">
            <h2 id="unused-title">{words.unused}</h2>
            <Unused unused={page.without_use} nameOf={flowName} onSource={(flow) => setSource([flow])} />
          </section>
        )}
        <section aria-labelledby="heat-sankey-title">
          <h2 id="heat-sankey-title">{words.sankey}</h2>
          <figure>
            <Picture
              graph={graph}
              title={words.sankey}
              language={language}
              height={520}
              colourBy="temperature"
              pins={columns}
              onOpen={(id) => {
                const behind = graph.links
                  .filter((link) => link.id === id || link.source === id || link.target === id)
                  .flatMap((link) => link.members);
                if (behind.length > 0) setSource([...new Set(behind)]);
              }}
            />
            <figcaption>{words.sankeyCaption}</figcaption>
          </figure>
        </section>
      </>
    ),
    [page.without_use, graph, words, flows, companies],
  );
  const onPage = [
    { id: 'pairs-title', name: words.pairs },
    { id: 'network-title', name: words.network },
    ...(page.problems.length + page.questions.length + page.assumed.length > 0 ? [{ id: 'measure-title', name: words.toMeasure }] : []),
    { id: 'curves-title', name: words.byTemperature },
    { id: 'year-title', name: words.throughYear },
    ...(page.without_use.length > 0 ? [{ id: 'unused-title', name: words.unused }] : []),
    { id: 'heat-sankey-title', name: words.whoShort },
  ];

  const title = fill(words.title, { cluster: page.cluster });
  if (page.streams.length === 0)
    return (
      <>
        <h1>{title}</h1>
        <p class="notice">{words.none}</p>
        <Remarks page={page} nameOf={flowName} onSource={(flow) => setSource([flow])} />
        {source !== null && <SourcePanel flows={source} nameOf={flowName} onClose={() => setSource(null)} />}
      </>
    );
  return (
    <div class="heat" aria-busy={busy}>
      <h1>{title}</h1>
      <Headline page={page} year={year} throughLoop={page.through_loop_kw} pinches={pinches} />
      <OnPage parts={onPage} />
      {pairs}
      <NetworkSection
        page={page}
        busy={busy}
        off={off}
        onSwitch={onSwitch}
        onAllOn={onAllOn}
        routes={routes}
        onRoutes={onRoutes}
        bound={bound}
        companyName={companyName}
        siteName={siteName}
        onSource={(flow) => setSource([flow])}
      />
      {onPage.some((one) => one.id === 'measure-title') && remarks}
      <h2 id="curves-title">{words.byTemperature}</h2>
      <div class="heat-controls">
        <label>
          {words.when}
          <select
            value={String(when)}
            onChange={(event) => setWhen(event.currentTarget.value === 'year' ? 'year' : Number(event.currentTarget.value))}
          >
            <option value="year">{words.year}</option>
            {words.months.map((month, i) => (
              <option key={month} value={String(i)}>
                {month}
              </option>
            ))}
          </select>
        </label>
        <ApproachControl
          page={page}
          kelvin={approach}
          onChange={onApproach}
          potential={year.potential}
          usualPotential={usualPotential}
          lackAt={lackAt}
        />
      </div>
      {curves}
      <section aria-labelledby="year-title">
        <h2 id="year-title">{words.throughYear}</h2>
        {onNetwork && (
          <p class="controls">
            <label>
              {words.scope}
              <select value={scope} onChange={(event) => setScope(event.currentTarget.value === 'network' ? 'network' : 'cluster')}>
                <option value="cluster">{words.scopeCluster}</option>
                <option value="network">{words.scopeNetwork}</option>
              </select>
            </label>
          </p>
        )}
        <div class="heat-grid">
          <MonthLoad months={parts} scope={shownScope} />
          <Duration steps={durationSteps(parts)} scope={shownScope} peak={shownScope === 'network' ? (network?.peak_kw ?? null) : null} />
        </div>
      </section>
      {rest}
      {source !== null && <SourcePanel key={source.join(' ')} flows={source} nameOf={flowName} onClose={() => setSource(null)} />}
    </div>
  );
}
