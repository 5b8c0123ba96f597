// Where each kind of viewer goes: the pages of the header's menu, in the order of a working day.
import type { ViewerChoice } from '../../server/contract/viewer.ts';
import type { Words } from '../words/words.ts';
import { address } from './route.ts';
import type { Route } from './route.ts';

type Place = { readonly page: Route['page']; readonly label: string; readonly href: string };

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
              ] as const)),
          { page: 'registers', label: words.navRegisters, href: address.registers(cluster) },
          { page: 'companies', label: words.navCompanies, href: address.companies(cluster) },
          { page: 'heat', label: words.navHeat, href: address.heat(cluster) },
        ];
  switch (viewer.kind) {
    case 'member':
      return viewer.company === null
        ? ofCluster
        : [{ page: 'company', label: words.navOwn, href: address.company(viewer.company) }, ...ofCluster];
    case 'manager':
      return people ? [...ofCluster, people] : ofCluster;
    case 'administrator':
      return people ? [...ofCluster, people] : ofCluster;
    default:
      return [...ofCluster, ...importing];
  }
}
