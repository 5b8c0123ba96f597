// What can be done with a company's flows, and with a cluster's companies, for whom it may be done.
import { ask } from '../client.ts';
import { moment } from '../state/format.ts';
import { address, go } from '../state/route.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useViewer } from '../state/viewer.ts';
import { TASK_WORDS } from '../words/tasks.ts';
import { fill, useLanguage } from '../words/words.ts';

export function CompanyTasks({ company }: { company: string }) {
  const words = TASK_WORDS[useLanguage()];
  const viewer = useViewer();
  const types = viewer.kind === 'local' || viewer.kind === 'consultant' || viewer.company === company;
  return (
    <p class="tasks">
      {types && (
        <>
          <a class="button" href={address.entry(company)}>
            {words.edit}
          </a>{' '}
          <a class="button" href={address.quick(company)}>
            {words.quick}
          </a>{' '}
        </>
      )}
      <a class="button" href={address.balance(company)}>
        {words.balance}
      </a>
    </p>
  );
}

export function ClusterTasks({ cluster }: { cluster: string }) {
  const language = useLanguage();
  const words = TASK_WORDS[language];
  const viewer = useViewer();
  const types = viewer.kind === 'local' || viewer.kind === 'consultant';
  const drafts = useAnswer((signal) => (types ? ask('entries', { signal }) : Promise.resolve([])), `entries ${types}`);
  const open = drafts.state === 'ok' ? drafts.value.filter((one) => one.cluster === cluster) : [];
  return (
    <>
      <p class="tasks">
        {types && (
          <button type="button" onClick={() => go(address.newCompany(cluster, crypto.randomUUID()))}>
            {words.newCompany}
          </button>
        )}{' '}
        <a class="button" href={address.coverage(cluster)}>
          {words.coverage}
        </a>
      </p>
      {open.length > 0 && (
        <section class="notice">
          <h2>{words.drafts}</h2>
          <ul>
            {open.map((one) => (
              <li key={one.id}>
                <a href={one.company === null ? address.newCompany(cluster, one.id) : address.entry(one.company)}>
                  {fill(words.draftOf, { name: one.name || words.unnamed, rows: one.rows, at: moment(one.changed_at, language) })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
