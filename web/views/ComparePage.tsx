// One view to compare: scenarios beside each other with their pictures on one scale, or matches with their figures and checks.
import '../styles/leads.css';
import '../styles/meeting.css';
import { useMemo } from 'preact/hooks';
import type { MatchAnswer, MatchShown } from '../../server/contract/matchAnswer.ts';
import type { MeetingFrame, ScenarioShown } from '../../server/contract/scenarios.ts';
import type { ClusterPage } from '../../server/contract/clusters.ts';
import type { Change } from '../../server/domain/scenario.ts';
import { ask } from '../client.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { linesOf, signed } from '../parts/meeting/Figures.tsx';
import { csvTable } from '../parts/meeting/meetingFiles.ts';
import { SideBySide } from '../pictures/meeting/SideBySide.tsx';
import { download } from '../sankey/draw/exportPicture.ts';
import { changesOf } from '../state/changesText.ts';
import { amount, money, number } from '../state/format.ts';
import { address } from '../state/route.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useQuery } from '../state/useQuery.ts';
import { endsOf, orUnknown } from '../state/orUnknown.ts';
import { MEETING_WORDS } from '../words/meeting.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

const TODAY = 'today';
const DRAFT = 'draft';
/** Columns that a person can still hold against each other. */
const MOST = 4;
const listOf = (text: string | undefined): readonly string[] => (text ?? '').split(',').filter((one) => one !== '');

export function ComparePage({ cluster }: { cluster: string }) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const [query, change] = useQuery();
  const what = query['what'] === 'matches' ? 'matches' : 'scenarios';
  return (
    <>
      <h1>
        {words.compareTitle}, {cluster}
      </h1>
      <p class="quiet no-print">{words.compareInfo}</p>
      <fieldset class="choice no-print">
        <legend class="hidden">{words.choose}</legend>
        {(['scenarios', 'matches'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === what}
            onClick={() => change({ what: one === 'scenarios' ? '' : one }, 'push')}
          >
            {one === 'scenarios' ? words.compareScenarios : words.compareMatches}
          </button>
        ))}
      </fieldset>
      {what === 'scenarios' ? <ScenarioSide cluster={cluster} /> : <MatchSide cluster={cluster} />}
    </>
  );
}

function ScenarioSide({ cluster }: { cluster: string }) {
  const language = useLanguage();
  const answer = useAnswer(
    (signal) => ask('scenarios', { path: { cluster }, query: { lang: language }, signal }),
    `scenarios ${cluster} ${language}`,
  );
  return <Loaded answer={answer}>{(kept) => <Scenarios cluster={cluster} kept={kept} />}</Loaded>;
}

type Column = { readonly id: string; readonly name: string; readonly changes: readonly Change[] };

function Scenarios({ cluster, kept }: { cluster: string; kept: readonly ScenarioShown[] }) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const [query, change] = useQuery();
  const draft = changesOf(query['s'] ?? '') ?? [];
  const all: readonly Column[] = [
    { id: TODAY, name: words.before, changes: [] },
    ...(draft.length === 0 ? [] : [{ id: DRAFT, name: words.draft, changes: draft }]),
    ...kept.map(({ id, name, changes }) => ({ id, name, changes })),
  ];
  const wanted = query['scenarios'] === undefined ? [TODAY, ...kept.slice(0, 2).map(({ id }) => id)] : listOf(query['scenarios']);
  const chosen = wanted.flatMap((id) => all.find((one) => one.id === id) ?? []).slice(0, MOST);
  const toggle = (id: string): void =>
    change({ scenarios: (wanted.includes(id) ? wanted.filter((one) => one !== id) : [...wanted, id]).join(',') || ',' });
  return (
    <>
      <fieldset class="chips-choice no-print">
        <legend>{words.scenarios}</legend>
        {all.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={chosen.some((one) => one.id === id)}
              disabled={!wanted.includes(id) && chosen.length >= MOST}
              onChange={() => toggle(id)}
            />{' '}
            {name}
          </label>
        ))}
      </fieldset>
      {chosen.length < 2 ? (
        <p class="notice">{words.compareFew}</p>
      ) : (
        <Columns key={chosen.map(({ id }) => id).join()} cluster={cluster} columns={chosen} />
      )}
    </>
  );
}

function Columns({ cluster, columns }: { cluster: string; columns: readonly Column[] }) {
  const language = useLanguage();
  const [query] = useQuery();
  const goal = query['goal'] ?? 'value';
  const answer = useAnswer(
    async (signal) => {
      const frames: MeetingFrame[] = [];
      // One after another: the server works out one at a time anyway.
      for (const { changes } of columns)
        frames.push(
          await ask('meetingExact', { path: { cluster }, query: { lang: language }, body: { changes, objective: goal }, signal }),
        );
      return frames;
    },
    JSON.stringify([cluster, columns, goal, language]),
  );
  return <Loaded answer={answer}>{(frames) => <Compared columns={columns} frames={frames} cluster={cluster} />}</Loaded>;
}

function Compared({ cluster, columns, frames }: { cluster: string; columns: readonly Column[]; frames: readonly MeetingFrame[] }) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const [query, change] = useQuery();
  const lines = linesOf(words, language);
  const states = useMemo(() => columns.map(({ name }, i) => ({ name, pairs: frames[i]?.pairs ?? [] })), [columns, frames]);
  const [first] = frames;
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.figures}>
        <table class="compared">
          <thead>
            <tr>
              <th scope="col" />
              {columns.map(({ id, name }) => (
                <th key={id} scope="col" class="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ name, value, range, show }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {frames.map((frame, i) => {
                  const [now, was, span] = [
                    value(frame.figures),
                    first === undefined ? null : value(first.figures),
                    endsOf(range(frame.figures)),
                  ];
                  return (
                    <td key={columns[i]?.id} class="number">
                      {now === null ? '–' : show(now)}
                      {span !== null && <span class="quiet span">{fill(words.range, { low: show(span.low), high: show(span.high) })}</span>}
                      {i > 0 && now !== null && was !== null && <span class="span">{signed(now - was, show)}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="no-print actions">
        <button
          type="button"
          onClick={() =>
            download(
              new Blob(
                [
                  csvTable(
                    [
                      ['', ...columns.map(({ name }) => name)],
                      ...lines.map(({ name, value }) => [name, ...frames.map(({ figures }) => value(figures))]),
                    ],
                    language,
                  ),
                ],
                {
                  type: 'text/csv;charset=utf-8',
                },
              ),
              `${cluster} - ${words.compareTitle}.csv`,
            )
          }
        >
          {words.exportCsv}
        </button>
        <a href={address.meeting(cluster)}>{words.title}</a>
      </p>
      <SideBySide states={states} title={words.picture} unit={query['unit'] ?? ''} onUnit={(unit) => change({ unit })} />
    </>
  );
}

function MatchSide({ cluster }: { cluster: string }) {
  const language = useLanguage();
  const common = useWords();
  const answer = useAnswer(
    (signal) =>
      Promise.all([
        ask('matches', { path: { cluster }, query: { lang: language, limit: 500 }, signal }),
        ask('cluster', { path: { cluster }, query: { lang: language }, signal }),
      ]),
    `compare matches ${cluster} ${language}`,
  );
  return (
    <Loaded answer={answer} loading={common.matchesComputing}>
      {([answered, page]) => <Matches cluster={cluster} answer={answered} page={page} />}
    </Loaded>
  );
}

const pairId = ({ surplus, need }: Pick<MatchShown, 'surplus' | 'need'>): string => `${surplus}~${need}`;

function Matches({ cluster, answer, page }: { cluster: string; answer: MatchAnswer; page: ClusterPage }) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const common = useWords();
  const [query, change] = useQuery();
  const flows = useMemo(() => new Map(page.flows.map((flow) => [flow.id, flow])), [page]);
  const nameOf = (match: MatchShown): string => {
    const [from, to] = [flows.get(match.surplus), flows.get(match.need)];
    return `${from?.company_name ?? ''}: ${from?.resource ?? ''} → ${to?.company_name ?? ''}: ${to?.resource ?? ''}`;
  };
  const wanted = query['pairs'] === undefined ? answer.matches.slice(0, 2).map(pairId) : listOf(query['pairs']);
  const chosen = wanted.flatMap((id) => answer.matches.find((one) => pairId(one) === id) ?? []).slice(0, MOST);
  const put = (ids: readonly string[]): void => change({ pairs: ids.join(',') || ',' });
  type Line = { readonly name: string; readonly of: (match: MatchShown) => string };
  const spanOf = (range: MatchShown['nok_per_year'], show: (value: number) => string): string =>
    range === null || range.likely === null || range.high === null
      ? common.notKnown
      : `${show(range.likely)} (${fill(words.range, { low: show(range.low), high: show(range.high) })})`;
  const lines: readonly Line[] = [
    { name: words.score, of: (one) => String(Math.round(one.score * 100)) },
    {
      name: words.volume,
      of: (one) => orUnknown(one.volume?.likely, common.notKnown, (value) => amount(value, one.volume?.unit ?? 't', language)),
    },
    { name: words.nok, of: (one) => spanOf(one.nok_per_year, (value) => money(value, language)) },
    { name: words.co2, of: (one) => spanOf(one.t_co2e_per_year, (value) => `${number(value, language)} t`) },
    { name: words.distance, of: (one) => (one.distance_km === null ? common.notKnown : `${number(one.distance_km, language)} km`) },
    ...(answer.matches[0]?.checks ?? []).map(({ check }) => ({
      name: `${words.checksOf}: ${common.check[check]}`,
      of: (one: MatchShown): string => {
        const found = one.checks.find((verdict) => verdict.check === check);
        return found === undefined ? '' : `${common.verdict[found.verdict]}: ${found.reason}`;
      },
    })),
    {
      name: words.questionsOf,
      of: (one) =>
        one.questions
          .slice(0, 3)
          .map(({ text }) => text)
          .join(' '),
    },
  ];
  return (
    <>
      <label class="no-print">
        {words.matchChoose}{' '}
        <select
          name="pair"
          value=""
          disabled={chosen.length >= MOST}
          onChange={(event) => event.currentTarget.value !== '' && put([...chosen.map(pairId), event.currentTarget.value])}
        >
          <option value="">…</option>
          {answer.matches.slice(0, 200).map((one) => (
            <option key={pairId(one)} value={pairId(one)} disabled={chosen.includes(one)}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </label>
      {chosen.length === 0 ? (
        <p class="notice">{words.compareFew}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label={words.compareMatches}>
          <table class="compared matches-compared">
            <thead>
              <tr>
                <th scope="col" />
                {chosen.map((one) => (
                  <th key={pairId(one)} scope="col">
                    <a href={address.match(cluster, one.surplus, one.need)}>{nameOf(one)}</a>{' '}
                    <button type="button" class="no-print" onClick={() => put(chosen.filter((other) => other !== one).map(pairId))}>
                      {words.remove}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ name, of }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  {chosen.map((one) => (
                    <td key={pairId(one)}>{of(one)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {chosen.length > 0 && (
        <p class="no-print">
          <button
            type="button"
            onClick={() =>
              download(
                new Blob([csvTable([['', ...chosen.map(nameOf)], ...lines.map(({ name, of }) => [name, ...chosen.map(of)])], language)], {
                  type: 'text/csv;charset=utf-8',
                }),
                `${cluster} - ${words.compareTitle}.csv`,
              )
            }
          >
            {words.exportCsv}
          </button>
        </p>
      )}
    </>
  );
}
