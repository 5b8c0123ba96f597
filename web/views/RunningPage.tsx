// Looking after the server: backups, the way back, whether the data is whole, and how the server does.
import { useState } from 'preact/hooks';
import type { BackupsShown, MetricsShown } from '../../server/contract/running.ts';
import { ask } from '../client.ts';
import { Loaded, refusalText } from '../parts/Loaded.tsx';
import { moment, number } from '../state/format.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { RUNNING_WORDS } from '../words/running.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

/** Routes told as slowest. */
const SLOWEST = 5;

export function RunningPage() {
  const language = useLanguage();
  const words = RUNNING_WORDS[language];
  const common = useWords();
  const backups = useAnswer((signal) => ask('backups', { signal }), 'backups');
  const metrics = useAnswer((signal) => ask('metrics', { signal }), 'metrics');
  const [said, setSaid] = useState<readonly string[]>([]);
  const [working, setWorking] = useState(false);
  const work = async (task: () => Promise<readonly string[]>): Promise<void> => {
    setWorking(true);
    setSaid([words.working]);
    try {
      setSaid(await task());
    } catch (error) {
      setSaid([refusalText(error, common, language)]);
    }
    setWorking(false);
    backups.again();
  };
  const check = async (): Promise<readonly string[]> => {
    const { ok, problems } = await ask('check', { body: {} });
    return ok ? [words.whole] : [words.problems, ...problems];
  };
  const make = async (): Promise<readonly string[]> => {
    await ask('backupMake', { body: {} });
    return [];
  };
  const restore = async (name: string): Promise<readonly string[]> => {
    const { file } = await ask('backupRestore', { path: { backup: name }, body: {} });
    return [fill(words.restored, { file })];
  };
  return (
    <section>
      <h1>{words.title}</h1>
      <div role="status">
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <p>
        <button type="button" disabled={working} onClick={() => void work(check)}>
          {words.check}
        </button>
      </p>
      <h2>{words.backups}</h2>
      <Loaded answer={backups}>
        {(shown) => (
          <Backups shown={shown} working={working} make={() => void work(make)} restore={(name) => void work(() => restore(name))} />
        )}
      </Loaded>
      <h2>{words.figures}</h2>
      <Loaded answer={metrics}>{(told) => <Figures told={told} />}</Loaded>
    </section>
  );
}

type BackupsProps = { shown: BackupsShown; working: boolean; make: () => void; restore: (name: string) => void };
function Backups({ shown, working, make, restore }: BackupsProps) {
  const language = useLanguage();
  const words = RUNNING_WORDS[language];
  if (shown.folder === null) return <p class="notice">{words.off}</p>;
  const { folder, every_hours: hours, keep, problem } = shown;
  return (
    <>
      <p>{fill(hours === null ? words.asked : words.plan, { hours: hours ?? '', folder, keep: keep ?? '' })}</p>
      {problem !== null && (
        <p class="notice" role="alert">
          {problem[language]}
        </p>
      )}
      <p>
        <button type="button" disabled={working} onClick={make}>
          {words.make}
        </button>
      </p>
      {shown.backups.length === 0 ? (
        <p class="quiet">{words.none}</p>
      ) : (
        <div class="scroll" tabIndex={0} role="region" aria-label={words.backups}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.when}</th>
                <th scope="col" class="number">
                  {words.size}
                </th>
                <th scope="col" aria-label={words.restore} />
              </tr>
            </thead>
            <tbody>
              {shown.backups.map(({ name, at, mb }) => (
                <tr key={name} data-backup={name}>
                  <td>{moment(at, language)}</td>
                  <td class="number">{number(mb, language)} MB</td>
                  <td>
                    <button type="button" disabled={working} onClick={() => restore(name)}>
                      {words.restore}
                    </button>
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

function Figures({ told }: { told: MetricsShown }) {
  const language = useLanguage();
  const words = RUNNING_WORDS[language];
  const since = new Date(Date.now() - told.up_seconds * 1000).toISOString();
  const slowest = Object.entries(told.routes)
    .toSorted(([, a], [, b]) => b.p99_ms - a.p99_ms)
    .slice(0, SLOWEST);
  return (
    <dl class="facts">
      <dt>{words.up}</dt>
      <dd>{moment(since, language)}</dd>
      <dt>{words.memory}</dt>
      <dd>{number(told.memory_mb.resident, language)} MB</dd>
      <dt>{words.database}</dt>
      <dd>{number(told.database_mb.file + told.database_mb.log, language)} MB</dd>
      <dt>{words.stored}</dt>
      <dd>{fill(words.storedText, told.stored)}</dd>
      <dt>{words.answers}</dt>
      <dd>
        {Object.entries(told.answers)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([status, count]) => `${status}: ${count}`)
          .join(', ')}
      </dd>
      <dt>{words.slowest}</dt>
      <dd>
        <ul>
          {slowest.map(([route, { p99_ms: ms }]) => (
            <li key={route}>{fill(words.slowestText, { route, ms: number(ms, language) })}</li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}
