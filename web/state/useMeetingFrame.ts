// The frame that belongs to the changes on screen: asked at once, one at a time, the latest wins; the best allocation follows when all stands still.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MeetingFrame } from '../../server/contract/scenarios.ts';
import type { Change } from '../../server/domain/scenario.ts';
import { ask } from '../client.ts';
import { changesText } from './changesText.ts';

type Language = 'nb' | 'en';
export type Objective = 'value' | 'co2e' | 'placed';
export type FrameState = {
  /** The frame of the changes or, until it is there, the one before; null: none yet. */
  readonly frame: MeetingFrame | null;
  /** The best allocation of these very changes; null until it is there. */
  readonly exact: MeetingFrame | null;
  readonly stale: boolean;
  readonly exactFailed: boolean;
  readonly error: unknown;
};

/** ms that all stands still before the best allocation is asked for. */
const STILL = 250;

export function useMeetingFrame(cluster: string, changes: readonly Change[], objective: Objective, language: Language): FrameState {
  const key = `${cluster} ${objective} ${language} ${changesText(changes)}`;
  const [found, setFound] = useState<{ readonly key: string; readonly frame: MeetingFrame } | null>(null);
  const [exact, setExact] = useState<{ readonly key: string; readonly frame: MeetingFrame | null } | null>(null);
  const [failed, setFailed] = useState<{ readonly key: string; readonly error: unknown } | null>(null);
  const wanted = useRef({ key, changes, objective, language });
  wanted.current = { key, changes, objective, language };
  const busy = useRef(false);
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );

  const next = (): void => {
    if (busy.current || gone.current) return;
    busy.current = true;
    const { key: asked, changes: tried, objective: by, language: lang } = wanted.current;
    ask('meetingFrame', { path: { cluster }, query: { lang }, body: { changes: tried, objective: by } })
      .then(
        (frame) => setFound({ key: asked, frame }),
        (error: unknown) => setFailed({ key: asked, error }),
      )
      .finally(() => {
        busy.current = false;
        if (wanted.current.key !== asked) next();
      });
  };
  useEffect(() => {
    next();
    const abort = new AbortController();
    const timer = setTimeout(() => {
      ask('meetingExact', { path: { cluster }, query: { lang: language }, body: { changes, objective }, signal: abort.signal }).then(
        (frame) => setExact({ key, frame }),
        () => abort.signal.aborted || setExact({ key, frame: null }),
      );
    }, STILL);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [key]);

  const settled = exact?.key === key ? exact : null;
  return {
    frame: found?.frame ?? null,
    exact: settled?.frame ?? null,
    stale: found?.key !== key,
    exactFailed: settled !== null && settled.frame === null,
    error: failed?.key === key && found?.key !== key ? failed.error : null,
  };
}
