// Who of a cluster is screened, how well, and how old it is.
import type { CoverageShown } from '../../server/contract/balance.ts';
import type { ScreeningShown } from '../../server/contract/screenings.ts';
import { ask } from '../client.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { address } from '../state/route.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useViewer } from '../state/viewer.ts';
import { BALANCE_WORDS } from '../words/balance.ts';
import { counted } from '../words/entry.ts';
import { fill, useLanguage } from '../words/words.ts';

const COVERED = ['quantity', 'temperature', 'price', 'quality', 'period', 'meaning'] as const;
const LOOK = { none: 'unknown', little: 'fail', some: 'warn', good: 'pass' } as const;
const SIGN = { none: '○', little: '◔', some: '◑', good: '●' } as const;

export function CoveragePage({ cluster }: { cluster: string }) {
  const language = useLanguage();
  const words = BALANCE_WORDS[language];
  const answer = useAnswer((signal) => ask('coverage', { path: { cluster }, query: { lang: language }, signal }), `${cluster} ${language}`);
  // Who may not see screenings sees the coverage all the same.
  const screenings = useAnswer((signal) => ask('screenings', { path: { cluster }, signal }), `screenings ${cluster}`);
  return (
    <section>
      <p>
        <a href={address.companies(cluster)}>{cluster}</a>
      </p>
      <h1>{fill(words.coverageTitle, { cluster })}</h1>
      <p class="quiet lead">{words.coverageIntro}</p>
      <Loaded answer={answer}>
        {(list) =>
          list.length === 0 ? (
            <p class="quiet">{words.coverageNone}</p>
          ) : (
            <Table list={list} screenings={screenings.state === 'ok' ? screenings.value : []} />
          )
        }
      </Loaded>
    </section>
  );
}

function Table({ list, screenings }: { list: readonly CoverageShown[]; screenings: readonly ScreeningShown[] }) {
  const language = useLanguage();
  const words = BALANCE_WORDS[language];
  const viewer = useViewer();
  const types = (company: string): boolean => viewer.kind === 'local' || viewer.kind === 'consultant' || viewer.company === company;
  const latest = new Map<string, ScreeningShown>();
  for (const one of screenings) {
    const before = latest.get(one.company);
    if (before === undefined || one.age_months < before.age_months) latest.set(one.company, one);
  }
  const share = ({ stated, of }: { stated: number; of: number }): string =>
    of === 0 ? '–' : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(stated / of);
  return (
    <>
      <p>
        {fill(words.screened, {
          done: list.filter(({ flows }) => flows > 0).length,
          all: list.length,
          good: list.filter(({ grade }) => grade === 'good').length,
        })}
      </p>
      <div class="scroll" tabIndex={0} role="region" aria-label={words.grade}>
        <table class="coverage">
          <thead>
            <tr>
              <th scope="col">{words.company}</th>
              <th scope="col">{words.grade}</th>
              <th scope="col" class="number">
                {words.flows}
              </th>
              {COVERED.map((one) => (
                <th key={one} scope="col" class="number">
                  {words.covered[one]}
                </th>
              ))}
              <th scope="col" class="number">
                {words.measured}
              </th>
              <th scope="col">{words.state}</th>
              <th scope="col">{words.age}</th>
              <th scope="col" aria-label={words.edit} />
            </tr>
          </thead>
          <tbody>
            {list.map((one) => {
              const screening = latest.get(one.company);
              return (
                <tr key={one.company}>
                  <th scope="row">
                    <a href={address.company(one.company)}>{one.name}</a>
                  </th>
                  <td>
                    <span class={`verdict ${LOOK[one.grade]}`}>
                      {SIGN[one.grade]} {words.grades[one.grade]}
                    </span>
                  </td>
                  <td class="number">{one.flows}</td>
                  {COVERED.map((what) => (
                    <td key={what} class="number">
                      {share(one.shares[what])}
                    </td>
                  ))}
                  <td class="number">{share(one.measured)}</td>
                  <td>{screening ? words.states[screening.state] : ''}</td>
                  <td>
                    {screening && counted(words.months, screening.age_months, language)}
                    {screening?.check_again && <b> {words.checkAgain}</b>}
                  </td>
                  <td>
                    <a href={address.balance(one.company)}>{words.balance}</a>
                    {types(one.company) && (
                      <>
                        {' '}
                        · <a href={address.entry(one.company)}>{words.edit}</a>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
