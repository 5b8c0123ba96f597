// A company that might join: its name, where, and what it would give and need.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MeetingStart } from '../../../server/contract/scenarios.ts';
import { ANNUAL_UNITS } from '../../../server/domain/estimate.ts';
import type { NewCompany, NewFlow } from '../../../server/domain/scenario.ts';
import { readNumber } from '../../state/readNumber.ts';
import { MEETING_WORDS } from '../../words/meeting.ts';
import { fill, useLanguage } from '../../words/words.ts';

type Props = {
  readonly start: MeetingStart;
  /** Keys of companies that join already. */
  readonly taken: readonly string[];
  readonly onJoin: (company: NewCompany) => void;
  readonly onClose: () => void;
};
type Row = { gives: boolean; words: string; amount: string; unit: NewFlow['unit']; temperature: string };
const EMPTY: Row = { gives: false, words: '', amount: '', unit: 'MWh', temperature: '' };

export function JoinDialog({ start, taken, onJoin, onClose }: Props) {
  const words = MEETING_WORDS[useLanguage()];
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState('');
  const [near, setNear] = useState('');
  const [activity, setActivity] = useState('');
  const [rows, setRows] = useState<readonly Row[]>([EMPTY]);
  const [problem, setProblem] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const change = (at: number, over: Partial<Row>): void => setRows(rows.map((row, i) => (i === at ? { ...row, ...over } : row)));
  const save = (): void => {
    const filled = rows.filter((row) => row.words.trim() !== '');
    const wrong = filled.flatMap((row) => [row.amount, row.temperature]).find((text) => readNumber(text) === 'wrong');
    const said =
      name.trim() === ''
        ? words.missingName
        : filled.length === 0
          ? words.missingFlow
          : wrong === undefined
            ? ''
            : fill(words.wrongNumber, { text: wrong });
    setProblem(said);
    if (said !== '') return;
    const place = start.companies.find(({ id }) => id === near);
    const numberOf = (text: string): number | null => {
      const value = readNumber(text);
      return value === 'wrong' ? null : value;
    };
    let key = 1;
    while (taken.includes(String(key))) key += 1;
    onJoin({
      key: String(key),
      name: name.trim(),
      activity: activity.trim() === '' ? null : activity.trim(),
      nace: null,
      place: place === undefined || place.lat === null || place.lon === null ? null : { lat: place.lat, lon: place.lon },
      flows: filled.map((row) => ({
        gives: row.gives,
        words: row.words.trim(),
        amount: numberOf(row.amount),
        unit: row.unit,
        temperature: numberOf(row.temperature),
      })),
    });
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} class="why joins" aria-labelledby="joins-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <h2 id="joins-title">{words.joins}</h2>
        <label>
          {words.newName}
          <input name="name" value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <label>
          {words.newPlace}
          <select name="near" value={near} onChange={(event) => setNear(event.currentTarget.value)}>
            <option value="">{words.newPlaceNone}</option>
            {start.companies
              .filter(({ lat }) => lat !== null)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
          </select>
        </label>
        <label>
          {words.newActivity}
          <input name="activity" value={activity} onInput={(event) => setActivity(event.currentTarget.value)} />
        </label>
        <fieldset class="new-flows">
          <legend>{words.newFlows}</legend>
          {rows.map((row, at) => (
            <div key={at} class="new-flow">
              <select
                aria-label={words.newGives}
                name="gives"
                value={row.gives ? 'gives' : 'takes'}
                onChange={(event) => change(at, { gives: event.currentTarget.value === 'gives' })}
              >
                <option value="takes">{words.takes}</option>
                <option value="gives">{words.gives}</option>
              </select>
              <input
                aria-label={words.newWords}
                placeholder={words.newWords}
                name="words"
                value={row.words}
                onInput={(event) => change(at, { words: event.currentTarget.value })}
              />
              <input
                aria-label={words.newAmount}
                placeholder={words.newAmount}
                name="amount"
                inputMode="decimal"
                value={row.amount}
                onInput={(event) => change(at, { amount: event.currentTarget.value })}
              />
              <select
                aria-label={words.newUnit}
                name="unit"
                value={row.unit}
                onChange={(event) => change(at, { unit: ANNUAL_UNITS.find((one) => one === event.currentTarget.value) ?? 't' })}
              >
                {ANNUAL_UNITS.map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>
              <input
                aria-label={words.newTemperature}
                placeholder={words.newTemperature}
                name="temperature"
                inputMode="decimal"
                value={row.temperature}
                onInput={(event) => change(at, { temperature: event.currentTarget.value })}
              />
            </div>
          ))}
          <button type="button" onClick={() => setRows([...rows, EMPTY])}>
            {words.addRow}
          </button>
        </fieldset>
        {problem !== '' && (
          <p class="notice error" role="alert">
            {problem}
          </p>
        )}
        <p class="actions">
          <button type="submit" class="primary">
            {words.add}
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
        </p>
      </form>
    </dialog>
  );
}
