// The sharing policy as a table a person can read: who sees what of a flow shared at which level.
import type { Flow } from './flow.ts';
import { FIELD_SHARING, maySee } from './policy.ts';
import type { Standing } from './policy.ts';
import { SHARING_LEVELS } from './sharing.ts';
import type { Viewer } from './viewer.ts';

const HERE: Standing = { company: 'A', managed: false, sharesCluster: false, partner: false };

/** One of each kind of viewer, and how it stands to the company. */
export const ROLES: readonly { readonly role: string; readonly viewer: Viewer; readonly standing: Standing }[] = [
  { role: 'local, engine', viewer: { kind: 'local' }, standing: HERE },
  { role: 'its own member', viewer: { kind: 'member', company: 'A' }, standing: { ...HERE, sharesCluster: true } },
  { role: 'its consultant', viewer: { kind: 'consultant', companies: ['A'], until: '2030-01-01' }, standing: HERE },
  { role: 'cluster manager', viewer: { kind: 'manager', cluster: 'here' }, standing: { ...HERE, managed: true } },
  { role: 'administrator', viewer: { kind: 'administrator' }, standing: HERE },
  { role: 'member of a partner', viewer: { kind: 'member', company: 'B' }, standing: { ...HERE, sharesCluster: true, partner: true } },
  { role: 'member of the cluster', viewer: { kind: 'member', company: 'B' }, standing: { ...HERE, sharesCluster: true } },
  { role: 'member elsewhere', viewer: { kind: 'member', company: 'B' }, standing: HERE },
];

/** Fields that follow the flow are one row; those kept tighter have one each. */
const TIGHT = Object.keys(FIELD_SHARING) as (keyof Flow)[];
const FIELDS: readonly { readonly name: string; readonly field: keyof Flow }[] = [
  { name: 'words, amount, temperature', field: 'words' },
  ...TIGHT.map((field) => ({ name: field, field })),
];

/** Markdown: a row for each role and field, a column for each level of the flow. */
export function policyTable(): string {
  const rows = ROLES.flatMap(({ role, viewer, standing }) =>
    FIELDS.map(
      ({ name, field }) =>
        `| ${role} | ${name} | ${SHARING_LEVELS.map((sharing) => (maySee(viewer, { ...standing, sharing }, field) ? 'yes' : '')).join(' | ')} |`,
    ),
  );
  return [
    `| who | field | ${SHARING_LEVELS.join(' | ')} |`,
    `| --- | --- | ${SHARING_LEVELS.map(() => '---').join(' | ')} |`,
    ...rows,
  ].join('\n');
}
