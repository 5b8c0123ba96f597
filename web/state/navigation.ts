// Where each kind of viewer goes: the pages of the header's menu, in the order of a working day.
import type { ViewerChoice } from '../../server/contract/viewer.ts';
import type { Words } from '../words/words.ts';
import { address } from './route.ts';
import type { Route } from './route.ts';

/** `rest`: stands under "More". */
type Place = { readonly page: Route['page']; readonly label: string; readonly href: string; readonly rest?: true };

/** `accounts`: whether people sign in here, so that there are roles to give. */
export function placesFor(viewer: ViewerChoice, cluster: string | null, words: Words, accounts: boolean): Place[] {
  const people: Place | null = accounts ? { page: 'people', label: words.navPeople, href: address.people() } : null;
  const importing: Place[] = [
    { page: 'import', label: words.navImport, href: address.import(cluster) },
    { page: 'imports', label: words.navHistory, href: address.imports() },
  ];
  const ofCluster: Place[] =
    cluster === null
      ? []
      : [
          { page: 'cluster', label: words.navCluster, href: address.cluster(cluster) },
          ...(viewer.kind === 'member'
            ? []
            : ([
                { page: 'matches', label: words.navMatches, href: address.matches(cluster) },
                { page: 'leads', label: words.navLeads, href: address.leads(cluster) },
                { page: 'meeting', label: words.navMeeting, href: address.meeting(cluster) },
              ] as const)),
          { page: 'map', label: words.navMap, href: address.map(cluster) },
          { page: 'heat', label: words.navHeat, href: address.heat(cluster) },
          { page: 'companies', label: words.navCompanies, href: address.companies(cluster), rest: true },
          { page: 'registers', label: words.navRegisters, href: address.registers(cluster), rest: true },
          ...(viewer.kind === 'member'
            ? []
            : ([{ page: 'compare', label: words.navCompare, href: address.compare(cluster), rest: true }] as const)),
          { page: 'report', label: words.navReport, href: address.report(cluster), rest: true },
        ];
  switch (viewer.kind) {
    case 'member':
      return viewer.company === null
        ? ofCluster
        : [{ page: 'company', label: words.navOwn, href: address.company(viewer.company) }, ...ofCluster];
    case 'manager':
      return people ? [...ofCluster, people] : ofCluster;
    case 'administrator':
      return [...ofCluster, ...importing, ...(people ? [people] : [])];
    default:
      return [...ofCluster, ...importing];
  }
}
