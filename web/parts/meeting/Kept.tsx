// Scenarios that are kept: opened, saved, saved over, deleted, compared.
import { useState } from 'preact/hooks';
import type { ScenarioShown } from '../../../server/contract/scenarios.ts';
import { ask } from '../../client.ts';
import { changesText } from '../../state/changesText.ts';
import { moment } from '../../state/format.ts';
import { address } from '../../state/route.ts';
import type { Changes } from '../../state/useChanges.ts';
import { MEETING_WORDS } from '../../words/meeting.ts';
import { fill, useLanguage, useWords } from '../../words/words.ts';
import { refusalText } from '../Loaded.tsx';

type Props = {
  readonly cluster: string;
  readonly changes: Changes;
  readonly scenarios: readonly ScenarioShown[];
  readonly onChanged: () => void;
};

export function Kept({ cluster, changes, scenarios, onChanged }: Props) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const common = useWords();
  const [name, setName] = useState('');
  const [opened, setOpened] = useState<ScenarioShown | null>(null);
  const [told, setTold] = useState('');
  const [problem, setProblem] = useState('');
  const { now, put } = changes;
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
  return (
    <section aria-labelledby="kept-title" class="kept-scenarios no-print">
      <h2 id="kept-title">{words.scenarios}</h2>
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
      {(scenarios.length > 0 || now.length > 0) && (
        <p>
          <a
            href={`${address.compare(cluster)}?scenarios=${['today', ...(now.length === 0 ? [] : ['draft']), ...scenarios.slice(0, 2).map(({ id }) => id)].join(',')}${now.length === 0 ? '' : `&s=${changesText(now)}`}`}
          >
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
