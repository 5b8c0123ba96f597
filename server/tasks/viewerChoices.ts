// As whom the person at this machine may look, and as whom it does.
import type { ViewerChoice, ViewerShown } from '../contract/viewer.ts';
import { LOCAL } from '../domain/viewer.ts';
import type { Viewer } from '../domain/viewer.ts';
import { viewerText } from '../domain/viewerText.ts';
import type { StoreReader } from './open.ts';

const choice = (viewer: Viewer, name: string | null = null, cluster: string | null = null): ViewerChoice => ({
  value: viewerText(viewer),
  kind: viewer.kind === 'engine' ? 'local' : viewer.kind,
  name,
  cluster,
  company: viewer.kind === 'member' ? viewer.company : null,
});

/** Without accounts: everyone there is, in the order of their names. */
export function viewerShown(store: StoreReader, viewer: Viewer): ViewerShown {
  const clusters = store.clusters(LOCAL);
  const choices = [
    choice(LOCAL),
    ...clusters.map((cluster) => choice({ kind: 'manager', cluster }, cluster, cluster)),
    ...clusters.flatMap((cluster) =>
      store
        .companiesOf(LOCAL, cluster)
        .map((one) => choice({ kind: 'member', company: one.id }, one.name, cluster))
        .toSorted((a, b) => NAMES.compare(a.name ?? '', b.name ?? '')),
    ),
  ];
  const value = viewerText(viewer);
  return { now: choices.find((one) => one.value === value) ?? choice(viewer), choices };
}

const NAMES = new Intl.Collator('nb');
