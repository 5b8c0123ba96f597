// Name, where you can go, the language, and whether this is the demo.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../client.ts';
import type { ViewerShown } from '../../server/contract/viewer.ts';
import { address } from '../state/route.ts';
import { VIEWER_WORDS } from '../words/viewer.ts';
import { placesFor } from '../state/navigation.ts';
import type { Route } from '../state/route.ts';
import { useAnswer } from '../state/useAnswer.ts';
import { useViewer } from '../state/viewer.ts';
import { useLanguage, useWords } from '../words/words.ts';
import type { Language } from '../words/words.ts';
import { refusalText } from './Loaded.tsx';
import { ViewerSwitch } from './ViewerSwitch.tsx';

export function Header({
  route,
  looking,
  setLanguage,
}: {
  route: Route;
  looking: ViewerShown | null;
  setLanguage: (language: Language) => void;
}) {
  const viewer = useViewer();
  const words = useWords();
  const language = useLanguage();
  /** Nothing is asked for before somebody is in. */
  const entered = looking !== null && looking.now !== null;
  const clusters = useAnswer(
    (signal) => (entered ? ask('clusters', { signal }) : Promise.resolve([])),
    `clusters ${route.page} ${String(entered)}`,
  );
  const names = clusters.state === 'ok' ? clusters.value.map((one) => one.name) : [];
  const cluster = 'cluster' in route && route.cluster !== null ? route.cluster : (names[0] ?? null);
  const places = entered ? placesFor(viewer, cluster, words, looking.door !== 'open') : [];
  const rest = places.filter((place) => place.rest === true);
  const more = useRef<HTMLDetailsElement>(null);
  // Who has come to a page, or looks elsewhere, is done with the menu.
  useEffect(() => {
    const shut = (event?: Event): void => {
      if (more.current && !(event?.target instanceof Node && more.current.contains(event.target))) more.current.open = false;
    };
    shut();
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || more.current?.open !== true) return;
      more.current.open = false;
      more.current.querySelector('summary')?.focus();
    };
    addEventListener('click', shut);
    addEventListener('keydown', pressed);
    return () => {
      removeEventListener('click', shut);
      removeEventListener('keydown', pressed);
    };
  }, [route]);
  const here = (page: string) => (route.page === page ? { 'aria-current': 'page' as const } : {});
  return (
    <header class="top">
      <a class="brand" href="/">
        <img src="/icon.svg" alt="" width="28" height="28" />
        Flytkart
      </a>
      <nav aria-label="Flytkart">
        {places
          .filter((place) => place.rest !== true)
          .map(({ page, label, href }) => (
            <a key={page} href={href} {...here(page)}>
              {label}
            </a>
          ))}
        {rest.length === 0 ? (
          <a href="/draw" data-plain>
            {words.navDraw}
          </a>
        ) : (
          <details class="more" ref={more}>
            <summary>{rest.find(({ page }) => page === route.page)?.label ?? words.navMore}</summary>
            <div class="more-places">
              {rest.map(({ page, label, href }) => (
                <a key={page} href={href} {...here(page)}>
                  {label}
                </a>
              ))}
              <a href="/draw" data-plain>
                {words.navDraw}
              </a>
            </div>
          </details>
        )}
      </nav>
      <fieldset class="switch">
        <legend class="hidden">{words.language}</legend>
        {(['nb', 'en'] as const).map((one) => (
          <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>
            {one === 'nb' ? 'Norsk' : 'English'}
          </button>
        ))}
      </fieldset>
      {looking && looking.choices.length > 1 && <ViewerSwitch viewer={looking} />}
      {looking?.person && (
        <a class="own-account" href={address.account()} title={looking.person.email} {...here('account')}>
          {VIEWER_WORDS[language].account}
        </a>
      )}
      <DemoNotice />
    </header>
  );
}

function DemoNotice() {
  const words = useWords();
  const language = useLanguage();
  const health = useAnswer((signal) => ask('health', { signal }), 'health');
  const [problem, setProblem] = useState('');
  if (health.state !== 'ok' || !health.value.demo) return null;
  const startOwn = (): void => {
    ask('own', { body: {} }).then(
      () => location.assign('/'),
      (error: unknown) => setProblem(refusalText(error, words, language)),
    );
  };
  return (
    <p class="demo">
      {words.demoNotice}
      <button type="button" class="link" onClick={startOwn}>
        {words.startOwn}
      </button>
      {problem && <span role="alert"> {problem}</span>}
    </p>
  );
}
