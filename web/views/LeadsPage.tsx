// All leads of a cluster: on a board by stage, as a list by date, and the funnel over time; what is shown is in the address.
import '../styles/heat.css';
import '../styles/leads.css';
import type { LeadsPage as Data } from '../../server/contract/leads.ts';
import { ask } from '../client.ts';
import { DownloadLinks } from '../parts/DownloadLinks.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { FunnelTotals } from '../parts/leads/FunnelTotals.tsx';
import { LeadBoard } from '../parts/leads/LeadBoard.tsx';
import { LeadList } from '../parts/leads/LeadList.tsx';
import { Funnel } from '../pictures/Funnel.tsx';
import { address } from '../state/route.ts';
import { useQuery } from '../state/useQuery.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { LEAD_WORDS } from '../words/leads.ts';
import { useLanguage } from '../words/words.ts';

const VIEWS = ['board', 'list', 'funnel'] as const;

export function LeadsPage({ cluster }: { cluster: string }) {
  const language = useLanguage();
  const words = LEAD_WORDS[language];
  const answer = useAnswer(
    (signal) => ask('leads', { path: { cluster }, query: { lang: language }, signal }),
    `leads ${cluster} ${language}`,
  );
  return (
    <>
      <h1>
        {words.leads}, {cluster}
      </h1>
      <Loaded answer={answer}>{(data) => (data.may_change ? <Leads data={data} /> : <p class="notice">{words.notForYou}</p>)}</Loaded>
    </>
  );
}

function Leads({ data }: { data: Data }) {
  const words = LEAD_WORDS[useLanguage()];
  const [query, change] = useQuery();
  const view = VIEWS.find((one) => one === query['view']) ?? 'board';
  const responsible = query['responsible'] ?? '';
  const ended = query['ended'] === 'yes';
  const people = [...new Set(data.leads.flatMap((one) => (one.responsible === null ? [] : [one.responsible])))].sort();
  const shown = data.leads.filter(
    (one) =>
      (ended || one.stage !== 'ended') &&
      (query['overdue'] !== 'yes' || one.overdue) &&
      (responsible === '' || (responsible === '-' ? one.responsible === null : one.responsible === responsible)),
  );
  const check = (name: string, label: string) => (
    <label>
      <input
        type="checkbox"
        checked={query[name] === 'yes'}
        onChange={(event) => change({ [name]: event.currentTarget.checked ? 'yes' : '' })}
      />
      {label}
    </label>
  );
  if (data.leads.length === 0)
    return (
      <div class="centre">
        <p>{words.leadsNone}</p>
        <p>
          <a class="button primary" href={address.matches(data.cluster)}>
            {words.leadsGo}
          </a>
        </p>
      </div>
    );
  return (
    <>
      <div class="controls">
        <fieldset class="choice">
          <legend class="hidden">{words.view}</legend>
          {VIEWS.map((one) => (
            <button
              key={one}
              type="button"
              data-view={one}
              aria-pressed={one === view}
              onClick={() => change({ view: one === 'board' ? '' : one }, 'push')}
            >
              {words[one]}
            </button>
          ))}
        </fieldset>
        <a href={`${address.registers(data.cluster)}?show=together`}>{words.together}</a>
        <DownloadLinks cluster={data.cluster} table="leads" />
        {view !== 'funnel' && (
          <>
            <label>
              {words.onlyMine}
              <select value={responsible} onChange={(event) => change({ responsible: event.currentTarget.value })}>
                <option value="">{words.anyone}</option>
                <option value="-">{words.nobody}</option>
                {people.map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>
            </label>
            {check('overdue', words.onlyOverdue)}
            {check('ended', words.endedToo)}
          </>
        )}
      </div>
      {view === 'board' && <LeadBoard leads={shown} ended={ended} />}
      {view === 'list' && <LeadList leads={shown} />}
      {view === 'funnel' && (
        <>
          <Funnel months={data.funnel} />
          <FunnelTotals data={data} />
        </>
      )}
    </>
  );
}
