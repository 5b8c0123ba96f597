// As whom the person asking may look, and as whom it does.
import type { ViewerChoice, ViewerShown } from '../contract/viewer.ts';
import { LOCAL } from '../domain/viewer.ts';
import type { Viewer } from '../domain/viewer.ts';
import { viewerText } from '../domain/viewerText.ts';
import type { SignedIn } from './accounts/signedIn.ts';
import type { StoreReader } from './open.ts';

const NAMES = new Intl.Collator('nb');

function choice(store: StoreReader, viewer: Viewer): ViewerChoice {
  const company = viewer.kind === 'member' ? viewer.company : null;
  const cluster = viewer.kind === 'manager' ? viewer.cluster : company === null ? null : (store.clustersOf(LOCAL, company)[0] ?? null);
  return {
    value: viewerText(viewer),
    kind: viewer.kind === 'engine' ? 'local' : viewer.kind,
    name: company === null ? cluster : (store.company(LOCAL, company)?.name ?? null),
    cluster,
    company,
  };
}

/** Without accounts: everyone there is, in the order of their names. */
function everyone(store: StoreReader): Viewer[] {
  const clusters = store.clusters(LOCAL);
  const members = clusters.flatMap((cluster) =>
    store.companiesOf(LOCAL, cluster).toSorted((a, b) => NAMES.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)),
  );
  return [
    LOCAL,
    ...clusters.map((cluster) => ({ kind: 'manager', cluster }) as const),
    ...[...new Map(members.map((one) => [one.id, one])).values()].map(({ id }) => ({ kind: 'member', company: id }) as const),
  ];
}

export async function viewerShown(store: StoreReader, door: SignedIn, chosen: Viewer, headers: Headers): Promise<ViewerShown> {
  const state = door.door();
  const { person, viewers } = state === 'open' ? { person: null, viewers: everyone(store) } : await door.looking(headers);
  const choices = viewers.map((one) => choice(store, one));
  const value = viewerText(chosen);
  const now = choices.find((one) => one.value === value) ?? (state === 'open' ? choice(store, chosen) : choices[0]);
  return { door: state, person: person === null ? null : { name: person.name, email: person.email }, now: now ?? null, choices };
}
