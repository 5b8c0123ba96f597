// The frame around every page: header, language, demo notice, and the page that the address asks for.
import { useEffect, useState } from 'preact/hooks';
import { ask } from './client.ts';
import { Header } from './parts/Header.tsx';
import { Later } from './parts/Later.tsx';
import { Loaded } from './parts/Loaded.tsx';
import { go, useRoute, address } from './state/route.ts';
import type { Route } from './state/route.ts';
import { useAnswer } from './state/useAnswer.ts';
import { NOBODY_CHOSEN, ViewerContext } from './state/viewer.ts';
import { ClusterPage } from './views/ClusterPage.tsx';
import { CompaniesPage } from './views/CompaniesPage.tsx';
import { CompanyPage } from './views/CompanyPage.tsx';
import { EmptyPage } from './views/EmptyPage.tsx';
import { ImportPage } from './views/ImportPage.tsx';
import { ImportsPage } from './views/ImportsPage.tsx';
import { MatchPage } from './views/MatchPage.tsx';
import { UnknownPage } from './views/UnknownPage.tsx';
import { LanguageContext, WORDS, firstLanguage } from './words/words.ts';

export function App() {
  const [language, setLanguage] = useState(firstLanguage);
  const route = useRoute();
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem('language', language);
  }, [language]);
  const looking = useAnswer((signal) => ask('viewer', { signal }), 'viewer');
  const shown = looking.state === 'ok' ? looking.value : null;
  return (
    <LanguageContext.Provider value={language}>
      <ViewerContext.Provider value={shown?.now ?? NOBODY_CHOSEN}>
        <a class="skip" href="#content" data-plain>
          {WORDS[language].skipToContent}
        </a>
        <Header route={route} looking={shown} setLanguage={setLanguage} />
        <main id="content" tabIndex={-1}>
          {looking.state !== 'loading' && <Page route={route} />}
        </main>
      </ViewerContext.Provider>
    </LanguageContext.Provider>
  );
}

const heatPage = async () => (await import('./views/HeatPage.tsx')).HeatPage;

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'start':
      return <Start />;
    case 'cluster':
      return <ClusterPage key={route.cluster} cluster={route.cluster} />;
    case 'match':
      return <MatchPage key={`${route.surplus} ${route.need}`} cluster={route.cluster} surplus={route.surplus} need={route.need} />;
    case 'companies':
      return <CompaniesPage cluster={route.cluster} />;
    case 'heat':
      return <Later key={route.cluster} name="heat" load={heatPage} wanted={{ cluster: route.cluster }} />;
    case 'company':
      return <CompanyPage key={route.company} company={route.company} />;
    case 'import':
      return <ImportPage cluster={route.cluster} />;
    case 'imports':
      return <ImportsPage />;
    case 'unknown':
      return <UnknownPage path={route.path} />;
  }
}

/** The front page is the first cluster; without one it says how to begin. */
function Start() {
  const clusters = useAnswer((signal) => ask('clusters', { signal }), 'clusters');
  const first = clusters.state === 'ok' ? clusters.value[0] : undefined;
  useEffect(() => {
    if (first) {
      history.replaceState(null, '', address.cluster(first.name));
      dispatchEvent(new PopStateEvent('popstate'));
    }
  }, [first?.name]);
  return (
    <Loaded answer={clusters}>{(list) => (list.length === 0 ? <EmptyPage onImport={() => go(address.import(null))} /> : null)}</Loaded>
  );
}
