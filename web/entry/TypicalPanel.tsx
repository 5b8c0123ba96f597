// What is usual in the company's industry, for each tonne it makes or handles: offered, never filled in unasked, and marked as typical.
import { useState } from 'preact/hooks';
import type { TypicalFlowShown } from '../../server/contract/entry.ts';
import { ask } from '../client.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { number } from '../state/format.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { ENTRY_WORDS } from '../words/entry.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';
import { addRows } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import type { Draft } from './useDraft.ts';

type Driver = { readonly name: string; readonly unit: string; readonly flows: readonly TypicalFlowShown[] };

export function TypicalPanel({ draft }: { draft: Draft }) {
  const language = useLanguage();
  const words = ENTRY_WORDS[language];
  const [open, setOpen] = useState(false);
  const { nace, activity } = draft.history.now.facts;
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.typical}</summary>
      {open &&
        (nace === '' && activity === '' ? (
          <p class="quiet">{words.typicalNone}</p>
        ) : (
          <Offers key={`${nace} ${activity} ${language}`} draft={draft} nace={nace} activity={activity} />
        ))}
    </details>
  );
}

function Offers({ draft, nace, activity }: { draft: Draft; nace: string; activity: string }) {
  const language = useLanguage();
  const words = ENTRY_WORDS[language];
  const answer = useAnswer(
    (signal) => ask('typicalFlows', { query: { lang: language, nace, activity }, signal }),
    `${nace} ${activity} ${language}`,
  );
  return (
    <Loaded answer={answer}>
      {(flows) => {
        if (flows.length === 0) return <p class="quiet">{words.typicalEmpty}</p>;
        const drivers = [...Map.groupBy(flows, (one) => `${one.branch}|${one.driver}`).values()].map((list): Driver => ({
          name: list[0]?.driver ?? '',
          unit: list[0]?.driver_unit ?? '',
          flows: list,
        }));
        return (
          <>
            <p class="quiet">{words.typicalIntro}</p>
            {drivers.map((driver) => (
              <Offer key={driver.name} draft={draft} driver={driver} />
            ))}
          </>
        );
      }}
    </Loaded>
  );
}

function Offer({ draft, driver }: { draft: Draft; driver: Driver }) {
  const language = useLanguage();
  const words = ENTRY_WORDS[language];
  const all = useWords();
  const [typed, setTyped] = useState('');
  const [taken, setTaken] = useState<readonly string[]>([]);
  const amount = Number(typed.replaceAll(/\s/g, '').replace(',', '.'));
  const known = typed.trim() !== '' && Number.isFinite(amount) && amount > 0;
  const range = (flow: TypicalFlowShown): string =>
    known ? `${number(flow.low * amount, language)}–${number(flow.high * amount, language)} ${unitIn(flow.unit, language)}` : '';
  const take = (flows: readonly TypicalFlowShown[]): void => {
    draft.change((sheet) => addTypical(sheet, flows, known ? amount : null, language));
    setTaken([...taken, ...flows.map(({ id }) => id)]);
  };
  return (
    <div class="offer">
      <label>
        {fill(words.driver, { driver: driver.name, unit: unitIn(driver.unit, language) })}{' '}
        <input inputMode="decimal" size={10} value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </label>{' '}
      <button
        type="button"
        onClick={() => take(driver.flows.filter(({ id }) => !taken.includes(id)))}
        disabled={taken.length >= driver.flows.length}
      >
        {words.takeAll}
      </button>
      <div class="scroll" tabIndex={0} role="region" aria-label={`${words.typical}, ${driver.name}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{all.direction}</th>
              <th scope="col">{words.offered}</th>
              <th scope="col" class="number">
                {fill(words.per, { unit: unitIn(driver.unit, language) })}
              </th>
              <th scope="col" class="number">
                {all.perYear}
              </th>
              <th scope="col">{words.source}</th>
              <th scope="col" aria-label={words.take} />
            </tr>
          </thead>
          <tbody>
            {driver.flows.map((flow) => (
              <tr key={flow.id}>
                <td>{flow.direction === 'in' ? all.directionIn : all.directionOut}</td>
                <th scope="row">{flow.words}</th>
                <td class="number">
                  {number(flow.low, language)}–{number(flow.high, language)} {unitIn(flow.unit, language)}
                </td>
                <td class="number">{range(flow)}</td>
                <td class="quiet">{flow.evidence === 'judgement' ? words.judgement : flow.source}</td>
                <td>
                  {taken.includes(flow.id) ? (
                    <span class="quiet">{words.taken}</span>
                  ) : (
                    <button type="button" aria-label={`${words.take}: ${flow.words}`} onClick={() => take([flow])}>
                      {words.take}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** The table is written in Norwegian units. */
const unitIn = (unit: string, language: 'nb' | 'en'): string => (unit === 'tonn' && language === 'en' ? 't' : unit);

/** Four digits are more than a typical value knows. */
const rounded = (value: number, language: 'nb' | 'en'): string => {
  const text = String(Number(value.toPrecision(3)));
  return language === 'nb' ? text.replace('.', ',') : text;
};

/** Rows of typical flows; the amount is left open where what drives it is not known. */
export function addTypical(sheet: Sheet, flows: readonly TypicalFlowShown[], amount: number | null, language: 'nb' | 'en'): Sheet {
  const words = ENTRY_WORDS[language];
  const [year, typical] = [language === 'nb' ? 'år' : 'year', words.choices.data_quality[3] ?? 'typical'];
  return addRows(
    sheet,
    flows.map((flow) => ({
      direction: words.choices.direction[flow.direction === 'in' ? 0 : 1] ?? flow.direction,
      role: flow.role,
      resource: flow.words,
      quantity: amount === null ? '' : `ca. ${rounded(flow.likely * amount, language)}`,
      unit: `${unitIn(flow.unit, language)}/${year}`,
      temperature: flow.temperature === null ? '' : rounded(flow.temperature, language),
      data_quality: typical,
      comment: `${words.typical}: ${rounded(flow.low, language)}–${rounded(flow.high, language)} ${unitIn(flow.unit, language)} / ${unitIn(flow.driver_unit, language)} (${flow.driver})`,
    })),
  );
}
