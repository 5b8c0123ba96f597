// The companies of a cluster.
import type { ScreeningShown } from '../../server/contract/screenings.ts';
import { ask } from '../client.ts';
import { ClusterTasks } from '../parts/CompanyTasks.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { ScreeningSummary } from '../parts/ScreeningList.tsx';
import { address } from '../state/route.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { SCREENING_WORDS } from '../words/screenings.ts';
import { useLanguage, useWords } from '../words/words.ts';

export function CompaniesPage({ cluster }: { cluster: string }) {
  const words = useWords();
  const language = useLanguage();
  const companies = useAnswer((signal) => ask('companies', { path: { cluster }, signal }), `companies ${cluster}`);
  const screenings = useAnswer((signal) => ask('screenings', { path: { cluster }, signal }), `screenings of ${cluster}`);
  const screened =
    screenings.state === 'ok' ? Map.groupBy(screenings.value, ({ company }) => company) : new Map<string, ScreeningShown[]>();
  return (
    <section>
      <h1>
        {words.companies}, {cluster}
      </h1>
      <ClusterTasks cluster={cluster} />
      <Loaded answer={companies}>
        {(list) => (
          <div class="scroll" tabIndex={0} role="region" aria-label={words.companies}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.company}</th>
                  <th scope="col">{words.industry}</th>
                  <th scope="col">{words.municipality}</th>
                  {list.some((one) => one.org_number !== null) && <th scope="col">{words.orgNumber}</th>}
                  <th scope="col" class="number">
                    {words.flows}
                  </th>
                  {screened.size > 0 && <th scope="col">{SCREENING_WORDS[language].title}</th>}
                </tr>
              </thead>
              <tbody>
                {list
                  .toSorted((a, b) => a.name.localeCompare(b.name, language))
                  .map((one) => (
                    <tr key={one.id}>
                      <th scope="row">
                        <a href={address.company(one.id)}>{one.name}</a>
                      </th>
                      <td>{[one.nace, one.activity].filter(Boolean).join(' ')}</td>
                      <td>{one.municipality}</td>
                      {list.some(({ org_number: number }) => number !== null) && <td>{one.org_number}</td>}
                      <td class="number">{one.flows}</td>
                      {screened.size > 0 && (
                        <td>
                          <ScreeningSummary screenings={screened.get(one.id) ?? []} />
                        </td>
                      )}
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </section>
  );
}
