// What the companies of a cluster share beside flows: challenges, projects that were never carried out, services with their capacity.
import type { CompanyId } from './flow.ts';
import { reach } from './policy.ts';
import type { Standing } from './policy.ts';
import type { ResourceId } from './resource.ts';
import type { Viewer } from './viewer.ts';

export const REGISTER_KINDS = ['challenge', 'project', 'service'] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];

export const SERVICE_SIDES = ['offers', 'needs'] as const;
export type ServiceSide = (typeof SERVICE_SIDES)[number];

export type RegisterFact = {
  readonly title: string;
  readonly text: string | null;
  /** A project: why it came to nothing. */
  readonly why: string | null;
  /** A project: the year it was given up. */
  readonly year: number | null;
  /** A service: whether its company offers or needs it, what it is, and how many hours a month. */
  readonly side: ServiceSide | null;
  readonly resource: ResourceId | null;
  readonly hoursPerMonth: number | null;
};

export type RegisterEntry = RegisterFact & {
  readonly id: string;
  readonly cluster: string;
  readonly kind: RegisterKind;
  /** Who takes part; of a service its one company. */
  readonly companies: readonly CompanyId[];
  readonly madeAt: string;
  readonly changedAt: string;
  readonly version: number;
};

/**
 * Challenges and services are there for the cluster: shared to be found. A project that came to nothing is told to those who took part and to those
 * who look after them. `standings`: of its companies; `here`: the viewer's company, or one it works for, is in the cluster, or it manages it.
 */
export function seesEntry(viewer: Viewer, kind: RegisterKind, standings: readonly Standing[], here: boolean): boolean {
  const near = standings.some((one) => ['own', 'facilitator'].includes(reach(viewer, one)));
  return kind === 'project' ? near || (viewer.kind === 'manager' && here) : near || here;
}

/** A company writes what is its own alone; whoever looks after the cluster writes the rest. */
export const writesEntry = (viewer: Viewer, standings: readonly Standing[], here: boolean): boolean =>
  viewer.kind === 'member'
    ? standings.length > 0 && standings.every((one) => reach(viewer, one) === 'own')
    : viewer.kind !== 'engine' && here;

/** What is wrong with an entry, as the name of the field; null where nothing is. */
export function faultOf(kind: RegisterKind, fact: Pick<RegisterEntry, 'companies' | 'side' | 'hoursPerMonth'>): keyof RegisterEntry | null {
  if (kind !== 'service') return fact.companies.length === 0 ? 'companies' : null;
  if (fact.companies.length !== 1) return 'companies';
  if (fact.side === null) return 'side';
  return fact.hoursPerMonth !== null && !(fact.hoursPerMonth > 0 && fact.hoursPerMonth <= 744 * 1_000) ? 'hoursPerMonth' : null;
}
