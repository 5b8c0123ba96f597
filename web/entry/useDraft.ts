// A draft on screen: opened, changed step by step, kept on the server at every pause and in the browser at once.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { EntryShown } from '../../server/contract/entry.ts';
import { ask, Refusal } from '../client.ts';
import { useLanguage } from '../words/words.ts';
import { catchEntry, caughtOf, letGo } from './secondNet.ts';
import { begin, redo, step, undo } from './sheet.ts';
import type { History, Sheet } from './sheet.ts';

export type Keeping = 'same' | 'keeping' | 'kept' | 'offline' | 'refused';

export type Draft = {
  readonly history: History;
  readonly keeping: Keeping;
  /** ISO 8601; null: nothing is kept that is not stored. */
  readonly keptAt: string | null;
  readonly refusal: unknown;
  /** Somebody kept another one since: a person chooses. */
  readonly other: EntryShown | null;
  /** It was brought back from the browser. */
  readonly recovered: boolean;
  /** `part`: changes of one part in a row are one step back. */
  readonly change: (to: (sheet: Sheet) => Sheet, part?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly choose: (whose: 'mine' | 'theirs') => void;
  /** Keeps what is not kept yet; the version that the server holds, or null where it could not. */
  readonly flush: () => Promise<number | null>;
};

export type Opening =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly error: unknown }
  | { readonly state: 'open'; readonly entry: EntryShown };

/** ms of quiet before the server is told; and between attempts while it is away. */
const PAUSE = 400;
const AGAIN = 3_000;

export function useOpening(entry: string, cluster: string): Opening & { readonly again: () => void } {
  const language = useLanguage();
  const [opening, setOpening] = useState<Opening>({ state: 'loading' });
  const [round, setRound] = useState(0);
  // The language of the first opening holds for what is loaded: a change of it must not take what is typed.
  useEffect(() => {
    const abort = new AbortController();
    setOpening({ state: 'loading' });
    ask('entry', { path: { entry }, query: { lang: language, ...(cluster === '' ? {} : { cluster }) }, signal: abort.signal }).then(
      (found) => !abort.signal.aborted && setOpening({ state: 'open', entry: found }),
      (error: unknown) => !abort.signal.aborted && setOpening({ state: 'refused', error }),
    );
    return () => abort.abort();
  }, [entry, round]);
  return { ...opening, again: () => setRound((one) => one + 1) };
}

export function useDraft(opened: EntryShown): Draft {
  const { id } = opened;
  const first = useRef(firstOf(opened));
  const [history, setHistory] = useState<History>(() => begin(first.current.content));
  const [keeping, setKeeping] = useState<Keeping>(opened.version === 0 ? 'same' : 'kept');
  const [keptAt, setKeptAt] = useState(opened.changed_at);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [other, setOther] = useState<EntryShown | null>(first.current.conflict ? opened : null);
  const now = useRef(history);
  const version = useRef(opened.version);
  /** What the server holds, as far as we know. */
  const held = useRef<Sheet>(opened.content);
  const busy = useRef<Promise<void> | null>(null);
  const timer = useRef(0);
  const stopped = useRef(first.current.conflict);

  const send = useCallback(async (): Promise<void> => {
    while (now.current.now !== held.current && !stopped.current) {
      const content = now.current.now;
      setKeeping('keeping');
      try {
        const kept = await ask('entryKeep', { path: { entry: id }, body: { base: version.current, content } });
        version.current = kept.version;
        held.current = content;
        setKeptAt(kept.changed_at);
        setKeeping('kept');
        setRefusal(null);
        if (now.current.now === content) letGo(id);
        else catchEntry(id, { version: kept.version, content: now.current.now });
      } catch (error) {
        if (error instanceof Refusal && error.code === 'entry.conflict') {
          stopped.current = true;
          await ask('entry', { path: { entry: id } }).then(setOther, () => undefined);
          return;
        }
        setRefusal(error);
        setKeeping(error instanceof Refusal && error.code === 'offline' ? 'offline' : 'refused');
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => void flush(), AGAIN);
        return;
      }
    }
  }, [id]);
  const flush = useCallback(async (): Promise<number | null> => {
    clearTimeout(timer.current);
    busy.current ??= send().finally(() => (busy.current = null));
    await busy.current;
    return now.current.now === held.current ? version.current : null;
  }, [send]);

  const put = useCallback(
    (next: History): void => {
      const same = next.now === now.current.now;
      now.current = next;
      if (same) return;
      setHistory(next);
      catchEntry(id, { version: version.current, content: next.now });
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void flush(), PAUSE);
    },
    [id, flush],
  );

  useEffect(() => {
    if (first.current.recovered) void flush();
    const leave = (): void => {
      if (now.current.now === held.current || stopped.current) return;
      void ask('entryKeep', { path: { entry: id }, body: { base: version.current, content: now.current.now }, keepalive: true }).catch(
        () => undefined,
      );
    };
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      clearTimeout(timer.current);
      // The page is left inside the application: what is not kept is kept now.
      void flush();
    };
  }, []);

  return {
    history,
    keeping,
    keptAt,
    refusal,
    other,
    recovered: first.current.recovered,
    change: (to, part) => put(step(now.current, to(now.current.now), part ?? null)),
    undo: () => put(undo(now.current)),
    redo: () => put(redo(now.current)),
    choose: (whose) => {
      if (other === null) return;
      version.current = other.version;
      held.current = other.content;
      stopped.current = false;
      setOther(null);
      if (whose === 'theirs') {
        const next = step(now.current, other.content);
        now.current = next;
        setHistory(next);
        setKeeping('kept');
        setKeptAt(other.changed_at);
        letGo(id);
      } else void flush();
    },
    flush,
  };
}

/** What is shown first: what the server holds, or what only the browser caught. */
function firstOf(opened: EntryShown): { readonly content: Sheet; readonly recovered: boolean; readonly conflict: boolean } {
  const caught = caughtOf(opened.id);
  if (caught === null || JSON.stringify(caught.content) === JSON.stringify(opened.content)) {
    letGo(opened.id);
    return { content: opened.content, recovered: false, conflict: false };
  }
  const conflict = caught.version !== opened.version;
  return { content: caught.content, recovered: !conflict, conflict };
}
