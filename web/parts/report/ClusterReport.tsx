// What a cluster manager hands out: figures, picture, best matches, follow-up, exchanges, who takes part.
import type { ClusterPage } from '../../../server/contract/clusters.ts';
import { STAGE_WORDS } from '../../../server/contract/leadWords.ts';
import type { LeadsPage, MatchRows } from '../../../server/contract/leads.ts';
import type { MeetingFrame } from '../../../server/contract/scenarios.ts';
import { STAGES } from '../../../server/domain/lead.ts';
import { useMemo } from 'preact/hooks';
import { ask } from '../../client.ts';
import { SideBySide } from '../../pictures/meeting/SideBySide.tsx';
import { amount, money, number } from '../../state/format.ts';
import { useAnswer } from '../../state/useAnswer.ts';
import { useQuery } from '../../state/useQuery.ts';
import { endsOf, orUnknown } from '../../state/orUnknown.ts';
import { MEETING_WORDS } from '../../words/meeting.ts';
import { REPORT_WORDS } from '../../words/report.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';
import { DownloadLinks } from '../DownloadLinks.tsx';
import { Loaded } from '../Loaded.tsx';
import { linesOf } from '../meeting/Figures.tsx';
import { ReportTable } from './ReportTable.tsx';

type Told = { readonly page: ClusterPage; readonly matches: MatchRows; readonly leads: LeadsPage; readonly frame: MeetingFrame };
const BEST = 20;

export function ClusterReport({ cluster }: { readonly cluster: string }) {
  const language = useLanguage();
  const common = useWords();
  const answer = useAnswer(async (signal): Promise<Told> => {
    const asked = { path: { cluster }, query: { lang: language }, signal };
    const [page, matches, leads, frame] = await Promise.all([
      ask('cluster', asked),
      ask('matchRows', asked),
      ask('leads', asked),
      ask('meetingExact', { ...asked, body: { changes: [], objective: 'value' } }),
    ]);
    return { page, matches, leads, frame };
  }, `report ${cluster} ${language}`);
  return (
    <Loaded answer={answer} loading={common.matchesComputing}>
      {(told) => <Report told={told} />}
    </Loaded>
  );
}

function Report({ told: { page, matches, leads, frame } }: { readonly told: Told }) {
  const language = useLanguage();
  const words = REPORT_WORDS[language];
  const meeting = MEETING_WORDS[language];
  const common = useWords();
  const [query, change] = useQuery();
  const states = useMemo(() => [{ name: words.pictureToday, pairs: frame.pairs }], [frame, words]);
  const withAmount = page.flows.filter(({ annual }) => annual !== null).length;
  const counts = new Map(STAGES.map((stage) => [stage, leads.leads.filter((one) => one.stage === stage).length]));
  const realised = leads.realised.reduce((sum, one) => ({ nok: sum.nok + (one.nok ?? 0), co2: sum.co2 + (one.t_co2e ?? 0) }), {
    nok: 0,
    co2: 0,
  });
  const best = matches.rows.filter(({ declined }) => declined === null || declined.moved.length > 0).slice(0, BEST);
  const nok = (value: number | null | undefined): string => orUnknown(value, common.notKnown, (known) => money(known, language));
  const tonnes = (value: number | null | undefined): string => orUnknown(value, common.notKnown, (known) => `${number(known, language)} t`);
  return (
    <>
      <h2>{words.atAGlance}</h2>
      <ReportTable
        name={words.atAGlance}
        head={['', words.allocation]}
        rows={[
          [words.companies, String(page.companies.length)],
          [words.flows, `${page.flows.length} (${withAmount} ${words.withAmount})`],
          [words.exchanges, String(page.exchanges.length)],
          ...linesOf(meeting, language).map(({ name, value, range, show }) => {
            const [likely, span] = [value(frame.figures), endsOf(range(frame.figures))];
            const text = likely === null ? common.notKnown : show(likely);
            return [name, span === null ? text : `${text} (${fill(meeting.range, { low: show(span.low), high: show(span.high) })})`];
          }),
        ]}
      />
      <h2>{meeting.picture}</h2>
      <SideBySide states={states} title={meeting.picture} unit={query['unit'] ?? ''} onUnit={(unit) => change({ unit })} />
      <h2>{fill(words.best, { count: best.length })}</h2>
      {best.length === 0 ? (
        <p class="quiet">{words.bestNone}</p>
      ) : (
        <ReportTable
          name={fill(words.best, { count: best.length })}
          head={[words.from, words.to, words.amount, words.value, words.co2]}
          rows={best.map((one) => [
            `${one.giver_name}: ${one.surplus_words}`,
            `${one.taker_name}: ${one.need_words}`,
            orUnknown(one.volume?.likely, common.notKnown, (value) => amount(value, one.volume?.unit ?? 't', language)),
            nok(one.nok_per_year?.likely),
            tonnes(one.t_co2e_per_year?.likely),
          ])}
        />
      )}
      <h2>{words.followUp}</h2>
      {leads.leads.length === 0 ? (
        <p class="quiet">{words.followUpNone}</p>
      ) : (
        <>
          <ReportTable
            name={words.followUp}
            head={[words.stage, words.stageCount]}
            rows={STAGES.map((stage) => [STAGE_WORDS[language][stage], String(counts.get(stage) ?? 0)])}
          />
          {leads.realised.length > 0 && (
            <p>
              {words.realised}: {money(realised.nok, language)}, {number(realised.co2, language)} t CO₂e
            </p>
          )}
        </>
      )}
      <h2>{words.exchanges}</h2>
      {page.exchanges.length === 0 ? (
        <p class="quiet">{words.exchangesNone}</p>
      ) : (
        <ReportTable
          name={words.exchanges}
          head={[words.from, words.to, words.resource, words.amount]}
          rows={page.exchanges.map((one) => [
            one.from_name,
            one.to_name,
            one.resource,
            orUnknown(one.annual?.likely, common.notKnown, (value) => amount(value, one.annual?.unit ?? 't', language)),
          ])}
        />
      )}
      <h2>{words.whoIsHere}</h2>
      <ReportTable
        name={words.whoIsHere}
        head={[words.name, words.industry, words.municipality, words.flows]}
        rows={page.companies.map((one) => [one.name, one.activity ?? one.nace ?? '', one.municipality ?? '', String(one.flows)])}
      />
      <p class="no-print">
        {words.files}: <DownloadLinks cluster={page.cluster} table="matches" /> <DownloadLinks cluster={page.cluster} table="leads" />{' '}
        <DownloadLinks cluster={page.cluster} table="registers" />
      </p>
    </>
  );
}
