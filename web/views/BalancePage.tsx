// In against out for a company and each of its processes, what is unexplained drawn, what could be wrong, and the yield against typical ones.
import { useMemo } from 'preact/hooks';
import type { BalancePageShown, BalanceShown } from '../../server/contract/balance.ts';
import type { FlowShown } from '../../server/contract/clusters.ts';
import { ask } from '../client.ts';
import { FlowDiagram } from '../parts/FlowDiagram.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { companyPicture } from '../pictures/flowPictures.ts';
import type { Scope } from '../pictures/flowPictures.ts';
import { pictureNames } from '../pictures/pictureNames.ts';
import { amount, number } from '../state/format.ts';
import { address } from '../state/route.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { BALANCE_WORDS } from '../words/balance.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

export function BalancePage({ company }: { company: string }) {
  const language = useLanguage();
  const answer = useAnswer((signal) => ask('balance', { path: { company }, query: { lang: language }, signal }), `${company} ${language}`);
  const flows = useAnswer(
    (signal) => ask('company', { path: { company }, query: { lang: language }, signal }),
    `flows ${company} ${language}`,
  );
  return (
    <Loaded answer={answer}>
      {(page) => (
        <>
          <Balances page={page} />
          <Loaded answer={flows}>{(data) => <Pictures flows={data.flows} balances={page.balances} />}</Loaded>
          <Yields page={page} />
          <Uncounted page={page} />
        </>
      )}
    </Loaded>
  );
}

type Words = (typeof BALANCE_WORDS)['nb'];
const processName = (process: string | null, words: Words): string =>
  process === null ? words.whole : process === '' ? words.noProcess : process;
const SIGNS = { closed: '✓', over: '▲', missing: '▽', oneSided: '–' } as const;
const LOOK = { closed: 'pass', over: 'fail', missing: 'warn', oneSided: 'unknown' } as const;

function Balances({ page }: { page: BalancePageShown }) {
  const language = useLanguage();
  const words = BALANCE_WORDS[language];
  return (
    <>
      <p>
        <a href={address.company(page.company.id)}>{page.company.name}</a>
      </p>
      <h1>{fill(words.title, { company: page.company.name })}</h1>
      <p class="quiet lead">{words.intro}</p>
      {page.balances.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label={fill(words.title, { company: page.company.name })}>
          <table class="balances">
            <thead>
              <tr>
                <th scope="col">{words.process}</th>
                <th scope="col" />
                <th scope="col" class="number">
                  {words.into}
                </th>
                <th scope="col" class="number">
                  {words.out}
                </th>
                <th scope="col" class="number">
                  {words.unexplained}
                </th>
                <th scope="col">{words.verdictTitle}</th>
              </tr>
            </thead>
            <tbody>
              {page.balances.map((one) => (
                <tr key={`${one.process} ${one.unit}`}>
                  <th scope="row">{processName(one.process, words)}</th>
                  <td class="quiet">{words.unit[one.unit]}</td>
                  <td class="number">{amount(one.into, one.unit, language)}</td>
                  <td class="number">{amount(one.out, one.unit, language)}</td>
                  <td class="number">{amount(one.unexplained, one.unit, language)}</td>
                  <td>
                    <span class={`verdict ${LOOK[one.verdict]}`}>
                      {SIGNS[one.verdict]} {words.verdict[one.verdict]}
                    </span>
                    <Proposals page={page} balance={one} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** What would close the balance; written in the grid, where it is seen and saved by a person. */
function Proposals({ page, balance }: { page: BalancePageShown; balance: BalanceShown }) {
  const language = useLanguage();
  const words = BALANCE_WORDS[language];
  const span = language === 'nb' ? 'år' : 'year';
  return (
    <>
      {balance.proposals.slice(0, 3).map((one) => (
        <p key={`${one.flow} ${one.amount}`}>
          {fill(words.proposal, { words: one.words, amount: amount(one.amount, one.unit, language) })}{' '}
          {page.may_type && (
            <a
              class="button"
              href={`${address.entry(page.company.id)}?${new URLSearchParams({ flow: one.flow, quantity: typedNumber(one.amount, language), unit: `${one.unit}/${span}` }).toString()}`}
            >
              {words.apply}
            </a>
          )}
        </p>
      ))}
    </>
  );
}

/** As the language types it, and no reader takes it for another. */
function typedNumber(value: number, language: 'nb' | 'en'): string {
  const text = String(value);
  const clear = /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
  return language === 'nb' ? clear.replace('.', ',') : clear;
}

function Pictures({ flows, balances }: { flows: readonly FlowShown[]; balances: readonly BalanceShown[] }) {
  const words = BALANCE_WORDS[useLanguage()];
  const shown = (['t', 'MWh'] as const).filter((unit) => balances.some((one) => one.unit === unit));
  return (
    <>
      {shown.length > 0 && <h2>{words.picture}</h2>}
      {shown.map((unit) => (
        <OnePicture
          key={unit}
          flows={flows}
          scope={unit === 't' ? 'mass' : 'energy'}
          title={unit === 't' ? words.pictureMass : words.pictureEnergy}
        />
      ))}
    </>
  );
}

function OnePicture({ flows, scope, title }: { flows: readonly FlowShown[]; scope: Scope; title: string }) {
  const all = useWords();
  const names = useMemo(() => pictureNames(all), [all]);
  const picture = useMemo(() => companyPicture(flows, scope, names), [flows, scope, names]);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <FlowDiagram picture={picture} title={title} caption="" onOpen={nothing} />
    </section>
  );
}
const nothing = (): void => undefined;

function Yields({ page }: { page: BalancePageShown }) {
  const language = useLanguage();
  const words = BALANCE_WORDS[language];
  const percent = (value: number): string => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(value);
  return (
    <>
      <h2>{words.yields}</h2>
      {page.yields.length === 0 ? (
        <p class="quiet">{words.yieldsNone}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label={words.yields}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.process}</th>
                <th scope="col" class="number">
                  {words.raw}
                </th>
                <th scope="col" class="number">
                  {words.product}
                </th>
                <th scope="col" class="number">
                  {words.yield}
                </th>
                <th scope="col">{words.typical}</th>
              </tr>
            </thead>
            <tbody>
              {page.yields.map((one) => (
                <tr key={`${one.process} ${one.unit}`}>
                  <th scope="row">{processName(one.process, words)}</th>
                  <td class="number">{amount(one.raw, one.unit, language)}</td>
                  <td class="number">{amount(one.product, one.unit, language)}</td>
                  <td class="number">{percent(one.value)}</td>
                  <td>
                    {one.against.length === 0 && <span class="quiet">{words.noTypical}</span>}
                    {one.against.map((typical) => (
                      <div key={typical.name}>
                        {typical.name}: {percent(typical.low)}–{percent(typical.high)}, <b>{words.standing[typical.standing]}</b>{' '}
                        <span class="quiet">({typical.evidence === 'judgement' ? words.judgement : typical.source})</span>
                      </div>
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Uncounted({ page }: { page: BalancePageShown }) {
  const language = useLanguage();
  const words = BALANCE_WORDS[language];
  if (page.uncounted.length === 0) return null;
  return (
    <details>
      <summary>
        {words.uncounted} ({number(page.uncounted.length, language)})
      </summary>
      <ul>
        {page.uncounted.map((one) => (
          <li key={one.flow}>
            {one.words}: <span class="quiet">{fill(words.why[one.why], { unit: one.unit ?? '' })}</span>{' '}
            {page.may_type && one.why !== 'otherUnit' && (
              <a href={`${address.entry(page.company.id)}?${new URLSearchParams({ flow: one.flow }).toString()}`}>{words.fix}</a>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
