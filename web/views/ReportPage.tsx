// A report to print or save as PDF: of the cluster for its facilitators, of a company for itself.
import '../styles/leads.css';
import '../styles/meeting.css';
import { ask } from '../client.ts';
import { ClusterReport } from '../parts/report/ClusterReport.tsx';
import { MemberReport } from '../parts/report/MemberReport.tsx';
import { day } from '../state/format.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useQuery } from '../state/useQuery.ts';
import { useViewer } from '../state/viewer.ts';
import { REPORT_WORDS } from '../words/report.ts';
import { fill, useLanguage } from '../words/words.ts';

export function ReportPage({ cluster }: { cluster: string }) {
  const language = useLanguage();
  const words = REPORT_WORDS[language];
  const viewer = useViewer();
  const [query, change] = useQuery();
  const own = viewer.kind === 'member' ? (viewer.company ?? '') : (query['company'] ?? '');
  return (
    <article class="report">
      <h1>
        {own === '' ? words.clusterTitle : words.memberTitle}, {cluster}
      </h1>
      <p class="quiet">{fill(words.asOf, { date: day(new Date().toISOString().slice(0, 10), language) })}</p>
      <p class="actions no-print">
        {viewer.kind !== 'member' && viewer.kind !== 'manager' && (
          <Choose cluster={cluster} company={own} onChoose={(id) => change({ company: id }, 'push')} />
        )}
        <button type="button" class="primary" onClick={() => print()}>
          {words.print}
        </button>
      </p>
      {own === '' ? <ClusterReport cluster={cluster} /> : <MemberReport key={own} company={own} />}
      <p class="quiet">{words.sources}</p>
    </article>
  );
}

/** A company's report holds what is its own alone: for whoever may answer for it. */
function Choose({ cluster, company, onChoose }: { cluster: string; company: string; onChoose: (id: string) => void }) {
  const words = REPORT_WORDS[useLanguage()];
  const companies = useAnswer((signal) => ask('companies', { path: { cluster }, signal }), `companies ${cluster}`);
  return (
    <label>
      {words.chooseCompany}{' '}
      <select name="company" value={company} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{words.wholeCluster}</option>
        {companies.state === 'ok' &&
          companies.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </select>
    </label>
  );
}
