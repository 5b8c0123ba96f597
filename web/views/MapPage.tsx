// The map of a cluster; what is shown is in the address.
import '../styles/heat.css';
import '../styles/meeting.css';
import { useMemo } from 'preact/hooks';
import type { ClusterPage } from '../../server/contract/clusters.ts';
import type { MatchRow } from '../../server/contract/leads.ts';
import { alongMetres } from '../../server/heat/network/candidates.ts';
import { ask } from '../client.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { ClusterMapFigure } from '../pictures/map/ClusterMapFigure.tsx';
import type { NamedTie } from '../pictures/map/ClusterMapFigure.tsx';
import type { MapCompany } from '../pictures/map/clusterMap.ts';
import { number } from '../state/format.ts';
import { address } from '../state/route.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useQuery } from '../state/useQuery.ts';
import { useViewer } from '../state/viewer.ts';
import { MAP_WORDS } from '../words/map.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

export function MapPage({ cluster }: { cluster: string }) {
  const language = useLanguage();
  const words = MAP_WORDS[language];
  const common = useWords();
  const viewer = useViewer();
  const answer = useAnswer(
    (signal) =>
      Promise.all([
        ask('cluster', { path: { cluster }, query: { lang: language }, signal }),
        // Pairs of all companies at once are for facilitators: a member's map has the exchanges.
        viewer.kind === 'member' ? null : ask('matchRows', { path: { cluster }, query: { lang: language }, signal }),
      ]),
    `map ${cluster} ${language}`,
  );
  return (
    <>
      <h1>
        {words.title}, {cluster}
      </h1>
      <Loaded answer={answer} loading={common.matchesComputing}>
        {([page, matches]) => <ClusterOnMap page={page} matches={matches?.rows ?? []} />}
      </Loaded>
    </>
  );
}

const SHOWS = ['both', 'match', 'exchange'] as const;
const COUNTS = [10, 20, 40, 80] as const;
const UNITS_FIRST = ['MWh', 't', 'm3'];

function ClusterOnMap({ page, matches }: { page: ClusterPage; matches: readonly MatchRow[] }) {
  const language = useLanguage();
  const words = MAP_WORDS[language];
  const [query, change] = useQuery();
  const companies = useMemo(
    () => page.companies.flatMap(({ id, name, lat, lon }): MapCompany[] => (lat === null || lon === null ? [] : [{ id, name, lat, lon }])),
    [page],
  );
  const show = SHOWS.find((one) => one === query['show']) ?? 'both';
  const count = COUNTS.find((one) => String(one) === query['best']) ?? 20;
  const units = useMemo(() => {
    const found = new Set<string>([
      ...matches.flatMap(({ volume }) => (volume === null ? [] : [volume.unit])),
      ...page.exchanges.flatMap(({ annual }) => (annual === null ? [] : [annual.unit])),
    ]);
    return [...UNITS_FIRST.filter((unit) => found.has(unit)), ...[...found].filter((unit) => !UNITS_FIRST.includes(unit)).sort()];
  }, [matches, page]);
  const unit = units.find((one) => one === query['unit']) ?? units[0] ?? 'MWh';
  const { ties, unknown } = useMemo(() => tiesOf(page, matches, unit, show, count), [page, matches, unit, show, count]);
  const chosen = companies.some(({ id }) => id === query['company']) ? (query['company'] ?? null) : null;
  const frame = query['frame'] === 'all' ? 'all' : 'near';
  const middle = companies.find(({ id }) => id === chosen);
  const hidden = page.companies.filter(({ lat }) => lat === null).map(({ name }) => name);
  const near =
    middle === undefined
      ? []
      : companies
          .filter(({ id }) => id !== chosen)
          .map((one) => ({ ...one, km: alongMetres([middle, one]) / 1000 }))
          .sort((a, b) => a.km - b.km || (a.id < b.id ? -1 : 1));
  if (companies.length === 0) return <p class="notice">{words.none}</p>;
  return (
    <>
      <div class="controls no-print">
        <label>
          {words.unit}
          <select name="unit" value={unit} onChange={(event) => change({ unit: event.currentTarget.value })}>
            {units.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.show}
          <select
            name="show"
            value={show}
            onChange={(event) => change({ show: event.currentTarget.value === 'both' ? '' : event.currentTarget.value })}
          >
            {SHOWS.map((one) => (
              <option key={one} value={one}>
                {words.shows[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.frame}
          <select name="frame" value={frame} onChange={(event) => change({ frame: event.currentTarget.value === 'all' ? 'all' : '' })}>
            {(['near', 'all'] as const).map((one) => (
              <option key={one} value={one}>
                {words.frames[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.best}
          <select name="best" value={count} onChange={(event) => change({ best: event.currentTarget.value })}>
            {COUNTS.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.company}
          <select name="company" value={chosen ?? ''} onChange={(event) => change({ company: event.currentTarget.value })}>
            <option value="">{words.noCompany}</option>
            {companies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="heat">
        <ClusterMapFigure
          companies={companies}
          ties={ties}
          unit={unit}
          chosen={chosen}
          frame={frame}
          onChoose={(company) => change({ company })}
          notes={[
            unknown > 0 ? fill(words.amountsUnknown, { count: unknown }) : '',
            hidden.length > 0 ? fill(words.hidden, { names: hidden.join(', ') }) : '',
          ].join(' ')}
        />
      </div>
      {middle !== undefined && (
        <section aria-labelledby="near-title">
          <h2 id="near-title">{fill(words.near, { name: middle.name })}</h2>
          <ol class="near">
            {near.map(({ id, name, km }) => (
              <li key={id}>
                <a href={address.company(id)}>{name}</a> <span class="quiet">{fill(words.km, { km: number(km, language) })}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** The best matches that have an amount in the unit, and every exchange that does. */
function tiesOf(
  page: ClusterPage,
  matches: readonly MatchRow[],
  unit: string,
  show: (typeof SHOWS)[number],
  count: number,
): { readonly ties: readonly NamedTie[]; readonly unknown: number } {
  const possible = show === 'exchange' ? [] : matches.filter(({ declined }) => declined === null || declined.moved.length > 0);
  const inUnit = possible.filter(({ volume }) => volume?.unit === unit && (volume.likely ?? 0) > 0).slice(0, count);
  const running = show === 'match' ? [] : page.exchanges;
  const known = running.filter(({ annual }) => annual?.unit === unit && (annual.likely ?? 0) > 0);
  return {
    ties: [
      ...known.map((one): NamedTie => ({
        id: one.id,
        kind: 'exchange',
        from: one.from,
        to: one.to,
        amount: one.annual?.likely ?? 0,
        what: one.resource,
      })),
      ...inUnit.map((one): NamedTie => ({
        id: `${one.surplus} ${one.need} ${one.via.join()}`,
        kind: 'match',
        from: one.giver,
        to: one.taker,
        amount: one.volume?.likely ?? 0,
        what: `${one.surplus_words} → ${one.need_words}`,
      })),
    ],
    unknown: running.filter(({ annual }) => annual === null || annual.likely === null).length,
  };
}
