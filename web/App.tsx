// The frame around every page: header, language, demo notice, and the page that the address asks for.
import { useEffect, useState } from 'preact/hooks';
import { ask } from './client.ts';
import { Header } from './parts/Header.tsx';
import { Later } from './parts/Later.tsx';
import { Loaded } from './parts/Loaded.tsx';
import type { ViewerShown } from '../server/contract/viewer.ts';
import { go, useRoute, address } from './state/route.ts';
import type { Route } from './state/route.ts';
import { useAnswer } from './state/useAnswer.ts';
import { usePageTitle } from './state/usePageTitle.ts';
import { NOBODY_CHOSEN, ViewerContext } from './state/viewer.ts';
import { ClusterPage } from './views/ClusterPage.tsx';
import { CompaniesPage } from './views/CompaniesPage.tsx';
import { CompanyPage } from './views/CompanyPage.tsx';
import { EmptyPage } from './views/EmptyPage.tsx';
import { ImportsPage } from './views/ImportsPage.tsx';
import { MatchPage } from './views/MatchPage.tsx';
import { NotYoursPage } from './views/NotYoursPage.tsx';
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
  usePageTitle(route.page);
  return (
    <LanguageContext.Provider value={language}>
      <ViewerContext.Provider value={shown?.now ?? NOBODY_CHOSEN}>
        <a class="skip" href="#content" data-plain>
          {WORDS[language].skipToContent}
        </a>
        <Header route={route} looking={shown} setLanguage={setLanguage} />
        <main id="content" tabIndex={-1}>
          {looking.state !== 'loading' && <Entrance route={route} looking={shown} />}
        </main>
      </ViewerContext.Provider>
    </LanguageContext.Provider>
  );
}

const balancePage = async () => (await import('./views/BalancePage.tsx')).BalancePage;
const coveragePage = async () => (await import('./views/CoveragePage.tsx')).CoveragePage;
const importPage = async () => (await import('./views/ImportPage.tsx')).ImportPage;
const entryPage = async () => (await import('./views/EntryPage.tsx')).EntryPage;
const quickPage = async () => (await import('./views/QuickPage.tsx')).QuickPage;
const matchesPage = async () => (await import('./views/MatchesPage.tsx')).MatchesPage;
const leadPage = async () => (await import('./views/LeadPage.tsx')).LeadPage;
const leadsPage = async () => (await import('./views/LeadsPage.tsx')).LeadsPage;
const letterPage = async () => (await import('./views/LetterPage.tsx')).LetterPage;
const registersPage = async () => (await import('./views/RegistersPage.tsx')).RegistersPage;
const meetingPage = async () => (await import('./views/MeetingPage.tsx')).MeetingPage;
const comparePage = async () => (await import('./views/ComparePage.tsx')).ComparePage;
const mapPage = async () => (await import('./views/MapPage.tsx')).MapPage;
const reportPage = async () => (await import('./views/ReportPage.tsx')).ReportPage;
const heatPage = async () => (await import('./views/HeatPage.tsx')).HeatPage;

/** Pages that speak of all companies at once. */
const OF_ALL: readonly Route['page'][] = ['matches', 'meeting', 'compare'];

/** Whoever must sign in meets the door, at whatever address; a person without a role meets its own account. */
function Entrance({ route, looking }: { route: Route; looking: ViewerShown | null }) {
  if (route.page === 'door') return <Later name="door" load={doorPage} wanted={{ door: route.door, word: route.word, looking }} />;
  if (looking !== null && looking.door !== 'open') {
    if (looking.person === null) return <Later name="door" load={doorPage} wanted={{ door: 'sign-in' as const, word: '', looking }} />;
    if (looking.now === null) return <Later name="account" load={accountPage} wanted={{}} />;
  }
  if (looking?.now?.kind === 'member' && OF_ALL.includes(route.page)) return <NotYoursPage />;
  return <Page route={route} />;
}

const doorPage = async () => (await import('./views/account/DoorPage.tsx')).DoorPage;
const accountPage = async () => (await import('./views/account/AccountPage.tsx')).AccountPage;
const runningPage = async () => (await import('./views/RunningPage.tsx')).RunningPage;
const peoplePage = async () => (await import('./views/account/PeoplePage.tsx')).PeoplePage;

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'start':
      return <Start />;
    case 'cluster':
      return <ClusterPage key={route.cluster} cluster={route.cluster} />;
    case 'match':
      return <MatchPage key={`${route.surplus} ${route.need}`} cluster={route.cluster} surplus={route.surplus} need={route.need} />;
    case 'matches':
      return <Later key={`matches ${route.cluster}`} name="matches" load={matchesPage} wanted={{ cluster: route.cluster }} />;
    case 'leads':
      return <Later key={`leads ${route.cluster}`} name="leads" load={leadsPage} wanted={{ cluster: route.cluster }} />;
    case 'registers':
      return <Later key={`registers ${route.cluster}`} name="registers" load={registersPage} wanted={{ cluster: route.cluster }} />;
    case 'meeting':
      return <Later key={`meeting ${route.cluster}`} name="meeting" load={meetingPage} wanted={{ cluster: route.cluster }} />;
    case 'compare':
      return <Later key={`compare ${route.cluster}`} name="compare" load={comparePage} wanted={{ cluster: route.cluster }} />;
    case 'map':
      return <Later key={`map ${route.cluster}`} name="map" load={mapPage} wanted={{ cluster: route.cluster }} />;
    case 'report':
      return <Later key={`report ${route.cluster}`} name="report" load={reportPage} wanted={{ cluster: route.cluster }} />;
    case 'lead':
      return <Later key={`lead ${route.lead}`} name="lead" load={leadPage} wanted={{ lead: route.lead }} />;
    case 'letter':
      return <Later key={`letter ${route.lead}`} name="letter" load={letterPage} wanted={{ lead: route.lead }} />;
    case 'companies':
      return <CompaniesPage cluster={route.cluster} />;
    case 'heat':
      return <Later key={route.cluster} name="heat" load={heatPage} wanted={{ cluster: route.cluster }} />;
    case 'company':
      return <CompanyPage key={route.company} company={route.company} />;
    case 'balance':
      return <Later key={`balance ${route.company}`} name="balance" load={balancePage} wanted={{ company: route.company }} />;
    case 'coverage':
      return <Later key={`coverage ${route.cluster}`} name="coverage" load={coveragePage} wanted={{ cluster: route.cluster }} />;
    case 'entry': {
      const wanted = { entry: route.entry, cluster: route.cluster ?? '' };
      return route.quick ? (
        <Later key={`quick ${route.entry}`} name="quick" load={quickPage} wanted={wanted} />
      ) : (
        <Later key={`entry ${route.entry}`} name="entry" load={entryPage} wanted={wanted} />
      );
    }
    case 'import':
      return <Later key="import" name="import" load={importPage} wanted={{ cluster: route.cluster }} />;
    case 'imports':
      return <ImportsPage />;
    case 'door':
      return null;
    case 'account':
      return <Later name="account" load={accountPage} wanted={{}} />;
    case 'running':
      return <Later name="running" load={runningPage} wanted={{}} />;
    case 'people':
      return <Later name="people" load={peoplePage} wanted={{}} />;
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
