// What a signed-in person may be here, and as whom that lets it look.
import type { Viewer } from './viewer.ts';

export const ROLES = ['administrator', 'manager', 'consultant', 'member'] as const;
export type RoleName = (typeof ROLES)[number];

/** `scope`: a manager's cluster by name, a consultant's or member's company by id, empty for an administrator. */
export type Role = {
  readonly id: number;
  readonly role: RoleName;
  readonly scope: string;
  /** Last day of a consultant's work, ISO date; null: no end is set. */
  readonly until: string | null;
};

/** The end of what has none, for comparing. */
export const NO_END = '9999-12-31';

/** Whether the role still holds on that day (ISO date); the last day counts. */
export const holds = (role: Role, today: string): boolean => role.until === null || role.until >= today;

/** Every viewer the person may look as today: one for each cluster managed and each company it belongs to, one for all companies it advises. */
export function viewersOf(roles: readonly Role[], today: string): Viewer[] {
  const now = roles.filter((role) => holds(role, today));
  const advised = now.filter(({ role }) => role === 'consultant');
  const companies = [...new Set(advised.map(({ scope }) => scope))].toSorted();
  // One company may be advised under two roles; the later end holds for it, and the earliest of those bounds the viewer.
  const ends = companies.map((company) =>
    advised
      .filter(({ scope }) => scope === company)
      .map(({ until }) => until ?? NO_END)
      .reduce((a, b) => (a > b ? a : b)),
  );
  const until = ends.reduce((a, b) => (a < b ? a : b), NO_END);
  const scopes = (name: RoleName): string[] => [...new Set(now.filter(({ role }) => role === name).map(({ scope }) => scope))].toSorted();
  return [
    ...(now.some(({ role }) => role === 'administrator') ? [{ kind: 'administrator' } as const] : []),
    ...(companies.length > 0 ? [{ kind: 'consultant', companies, until } as const] : []),
    ...scopes('manager').map((cluster) => ({ kind: 'manager', cluster }) as const),
    ...scopes('member').map((company) => ({ kind: 'member', company }) as const),
  ];
}

/**
 * Whether the viewer may give (or end) this role. The administrator gives every role; the manager of a cluster those of its companies, as long as
 * `clustersOfScope` (the clusters the company is in) names the managed one. Nobody else gives any.
 */
export function mayGive(viewer: Viewer, role: RoleName, clustersOfScope: readonly string[]): boolean {
  if (viewer.kind === 'administrator' || viewer.kind === 'local') return true;
  if (viewer.kind !== 'manager') return false;
  return (role === 'consultant' || role === 'member') && clustersOfScope.includes(viewer.cluster);
}
