// All matches of a cluster: as a table, company by company, or resource by company; what is shown is in the address.
import '../styles/leads.css';
import { useMemo } from 'preact/hooks';
import type { MatchRows } from '../../server/contract/leads.ts';
import { ask } from '../client.ts';
import { DownloadLinks } from '../parts/DownloadLinks.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { CompareMatches } from '../parts/leads/CompareMatches.tsx';
import { MatchFilters } from '../parts/leads/MatchFilters.tsx';
import { MatchMatrix } from '../parts/leads/MatchMatrix.tsx';
import { MatchTable } from '../parts/leads/MatchTable.tsx';
import { choicesOf, comparedIn, filterMatches, pairName, sortMatches, sortOf } from '../state/matchFilter.ts';
import { matrixOf } from '../state/matchMatrix.ts';
import { useQuery } from '../state/useQuery.ts';
import { useSteadyAnswer } from '../state/useSteadyAnswer.ts';
import { LEAD_WORDS } from '../words/leads.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

/** Rows and columns of a matrix that a person can still read. */
const MATRIX = 40;
const VIEWS = ['table', 'company', 'resource'] as const;

export function MatchesPage({ cluster }: { cluster: string }) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const common = useWords();
  const answer = useSteadyAnswer(
    (signal) => ask('matchRows', { path: { cluster }, query: { lang: language }, signal }),
    `match rows ${cluster} ${language}`,
  );
  return (
    <>
      <h1>
        {words.matches}, {cluster}
      </h1>
      <Loaded answer={answer} loading={common.matchesComputing}>
        {(found) => <Matches cluster={cluster} found={found} again={answer.again} />}
      </Loaded>
    </>
  );
}

function Matches({ cluster, found, again }: { cluster: string; found: MatchRows; again: () => void }) {
  const words = LEAD_WORDS[useLanguage()];
  const common = useWords();
  const [query, change] = useQuery();
  const choices = choicesOf(query);
  const view = VIEWS.find((one) => one === query['view']) ?? 'table';
  const key = JSON.stringify(choices);
  const { rows, hidden } = useMemo(() => filterMatches(found.rows, choices), [found, key]);
  const sort = sortOf(query);
  const sorted = useMemo(() => sortMatches(rows, sort), [rows, sort]);
  const matrix = useMemo(
    () => (view === 'table' ? null : matrixOf(rows, view, MATRIX, common.unknownResource)),
    [rows, view, common.unknownResource],
  );
  const compared = comparedIn(query);
  const side = compared.flatMap((name) => found.rows.filter((row) => pairName(row) === name));
  if (query['view'] === 'compare' && side.length > 0)
    return (
      <>
        <p class="actions no-print">
          <button type="button" onClick={() => change({ view: '' })}>
            {words.compareEnd}
          </button>
          <button type="button" onClick={() => change({ view: '', compare: '' })}>
            {words.compareForget}
          </button>
        </p>
        <CompareMatches cluster={cluster} rows={side} />
      </>
    );
  if (found.rows.length === 0) return <p class="quiet">{words.noneAtAll}</p>;
  const chosen = ['resource', 'company', 'from', 'to', 'km', 'nok', 'co2', 'stage', 'certainty', 'declined'];
  const nameOf = (id: string): string => found.companies.find((one) => one.id === id)?.name ?? id;
  const viewNames = { table: words.table, company: words.byCompany, resource: words.byResource };
  return (
    <>
      <p class="quiet no-print">{words.matchesIntro}</p>
      <MatchFilters found={found} choices={choices} query={query} onChange={change} />
      <div class="controls">
        <fieldset class="choice">
          <legend class="hidden">{words.view}</legend>
          {VIEWS.map((one) => (
            <button key={one} type="button" aria-pressed={one === view} onClick={() => change({ view: one === 'table' ? '' : one })}>
              {viewNames[one]}
            </button>
          ))}
        </fieldset>
        <p role="status" class="shown">
          {fill(words.shown, { count: rows.length, total: found.total })}
          {(choices.from !== '' || choices.to !== '') && ` · ${nameOf(choices.from)} → ${nameOf(choices.to)}`}
          {hidden > 0 && ` · ${fill(words.hiddenDeclined, { count: hidden })}`}
        </p>
        {(hidden > 0 || choices.declined) && (
          <button type="button" data-action="declined" onClick={() => change({ declined: choices.declined ? '' : 'yes' })}>
            {choices.declined ? words.hideDeclined : words.showDeclined}
          </button>
        )}
        {side.length > 1 && (
          <button type="button" class="primary" data-action="compare" onClick={() => change({ view: 'compare' }, 'push')}>
            {fill(words.compareThese, { count: side.length })}
          </button>
        )}
        <DownloadLinks cluster={cluster} table="matches" />
        {chosen.some((name) => query[name] !== undefined) && (
          <button type="button" onClick={() => change({ ...Object.fromEntries(chosen.map((name) => [name, ''])), page: '' })}>
            {words.clear}
          </button>
        )}
      </div>
      {rows.length === 0 ? (
        <p class="notice">{words.noneLeft}</p>
      ) : matrix === null ? (
        <MatchTable
          cluster={cluster}
          rows={sorted}
          sort={sort}
          page={Number(query['page'] ?? 1) || 1}
          mayChange={found.may_change}
          onSort={(by) => change({ sort: by === 'score' ? '' : by, page: '' })}
          onPage={(page) => change({ page: page === 1 ? '' : String(page) }, 'push')}
          onChanged={again}
          compared={compared}
          onCompare={(name, yes) => change({ compare: (yes ? [...compared, name] : compared.filter((one) => one !== name)).join(',') })}
        />
      ) : (
        <MatchMatrix
          matrix={matrix}
          title={viewNames[view]}
          onOpen={(from, to) =>
            change(view === 'company' ? { view: '', from, to, page: '' } : { view: '', resource: from, to, page: '' }, 'push')
          }
        />
      )}
    </>
  );
}
