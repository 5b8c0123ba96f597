// The address is the state: which page, of what. Back and forward work because nothing else remembers it.
import { useEffect, useState } from 'preact/hooks';
import { backToPlace, focusPage, keepPlace } from './placeOnPage.ts';

export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'cluster'; readonly cluster: string }
  | { readonly page: 'match'; readonly cluster: string; readonly surplus: string; readonly need: string }
  | { readonly page: 'matches' | 'leads' | 'registers'; readonly cluster: string }
  | { readonly page: 'lead' | 'letter'; readonly lead: string }
  | { readonly page: 'meeting' | 'compare' | 'map' | 'report'; readonly cluster: string }
  | { readonly page: 'companies'; readonly cluster: string }
  | { readonly page: 'heat'; readonly cluster: string }
  | { readonly page: 'company'; readonly company: string }
  | { readonly page: 'balance'; readonly company: string }
  | { readonly page: 'coverage'; readonly cluster: string }
  | { readonly page: 'entry'; readonly entry: string; readonly cluster: string | null; readonly quick: boolean }
  | { readonly page: 'import'; readonly cluster: string | null }
  | { readonly page: 'imports' }
  | { readonly page: 'door'; readonly door: Door; readonly word: string }
  | { readonly page: 'account' }
  | { readonly page: 'people' }
  | { readonly page: 'running' }
  | { readonly page: 'unknown'; readonly path: string };

/** What stands before the door: pages that open without signing in. */
const DOORS = ['first', 'forgotten', 'new-password', 'invitation'] as const;
export type Door = (typeof DOORS)[number] | 'sign-in';

export function routeOf(path: string, search: string): Route {
  const parts = path.split('/').filter(Boolean).map(decodeURIComponent);
  const [page, name, more, surplus, need] = parts;
  if (parts.length === 0) return { page: 'start' };
  if (page === 'cluster' && name && !more) return { page: 'cluster', cluster: name };
  if (page === 'cluster' && name && more === 'match' && surplus && need) return { page: 'match', cluster: name, surplus, need };
  if (page === 'cluster' && name && (more === 'matches' || more === 'leads' || more === 'registers') && !surplus)
    return { page: more, cluster: name };
  if (page === 'cluster' && name && (more === 'meeting' || more === 'compare' || more === 'map' || more === 'report') && !surplus)
    return { page: more, cluster: name };
  if (page === 'lead' && name && (!more || more === 'letter')) return { page: more ? 'letter' : 'lead', lead: name };
  if (page === 'cluster' && name && more === 'companies') return { page: 'companies', cluster: name };
  if (page === 'cluster' && name && more === 'heat') return { page: 'heat', cluster: name };
  if (page === 'company' && name && (more === 'entry' || more === 'quick'))
    return { page: 'entry', entry: `company:${name}`, cluster: null, quick: more === 'quick' };
  if (page === 'company' && name && more === 'balance') return { page: 'balance', company: name };
  if (page === 'cluster' && name && more === 'coverage') return { page: 'coverage', cluster: name };
  if (page === 'cluster' && name && more === 'new' && surplus)
    return { page: 'entry', entry: `new:${surplus}`, cluster: name, quick: need === 'quick' };
  if (page === 'company' && name) return { page: 'company', company: name };
  if (page === 'import' && !name) return { page: 'import', cluster: new URLSearchParams(search).get('cluster') };
  if (page === 'imports' && !name) return { page: 'imports' };
  const door = DOORS.find((one) => one === page);
  if (door !== undefined && !more) return { page: 'door', door, word: name ?? '' };
  if (page === 'account' && !name) return { page: 'account' };
  if (page === 'people' && !name) return { page: 'people' };
  if (page === 'running' && !name) return { page: 'running' };
  return { page: 'unknown', path };
}

export const address = {
  cluster: (cluster: string) => `/cluster/${encodeURIComponent(cluster)}`,
  companies: (cluster: string) => `/cluster/${encodeURIComponent(cluster)}/companies`,
  match: (cluster: string, surplus: string, need: string) =>
    `/cluster/${encodeURIComponent(cluster)}/match/${encodeURIComponent(surplus)}/${encodeURIComponent(need)}`,
  matches: (cluster: string) => `/cluster/${encodeURIComponent(cluster)}/matches`,
  leads: (cluster: string) => `/cluster/${encodeURIComponent(cluster)}/leads`,
  registers: (cluster: string) => `/cluster/${encodeURIComponent(cluster)}/registers`,
  meeting: (cluster: string) => `/cluster/${encodeURIComponent(cluster)}/meeting`,
  compare: (cluster: string) => `/cluster/${encodeURIComponent(cluster)}/compare`,
  map: (cluster: string) => `/cluster/${encodeURIComponent(cluster)}/map`,
  report: (cluster: string) => `/cluster/${encodeURIComponent(cluster)}/report`,
  lead: (lead: string) => `/lead/${encodeURIComponent(lead)}`,
  letter: (lead: string) => `/lead/${encodeURIComponent(lead)}/letter`,
  heat: (cluster: string) => `/cluster/${encodeURIComponent(cluster)}/heat`,
  company: (company: string) => `/company/${encodeURIComponent(company)}`,
  entry: (company: string) => `/company/${encodeURIComponent(company)}/entry`,
  quick: (company: string) => `/company/${encodeURIComponent(company)}/quick`,
  balance: (company: string) => `/company/${encodeURIComponent(company)}/balance`,
  coverage: (cluster: string) => `/cluster/${encodeURIComponent(cluster)}/coverage`,
  /** `entry`: id of the draft, `new:` and a key that its writer makes up. */
  newCompany: (cluster: string, entry: string, quick = false) =>
    `/cluster/${encodeURIComponent(cluster)}/new/${encodeURIComponent(entry.replace(/^new:/, ''))}${quick ? '/quick' : ''}`,
  import: (cluster: string | null) => (cluster === null ? '/import' : `/import?cluster=${encodeURIComponent(cluster)}`),
  imports: () => '/imports',
  account: () => '/account',
  people: () => '/people',
  running: () => '/running',
};

export function go(to: string): void {
  keepPlace();
  history.pushState(null, '', to);
  dispatchEvent(new PopStateEvent('popstate'));
  scrollTo(0, 0);
}

/** The current route; plain clicks on links of our own change it without a page load. */
export function useRoute(): Route {
  const read = (): Route => routeOf(location.pathname, location.search);
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const moved = (event: PopStateEvent): void => {
      setRoute(read());
      backToPlace(event.state);
      focusPage();
    };
    const clicked = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      if (link.origin !== location.origin || link.target || link.hasAttribute('download') || link.dataset['plain'] !== undefined) return;
      if (link.pathname === location.pathname && link.search === location.search && link.hash) return;
      event.preventDefault();
      go(link.pathname + link.search);
    };
    addEventListener('popstate', moved);
    document.addEventListener('click', clicked);
    return () => {
      removeEventListener('popstate', moved);
      document.removeEventListener('click', clicked);
    };
  }, []);
  return route;
}
