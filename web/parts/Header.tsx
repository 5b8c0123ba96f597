// Name, where you can go, the language, and whether this is the demo.
import { useState } from 'preact/hooks';
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
  const here = (page: string) => (route.page === page ? { 'aria-current': 'page' as const } : {});
  return (
    <header class="top">
      <a class="brand" href="/">
        <img src="/icon.svg" alt="" width="28" height="28" />
        Flytkart
      </a>
      <nav aria-label="Flytkart">
        {entered &&
          placesFor(viewer, cluster, words, looking.door !== 'open').map(({ page, label, href }) => (
            <a key={page} href={href} {...here(page)}>
              {label}
            </a>
          ))}
        <a href="/draw" data-plain>
          {words.navDraw}
        </a>
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
