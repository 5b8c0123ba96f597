// The heat network: on the map with its figures, the routes drawn for it, and who is on it.
import { useMemo, useState } from 'preact/hooks';
import type { DrawnRoute } from '../../../server/contract/drawnRoutes.ts';
import type { HeatBound, HeatPage } from '../../../server/contract/heatAnswer.ts';
import type { SiteRole } from '../../pictures/heat/mapLayout.ts';
import { NetworkMap } from '../../pictures/heat/NetworkMap.tsx';
import { HEAT_WORDS } from '../../words/heat.ts';
import { useLanguage } from '../../words/words.ts';
import { DrawnRoutes } from './DrawnRoutes.tsx';
import { howSure } from './howSure.ts';
import { NetworkFigures } from './NetworkFigures.tsx';
import { NetworkMembers } from './NetworkMembers.tsx';

type Props = {
  readonly page: HeatPage;
  /** The network is still that of the question before. */
  readonly busy: boolean;
  readonly off: ReadonlySet<string>;
  readonly onSwitch: (flow: string, on: boolean) => void;
  readonly onAllOn: () => void;
  readonly routes: readonly DrawnRoute[];
  readonly onRoutes: (routes: readonly DrawnRoute[]) => void;
  readonly bound: HeatBound | 'pending' | null;
  readonly companyName: (id: string) => string;
  readonly siteName: (site: string) => string;
  readonly onSource: (flow: string) => void;
};

export function NetworkSection(props: Props) {
  const { page, busy, off, onSwitch, onAllOn, routes, onRoutes, bound, companyName, siteName, onSource } = props;
  const words = HEAT_WORDS[useLanguage()];
  const [zoom, setZoom] = useState<'network' | 'all'>('network');
  const { network } = page;
  const onNetwork = network !== null && network.edges.length + network.sources.length > 0;
  const siteOf = useMemo(() => new Map(page.flows.map((one) => [one.id, one.site])), [page.flows]);
  const roleOf = useMemo(() => {
    const sites = (members: readonly { readonly flow: string }[] | undefined): ReadonlySet<string> =>
      new Set(members?.flatMap((one) => siteOf.get(one.flow) ?? []));
    const [sources, customers] = [sites(network?.sources), sites(network?.customers)];
    return (one: string): SiteRole =>
      sources.has(one) ? (customers.has(one) ? 'both' : 'source') : customers.has(one) ? 'customer' : 'off';
  }, [network, siteOf]);
  return (
    <section aria-labelledby="network-title" class="heat-network">
      <h2 id="network-title">
        {words.network}{' '}
        <span class="quiet" role="status">
          {busy ? words.updating : ''}
        </span>
      </h2>
      {network !== null && (
        <div class="heat-side">
          <div>
            <p class="controls">
              <label>
                {words.zoom}
                <select value={zoom} onChange={(event) => setZoom(event.currentTarget.value === 'all' ? 'all' : 'network')}>
                  <option value="network">{words.zoomNetwork}</option>
                  <option value="all">{words.zoomAll}</option>
                </select>
              </label>
            </p>
            <NetworkMap page={page} zoom={zoom} siteName={siteName} roleOf={roleOf} routes={routes} onRoutes={onRoutes} />
          </div>
          <div>
            {onNetwork ? (
              <NetworkFigures network={network} sure={howSure(network, bound, off)} />
            ) : (
              <p class="notice">{words.networkNone}</p>
            )}
          </div>
        </div>
      )}
      <DrawnRoutes page={page} routes={routes} onRoutes={onRoutes} siteName={siteName} />
      <NetworkMembers page={page} off={off} onSwitch={onSwitch} onAllOn={onAllOn} companyName={companyName} onSource={onSource} />
    </section>
  );
}
