// What is asked and done about the registers of a cluster, as the API sees it.
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Language } from '../../contract/errors.ts';
import type { REGISTER_ROUTES, RegisterEntryShown, RegistersPage } from '../../contract/registers.ts';
import { AppError } from '../../domain/errors.ts';
import type { RegisterEntry } from '../../domain/register.ts';
import { togetherOf } from '../../domain/together.ts';
import type { Tie } from '../../domain/together.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { knowledge } from '../knowledge.ts';
import { hider } from '../leads/hideLead.ts';
import type { Opened } from '../opened.ts';
import { fullSightIn } from '../inFullSight.ts';
import { localPurchase } from './localPurchase.ts';
import { isService } from './services.ts';

type Body<Name extends 'registerAdd' | 'registerChange'> = z.output<(typeof REGISTER_ROUTES)[Name]['body']>;

export interface RegisterRoom {
  page(viewer: Viewer, cluster: string, language: Language): Promise<RegistersPage>;
  add(viewer: Viewer, cluster: string, body: Body<'registerAdd'>, language: Language): Promise<RegistersPage>;
  change(viewer: Viewer, cluster: string, entry: string, body: Body<'registerChange'>, language: Language): Promise<RegistersPage>;
  remove(viewer: Viewer, cluster: string, entry: string, version: number, language: Language): Promise<RegistersPage>;
}

export function createRegisterRoom(opened: Opened): RegisterRoom {
  async function page(viewer: Viewer, cluster: string, language: Language): Promise<RegistersPage> {
    const store = opened.store();
    if (!store.clusters(viewer).includes(cluster)) throw new AppError('cluster.unknown', { cluster });
    const answers = opened.answers();
    const entries = store.registersOf(viewer, cluster);
    const typed = entries.flatMap(({ kind, id, version }) => (kind === 'service' ? [`${id} ${version}`] : [])).join();
    const [seen, found, services] = await Promise.all([
      answers.cluster(viewer, cluster, language),
      // A member is told that a neighbour offers what it buys, though not which.
      answers.pairsSeen(viewer, cluster, language),
      answers.services(viewer, cluster, language, typed),
    ]);
    const { resources } = knowledge().reference;
    const nameOf = (id: string): string => seen.companies.find((one) => one.id === id)?.name ?? store.company(viewer, id)?.name ?? id;
    const company = (id: string) => ({ id, name: nameOf(id) });
    const own = viewer.kind === 'member' ? viewer.company : null;
    return {
      cluster,
      entries: entries.map((one) => entryShown(one, company, (id) => resources.get(id)?.name[language] ?? id)),
      services,
      local: localPurchase(seen, found, { only: own, services, inFull: fullSightIn(store, viewer, cluster) }),
      together: togetherOf(tiesOf(viewer, cluster, entries, seen.exchanges)).map(({ a, b, ties }) => ({
        a: company(a),
        b: company(b),
        ties: ties.map(({ kind, what, id }) => ({ kind, what, id })),
      })),
      companies: seen.companies.map(({ id, name }) => ({ id, name })),
      service_kinds: [...resources.values()]
        .filter(({ id, leaf }) => leaf && isService(id))
        .map(({ id, name }) => ({ id, name: name[language] })),
      may_change: viewer.kind !== 'member',
      own: own === null ? seen.companies.map(({ id }) => id) : [own],
    };
  }

  /** Of leads, those that the viewer sees whole and that run. */
  function tiesOf(
    viewer: Viewer,
    cluster: string,
    entries: readonly RegisterEntry[],
    exchanges: readonly { readonly from: string; readonly to: string; readonly resource: string }[],
  ): Tie[] {
    const leads = opened.store().leadsOf(viewer, { cluster }, hider(opened.store()));
    return [
      ...exchanges.map((one): Tie => ({ kind: 'exchange', what: one.resource, id: null, companies: [one.from, one.to] })),
      ...leads.flatMap((one): Tie[] =>
        one.sight === 'blind' || one.lead.stage === 'ended'
          ? []
          : [{ kind: 'lead', what: one.lead.names.surplus, id: one.lead.id, companies: [one.lead.giver, one.lead.taker] }],
      ),
      ...entries.flatMap((one): Tie[] =>
        one.kind === 'challenge' ? [{ kind: 'challenge', what: one.title, id: one.id, companies: one.companies }] : [],
      ),
    ];
  }

  const written = ({ hours_per_month: hoursPerMonth, ...rest }: Omit<Body<'registerAdd'>, 'kind'>) => ({ ...rest, hoursPerMonth });

  return {
    page,
    async add(viewer, cluster, { kind, ...body }, language) {
      const entry = { ...written(body), kind, id: randomBytes(9).toString('base64url') };
      await (await opened.writer()).addRegister(viewer, cluster, entry, opened.now());
      return page(viewer, cluster, language);
    },
    async change(viewer, cluster, id, { version, ...body }, language) {
      await (await opened.writer()).changeRegister(viewer, id, version, written(body), opened.now());
      return page(viewer, cluster, language);
    },
    async remove(viewer, cluster, id, version, language) {
      await (await opened.writer()).changeRegister(viewer, id, version, null, opened.now());
      return page(viewer, cluster, language);
    },
  };
}

const entryShown = (
  one: RegisterEntry & { readonly mayChange: boolean },
  company: (id: string) => { id: string; name: string },
  resourceName: (id: string) => string,
): RegisterEntryShown => ({
  id: one.id,
  kind: one.kind,
  title: one.title,
  text: one.text,
  why: one.why,
  year: one.year,
  side: one.side,
  resource: one.resource,
  resource_name: one.resource === null ? null : resourceName(one.resource),
  hours_per_month: one.hoursPerMonth,
  companies: one.companies.map(company),
  changed_at: one.changedAt,
  version: one.version,
  may_change: one.mayChange,
});
