// Matches as a table of pages: who to whom, what it is worth, how far it came, and what can be done next.
import { useState } from 'preact/hooks';
import { CERTAINTY_WORDS, REASON_WORDS, STAGE_WORDS } from '../../../server/contract/leadWords.ts';
import type { MatchRow } from '../../../server/contract/leads.ts';
import { END_REASONS, isNo } from '../../../server/domain/lead.ts';
import { ask } from '../../client.ts';
import { amountRange, moneyRange, number } from '../../state/format.ts';
import { MOST_COMPARED, pairName } from '../../state/matchFilter.ts';
import type { Sort } from '../../state/matchFilter.ts';
import { address } from '../../state/route.ts';
import { LEAD_WORDS } from '../../words/leads.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';
import { refusalText } from '../Loaded.tsx';
import { WhyDialog } from './WhyDialog.tsx';
import { movedText } from './movedText.ts';

const PAGE = 50;
/** Reasons to turn a pair down at once. */
const NOES = END_REASONS.filter(isNo);

type Props = {
  cluster: string;
  rows: readonly MatchRow[];
  sort: Sort;
  page: number;
  mayChange: boolean;
  onSort: (sort: Sort) => void;
  onPage: (page: number) => void;
  /** Something was followed or turned down. */
  onChanged: () => void;
  /** Names of the pairs chosen for comparing. */
  compared: readonly string[];
  onCompare: (name: string, yes: boolean) => void;
};

export function MatchTable({ cluster, rows, sort, page, mayChange, onSort, onPage, onChanged, compared, onCompare }: Props) {
  const words = LEAD_WORDS[useLanguage()];
  const common = useWords();
  const language = useLanguage();
  const [declining, setDeclining] = useState<MatchRow | null>(null);
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState<string | null>(null);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const follow = (row: MatchRow): void => {
    setBusy(keyOf(row));
    setProblem('');
    ask('leadCreate', { path: { cluster }, query: { lang: language }, body: { surplus: row.surplus, need: row.need } }).then(
      () => {
        setBusy(null);
        onChanged();
      },
      (error: unknown) => {
        setBusy(null);
        setProblem(refusalText(error, common, language));
      },
    );
  };
  const columns: readonly (readonly [Sort, string])[] = [
    ['volume', words.amount],
    ['nok', words.nok],
    ['co2', words.co2],
    ['distance', words.distance],
    ['certainty', words.certainty],
  ];
  const sortable = (name: Sort, label: string) => (
    <th key={name} scope="col" class={name === 'certainty' ? '' : 'number'} aria-sort={sort === name ? 'descending' : 'none'}>
      <button type="button" class="sort" aria-label={fill(words.sortBy, { column: label })} onClick={() => onSort(name)}>
        {label}
        <span aria-hidden="true">{sort === name ? ' ▾' : ''}</span>
      </button>
    </th>
  );
  return (
    <>
      {problem !== '' && (
        <p class="notice error" role="alert">
          {problem}
        </p>
      )}
      <div class="scroll" tabIndex={0} role="region" aria-label={words.matches}>
        <table class="match-table">
          <thead>
            <tr>
              {sortable('score', words.score)}
              <th scope="col">{words.pair}</th>
              {columns.map(([name, label]) => sortable(name, label))}
              <th scope="col">{words.checks}</th>
              <th scope="col">{words.stage}</th>
              <th scope="col">{words.compare}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice((at - 1) * PAGE, at * PAGE).map((row) => (
              <tr key={keyOf(row)} data-surplus={row.surplus} data-need={row.need} class={row.declined ? 'declined' : ''}>
                <td class="number">{Math.round(row.score * 100)}</td>
                <th scope="row">
                  <a href={address.match(cluster, row.surplus, row.need)}>
                    {row.surplus_words} <span aria-hidden="true">→</span> {row.need_words}
                  </a>
                  <span class="quiet block">
                    {row.giver_name} → {row.taker_name}
                    {row.via.length > 0 && ` (${common.via.toLowerCase()} ${row.via.join(', ')})`}
                  </span>
                </th>
                <td class="number">{row.volume ? amountRange(row.volume, row.volume.unit, common, language) : words.unknown}</td>
                <td class="number">{row.nok_per_year ? moneyRange(row.nok_per_year, common, language) : words.unknown}</td>
                <td class="number">
                  {row.t_co2e_per_year && row.t_co2e_per_year.likely !== null
                    ? `${number(row.t_co2e_per_year.likely, language, 2)} t`
                    : words.unknown}
                </td>
                <td class="number">{row.distance_km === null ? words.unknown : `${number(row.distance_km, language, 2)} km`}</td>
                <td>{CERTAINTY_WORDS[language][row.certainty]}</td>
                <td>
                  <ToNote row={row} />
                </td>
                <td class="stage-cell">
                  {row.lead ? (
                    <>
                      <a href={address.lead(row.lead.id)}>{STAGE_WORDS[language][row.lead.stage]}</a>
                      {row.lead.overdue && <span class="overdue"> {words.overdue}</span>}
                      {row.declined && (
                        <span class="quiet block">
                          {row.declined.moved.length > 0
                            ? fill(words.cameBack, { what: row.declined.moved.map((one) => movedText(one, language)).join('; ') })
                            : fill(words.saidNo, { reason: REASON_WORDS[language][row.declined.reason] })}
                        </span>
                      )}
                    </>
                  ) : (
                    mayChange && (
                      <span class="actions">
                        <button type="button" data-action="follow" disabled={busy === keyOf(row)} onClick={() => follow(row)}>
                          {words.follow}
                        </button>
                        <button type="button" data-action="decline" onClick={() => setDeclining(row)}>
                          {words.decline}
                        </button>
                      </span>
                    )
                  )}
                </td>
                <td>
                  <input
                    type="checkbox"
                    aria-label={fill(words.compareOne, { pair: `${row.surplus_words} → ${row.need_words}` })}
                    checked={compared.includes(pairName(row))}
                    disabled={!compared.includes(pairName(row)) && compared.length >= MOST_COMPARED}
                    title={compared.length >= MOST_COMPARED ? fill(words.compareFull, { count: MOST_COMPARED }) : ''}
                    onChange={(event) => onCompare(pairName(row), event.currentTarget.checked)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <nav class="pages" aria-label={fill(words.page, { page: at, pages })}>
          <button type="button" disabled={at === 1} onClick={() => onPage(at - 1)}>
            {words.previous}
          </button>
          <span>{fill(words.page, { page: at, pages })}</span>
          <button type="button" disabled={at === pages} onClick={() => onPage(at + 1)}>
            {words.next}
          </button>
        </nav>
      )}
      {declining && (
        <WhyDialog
          name={keyOf(declining)}
          title={fill(words.declineTitle, { pair: `${declining.surplus_words} → ${declining.need_words}` })}
          info={words.declineInfo}
          reasons={NOES}
          action={words.decline}
          onGiven={async (declined) => {
            const body = { surplus: declining.surplus, need: declining.need, declined };
            await ask('leadCreate', { path: { cluster }, query: { lang: language }, body });
            onChanged();
          }}
          onClose={() => setDeclining(null)}
        />
      )}
    </>
  );
}

const keyOf = (row: MatchRow): string => JSON.stringify([row.surplus, row.need, row.via]);

/** Checks that warn, by name, and how many have no answer. */
function ToNote({ row }: { row: MatchRow }) {
  const words = LEAD_WORDS[useLanguage()];
  const common = useWords();
  const warned = row.checks.filter(({ verdict }) => verdict === 'warn');
  const open = row.checks.filter(({ verdict }) => verdict === 'unknown').length;
  return (
    <>
      {warned.map(({ check }) => common.check[check]).join(', ')}
      {open > 0 && <span class="quiet block">{fill(words.openChecks, { count: open })}</span>}
    </>
  );
}
