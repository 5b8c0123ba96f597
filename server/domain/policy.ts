// Who may see which field of a flow. The one place that decides it.
import type { CompanyId, Flow } from './flow.ts';
import { SHARING_LEVELS } from './sharing.ts';
import type { SharingLevel } from './sharing.ts';
import type { Viewer } from './viewer.ts';

/** How a viewer stands to a company; the store looks these up, the policy judges them. */
export type Standing = {
  readonly company: CompanyId;
  /** The company is in the cluster that the viewer manages. */
  readonly managed: boolean;
  /** The viewer's own company is in one of them too. */
  readonly sharesCluster: boolean;
  /** The viewer's own company and this one have both said yes to each other. */
  readonly partner: boolean;
};

/** Fields that are kept tighter than the flow unless the company opens them; all others follow the flow. */
export const FIELD_SHARING: Readonly<Partial<Record<keyof Flow, SharingLevel>>> = {
  price: 'partner',
  /** Contaminants stand here. */
  quality: 'partner',
  comment: 'partner',
  /** File names and lines speak of how the company works. */
  source: 'facilitator',
};

const width = (level: SharingLevel): number => SHARING_LEVELS.indexOf(level);

/** The tightest level that the viewer sees of the company: it sees this one and all wider. */
export function reach(viewer: Viewer, standing: Standing): SharingLevel {
  switch (viewer.kind) {
    case 'local':
    case 'engine':
      return 'own';
    case 'administrator':
      return 'facilitator';
    case 'manager':
      return standing.managed ? 'facilitator' : 'public';
    case 'consultant':
      return viewer.companies.includes(standing.company) ? 'own' : 'public';
    case 'member':
      if (viewer.company === standing.company) return 'own';
      if (standing.partner) return 'partner';
      return standing.sharesCluster ? 'cluster' : 'public';
    default:
      return viewer satisfies never;
  }
}

/** The level of one field: the flow's own or the field's default, whichever is tighter. */
export function levelOf(sharing: SharingLevel, field: keyof Flow): SharingLevel {
  const fieldLevel = FIELD_SHARING[field] ?? 'public';
  return width(fieldLevel) < width(sharing) ? fieldLevel : sharing;
}

/** Whether the viewer may see this field of a flow shared so; any field of a flow it may not see at all is no. */
export const maySee = (viewer: Viewer, flow: Standing & { readonly sharing: SharingLevel }, field: keyof Flow): boolean =>
  width(levelOf(flow.sharing, field)) >= width(reach(viewer, flow));

/** Whether the flow is there at all for the viewer. */
export const maySeeFlow = (viewer: Viewer, flow: Standing & { readonly sharing: SharingLevel }): boolean =>
  width(flow.sharing) >= width(reach(viewer, flow));

/** Whether the viewer sees the company's files as they were read: every cell of a record, private ones among them. */
export const maySeeCells = (viewer: Viewer, standing: Standing): boolean => reach(viewer, standing) === 'own';

/** Whether the viewer sees who screened the company, when, and how far it is checked: itself, whoever works for it, its facilitators. */
export const maySeeScreenings = (viewer: Viewer, standing: Standing): boolean => width(reach(viewer, standing)) <= width('facilitator');

/** Whether the viewer may change what the company stated: take an import in, undo it, decide on a resource. */
export const mayChange = (viewer: Viewer, company: CompanyId): boolean =>
  viewer.kind === 'local' ||
  viewer.kind === 'engine' ||
  (viewer.kind === 'member' && viewer.company === company) ||
  (viewer.kind === 'consultant' && viewer.companies.includes(company));

/**
 * Whether a file may say something of the company. `free`: no committed import names it and nobody has a role in it: whoever works for others may
 * bring it in. A member speaks for its own company only.
 */
export const mayState = (viewer: Viewer, company: CompanyId, free: boolean): boolean =>
  mayChange(viewer, company) || (free && (viewer.kind === 'consultant' || viewer.kind === 'manager' || viewer.kind === 'administrator'));

/**
 * Whether the viewer may put companies into the cluster: a company in a cluster sees what is shared there. `clusters`: those that its own companies
 * are in.
 */
export function mayPutInto(viewer: Viewer, cluster: string, clusters: readonly string[]): boolean {
  if (viewer.kind === 'manager') return viewer.cluster === cluster;
  if (viewer.kind === 'member' || viewer.kind === 'consultant') return clusters.includes(cluster);
  return true;
}

/** Whether the viewer looks after the server itself: its figures, its backups. */
export const mayRun = (viewer: Viewer): boolean => viewer.kind === 'local' || viewer.kind === 'administrator';

/** What a viewer sees of a match between two flows: all, that its own flow has one (blind), or nothing. */
export type MatchSight = 'full' | 'blind' | 'none';

/**
 * A match is seen in full by whoever sees both flows as their owner, their facilitator or a partner: cluster neighbours have not said yes. A company
 * sees its own flow's match blindly as long as the other flow is open to partners at all.
 */
export function matchSight(viewer: Viewer, ends: readonly (Standing & { readonly sharing: SharingLevel })[]): MatchSight {
  const sights = ends.map((end) => {
    const sees = reach(viewer, end);
    if (width(end.sharing) < width(sees)) return 'none';
    return width(sees) <= width('partner') ? 'full' : 'none';
  });
  if (sights.every((sight) => sight === 'full')) return 'full';
  const ownsOne = ends.some((end) => reach(viewer, end) === 'own');
  const othersOpen = ends.every((end) => reach(viewer, end) === 'own' || width(end.sharing) >= width('partner'));
  return ownsOne && othersOpen ? 'blind' : 'none';
}
