// Meeting mode: move something, and every figure, the matches, the picture and the allocation follow. What is shown is in the address.
import '../styles/leads.css';
import '../styles/meeting.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { MeetingStart } from '../../server/contract/scenarios.ts';
import { withChange } from '../../server/domain/scenario.ts';
import { ask } from '../client.ts';
import { refusalText } from '../parts/Loaded.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { changeText } from '../parts/meeting/changeText.ts';
import { Controls } from '../parts/meeting/Controls.tsx';
import { Figures } from '../parts/meeting/Figures.tsx';
import { LeavingPanel } from '../parts/meeting/LeavingPanel.tsx';
import { PairList } from '../parts/meeting/PairList.tsx';
import { SharePanel } from '../parts/meeting/SharePanel.tsx';
import { Kept } from '../parts/meeting/Kept.tsx';
import { Steps } from '../parts/meeting/Steps.tsx';
import { SideBySide } from '../pictures/meeting/SideBySide.tsx';
import { useAnswer } from '../state/useAnswer.ts';
import { useChanges } from '../state/useChanges.ts';
import { useMeetingFrame } from '../state/useMeetingFrame.ts';
import type { Objective } from '../state/useMeetingFrame.ts';
import { useQuery } from '../state/useQuery.ts';
import { useSteadyAnswer } from '../state/useSteadyAnswer.ts';
import { MEETING_WORDS } from '../words/meeting.ts';
import { fill, useLanguage, useWords } from '../words/words.ts';

export function MeetingPage({ cluster }: { cluster: string }) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const start = useAnswer(
    (signal) => ask('meeting', { path: { cluster }, query: { lang: language }, signal }),
    `meeting ${cluster} ${language}`,
  );
  return (
    <>
      <h1>
        {words.title}, {cluster}
      </h1>
      <Loaded answer={start}>{(told) => <Meeting start={told} />}</Loaded>
    </>
  );
}

const OBJECTIVES: readonly Objective[] = ['value', 'co2e', 'placed'];

function Meeting({ start }: { start: MeetingStart }) {
  const language = useLanguage();
  const words = MEETING_WORDS[language];
  const common = useWords();
  const { cluster } = start;
  const [query, change] = useQuery();
  const changes = useChanges(cluster);
  const objective = OBJECTIVES.find((one) => one === query['goal']) ?? 'value';
  const before = useMeetingFrame(cluster, NOTHING, objective, language);
  const after = useMeetingFrame(cluster, changes.now, objective, language);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const scenarios = useSteadyAnswer(
    (signal) => ask('scenarios', { path: { cluster }, query: { lang: language }, signal }),
    `scenarios ${cluster} ${language}`,
  );
  // Before and after are told of the same kind of allocation.
  const exactly = after.exact !== null && before.exact !== null;
  const [was, now] = exactly ? [before.exact, after.exact] : [before.frame, after.frame];
  const states = useMemo(
    () => [
      { name: words.before, pairs: was?.pairs ?? [] },
      { name: words.after, pairs: now?.pairs ?? [] },
    ],
    [was, now, words],
  );
  const { undo } = changes;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const inText = event.target instanceof HTMLInputElement && event.target.type !== 'range' && event.target.type !== 'checkbox';
      if (!inText && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && undo !== null) {
        event.preventDefault();
        undo();
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [undo]);
  return (
    <>
      <p class="quiet no-print">
        {words.intro} {words.keyHelp}
      </p>
      {changes.broken && (
        <p class="notice error" role="alert">
          {common.badAnswer}
        </p>
      )}
      <div class="meeting">
        <div class="meeting-controls no-print">
          <Controls start={start} changes={changes} />
          <Kept
            cluster={cluster}
            changes={changes}
            scenarios={scenarios.state === 'ok' ? scenarios.value : []}
            onChanged={scenarios.again}
          />
        </div>
        <div class="meeting-room" data-stale={after.stale ? 'yes' : 'no'} data-exact={exactly ? 'yes' : 'no'}>
          <Steps start={start} changes={changes} frame={now} />
          <label class="no-print">
            {words.objective}{' '}
            <select
              name="goal"
              value={objective}
              onChange={(event) => change({ goal: event.currentTarget.value === 'value' ? '' : event.currentTarget.value })}
            >
              {OBJECTIVES.map((one) => (
                <option key={one} value={one}>
                  {words.objectives[one]}
                </option>
              ))}
            </select>
          </label>
          {after.error !== null && (
            <p class="notice error" role="alert">
              {refusalText(after.error, common, language)}
            </p>
          )}
          {now === null ? (
            <p class="quiet" role="status">
              {common.loading}
            </p>
          ) : (
            <>
              {now.unknown.length > 0 && (
                <p class="notice error">
                  {fill(words.goneChanges, {
                    changes: now.unknown
                      .flatMap((at) => {
                        const one = changes.now[at];
                        return one === undefined ? [] : [changeText(one, start, words, language)];
                      })
                      .join('; '),
                  })}
                </p>
              )}
              <Figures before={was} after={now} state={exactly ? 'exact' : after.exactFailed || before.exactFailed ? 'failed' : 'greedy'} />
              <section aria-labelledby="allocated-title">
                <h2 id="allocated-title">{words.picture}</h2>
                <SideBySide states={states} title={words.picture} unit={query['unit'] ?? ''} onUnit={(unit) => change({ unit })} />
              </section>
              <PairList
                cluster={cluster}
                pairs={now.pairs}
                before={was?.pairs ?? []}
                picked={new Set(picked)}
                onPick={(key) => setPicked(picked.includes(key) ? picked.filter((one) => one !== key) : [...picked, key])}
              />
              <SharePanel cluster={cluster} changes={changes.now} picked={picked} />
              <LeavingPanel
                start={start}
                changes={changes.now}
                objective={objective}
                company={query['leaving'] ?? ''}
                onCompany={(id) => change({ leaving: id })}
                onTry={(id) => changes.put(withChange(changes.now, { kind: 'leaves', company: id }))}
              />
            </>
          )}
        </div>
      </div>
    </>
  );
}

const NOTHING = [] as const;
