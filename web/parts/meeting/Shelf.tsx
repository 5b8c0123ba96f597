// Steps, kept scenarios, and what leaves the page: a link, CSV, JSON.
import { useState } from 'preact/hooks';
import type { MeetingFrame, MeetingStart, ScenarioShown } from '../../../server/contract/scenarios.ts';
import { subjectOf, withoutChange } from '../../../server/domain/scenario.ts';
import { ask } from '../../client.ts';
import { download } from '../../sankey/draw/exportPicture.ts';
import { moment } from '../../state/format.ts';
import { address } from '../../state/route.ts';
import type { Changes } from '../../state/useChanges.ts';
import { MEETING_WORDS } from '../../words/meeting.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';
import { refusalText } from '../Loaded.tsx';
import { changeText } from './changeText.ts';
import { meetingCsv, meetingJson } from './meetingFiles.ts';

type Props = {
  readonly start: MeetingStart;
  readonly changes: Changes;
  readonly frame: MeetingFrame | null;
  readonly scenarios: readonly ScenarioShown[];
  readonly onChanged: () => void;
};

export function Shelf({ start, changes, frame, scenarios, onChanged }: Props) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const common = useWords();
  const { cluster } = start;
  const [name, setName] = useState('');
  const [opened, setOpened] = useState<ScenarioShown | null>(null);
  const [told, setTold] = useState('');
  const [problem, setProblem] = useState('');
  const { now, put, undo, redo } = changes;
  const run = (work: () => Promise<string>): void => {
    setProblem('');
    setTold('');
    work().then(
      (said) => {
        setTold(said);
        onChanged();
      },
      (error: unknown) => setProblem(refusalText(error, common, language)),
    );
  };
  const query = { lang: language };
  const save = (): void => {
    if (name.trim() === '') return;
    run(async () => {
      const kept = await ask('scenarioAdd', { path: { cluster }, query, body: { name, changes: now } });
      setOpened(kept);
      setName('');
      return fill(words.saved, { name: kept.name });
    });
  };
  const saveOver = (one: ScenarioShown): void =>
    run(async () => {
      const body = { name: one.name, changes: now, version: one.version };
      const kept = await ask('scenarioChange', { path: { cluster, scenario: one.id }, query, body });
      setOpened(kept);
      return fill(words.saved, { name: kept.name });
    });
  const remove = (one: ScenarioShown): void => {
    if (!confirm(fill(words.deleteAsk, { name: one.name }))) return;
    run(async () => {
      await ask('scenarioRemove', { path: { cluster, scenario: one.id }, query: { ...query, version: one.version } });
      if (opened?.id === one.id) setOpened(null);
      return '';
    });
  };
  const fileName = `${cluster} - ${opened?.name ?? words.title}`.replaceAll(/[/\\:*?"<>|]/g, ' ');
  const copy = (): void => {
    setTold('');
    navigator.clipboard.writeText(location.href).then(
      () => setTold(words.linked),
      () => setTold(words.linkFailed),
    );
  };
  return (
    <section aria-labelledby="changes-title" class="shelf no-print">
      <h2 id="changes-title">{words.changes}</h2>
      {now.length === 0 ? (
        <p class="quiet">{words.noChanges}</p>
      ) : (
        <ul class="chips">
          {now.map((change) => {
            const text = changeText(change, start, words, language);
            return (
              <li key={subjectOf(change)} data-change={change.kind}>
                {text}{' '}
                <button
                  type="button"
                  aria-label={fill(words.take, { change: text })}
                  onClick={() => put(withoutChange(now, subjectOf(change)))}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <p class="actions">
        <button type="button" data-action="undo" disabled={undo === null} onClick={() => undo?.()}>
          {words.undo}
        </button>
        <button type="button" data-action="redo" disabled={redo === null} onClick={() => redo?.()}>
          {words.redo}
        </button>
        <button type="button" data-action="reset" disabled={now.length === 0} onClick={() => put([])}>
          {words.reset}
        </button>
        <button type="button" onClick={copy}>
          {words.link}
        </button>
        <span>
          {words.export}:{' '}
          <button
            type="button"
            data-export="csv"
            disabled={frame === null}
            onClick={() =>
              frame && download(new Blob([meetingCsv(frame, language)], { type: 'text/csv;charset=utf-8' }), `${fileName}.csv`)
            }
          >
            {words.exportCsv}
          </button>{' '}
          <button
            type="button"
            data-export="json"
            disabled={frame === null}
            onClick={() =>
              frame &&
              download(new Blob([meetingJson(cluster, opened?.name ?? null, now, frame)], { type: 'application/json' }), `${fileName}.json`)
            }
          >
            {words.exportJson}
          </button>
        </span>
      </p>
      <h3>{words.scenarios}</h3>
      {scenarios.length === 0 && <p class="quiet">{words.noScenarios}</p>}
      <ul class="kept">
        {scenarios.map((one) => (
          <li key={one.id} data-scenario={one.name}>
            <strong>{one.name}</strong>{' '}
            <span class="quiet">{fill(words.madeBy, { author: one.author, when: moment(one.changed_at, language) })}</span>{' '}
            <button
              type="button"
              data-action="open"
              onClick={() => {
                setOpened(one);
                put(one.changes);
                setTold(fill(words.opened, { name: one.name }));
              }}
            >
              {words.open}
            </button>{' '}
            <button type="button" onClick={() => remove(one)}>
              {words.delete}
            </button>
          </li>
        ))}
      </ul>
      {scenarios.length > 0 && (
        <p>
          <a href={`${address.compare(cluster)}?scenarios=${['today', ...scenarios.slice(0, 3).map(({ id }) => id)].join(',')}`}>
            {words.compare}
          </a>
        </p>
      )}
      <form
        class="actions"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label>
          {words.scenarioName}{' '}
          <input name="scenario" value={name} onInput={(event) => setName(event.currentTarget.value)} maxLength={200} />
        </label>
        <button type="submit" class="primary" disabled={name.trim() === ''}>
          {words.save}
        </button>
        {opened !== null && (
          <button type="button" onClick={() => saveOver(opened)}>
            {fill(words.saveChanges, { name: opened.name })}
          </button>
        )}
      </form>
      <p role="status" class="quiet">
        {told}
      </p>
      {problem !== '' && (
        <p class="notice error" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
