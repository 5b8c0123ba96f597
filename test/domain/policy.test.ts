import { describe, expect, it } from 'vitest';
import type { Flow } from '../../server/domain/flow.ts';
import { matchSight, mayChange, maySee, maySeeCells, maySeeFlow } from '../../server/domain/policy.ts';
import type { Standing } from '../../server/domain/policy.ts';
import { SHARING_LEVELS } from '../../server/domain/sharing.ts';
import type { SharingLevel } from '../../server/domain/sharing.ts';
import type { Viewer } from '../../server/domain/viewer.ts';

/** The flow is Sagbruket's, in the cluster Rana. */
const standing: Standing = { company: 'sagbruket', managed: false, sharesCluster: false, partner: false };
const WHO: Readonly<Record<string, readonly [viewer: Viewer, standing: Standing]>> = {
  'the owner': [
    { kind: 'member', company: 'sagbruket' },
    { ...standing, sharesCluster: true },
  ],
  'its consultant': [{ kind: 'consultant', companies: ['sagbruket'], until: '2027-01-01' }, standing],
  'the local user': [{ kind: 'local' }, standing],
  'a computation': [{ kind: 'engine' }, standing],
  'the cluster manager': [
    { kind: 'manager', cluster: 'Rana' },
    { ...standing, managed: true },
  ],
  'the administrator': [{ kind: 'administrator' }, standing],
  'a partner': [
    { kind: 'member', company: 'smelteverket' },
    { ...standing, sharesCluster: true, partner: true },
  ],
  'a neighbour': [
    { kind: 'member', company: 'smelteverket' },
    { ...standing, sharesCluster: true },
  ],
  'a stranger': [{ kind: 'member', company: 'langt borte' }, standing],
  "another company's consultant": [{ kind: 'consultant', companies: ['smelteverket'], until: '2027-01-01' }, standing],
  "another cluster's manager": [{ kind: 'manager', cluster: 'Herøya' }, standing],
};
const FIELDS = ['words', 'annual', 'price', 'quality', 'comment', 'source'] as const satisfies readonly (keyof Flow)[];

/** One letter a field in the order above, upper case: seen. */
const cell = (who: string, sharing: SharingLevel): string => {
  const [viewer, stands] = WHO[who] ?? [];
  if (viewer === undefined || stands === undefined) throw new Error(who);
  const letters = FIELDS.map((field) => {
    const letter = field.charAt(0);
    return maySee(viewer, { ...stands, sharing }, field) ? letter.toUpperCase() : '-';
  });
  return letters.join('');
};

describe('who may see what', () => {
  // own, facilitator, partner, cluster, public
  const TABLE: Readonly<Record<string, readonly string[]>> = {
    'the owner': ['WAPQCS', 'WAPQCS', 'WAPQCS', 'WAPQCS', 'WAPQCS'],
    'its consultant': ['WAPQCS', 'WAPQCS', 'WAPQCS', 'WAPQCS', 'WAPQCS'],
    'the local user': ['WAPQCS', 'WAPQCS', 'WAPQCS', 'WAPQCS', 'WAPQCS'],
    'a computation': ['WAPQCS', 'WAPQCS', 'WAPQCS', 'WAPQCS', 'WAPQCS'],
    'the cluster manager': ['------', 'WAPQCS', 'WAPQCS', 'WAPQCS', 'WAPQCS'],
    'the administrator': ['------', 'WAPQCS', 'WAPQCS', 'WAPQCS', 'WAPQCS'],
    'a partner': ['------', '------', 'WAPQC-', 'WAPQC-', 'WAPQC-'],
    'a neighbour': ['------', '------', '------', 'WA----', 'WA----'],
    'a stranger': ['------', '------', '------', '------', 'WA----'],
    "another company's consultant": ['------', '------', '------', '------', 'WA----'],
    "another cluster's manager": ['------', '------', '------', '------', 'WA----'],
  };
  it('has a line for every kind of viewer', () => expect(Object.keys(TABLE)).toEqual(Object.keys(WHO)));

  const cells = Object.entries(TABLE).flatMap(([who, row]) => SHARING_LEVELS.map((level, i) => [who, level, row[i] ?? ''] as const));
  it.each(cells)('%s sees of a flow shared as %s the fields %s', (who, level, seen) => expect(cell(who, level)).toBe(seen));

  it('never shows a field of a flow that is not there for the viewer', () => {
    for (const [viewer, stands] of Object.values(WHO))
      for (const sharing of SHARING_LEVELS)
        for (const field of FIELDS)
          if (maySee(viewer, { ...stands, sharing }, field)) expect(maySeeFlow(viewer, { ...stands, sharing })).toBe(true);
  });

  it('shows no less of a flow that is shared more widely', () => {
    for (const who of Object.keys(WHO)) {
      const seen = SHARING_LEVELS.map((level) => cell(who, level).replaceAll('-', '').length);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    }
  });

  it('opens the original cells to the owner and who works for it, and to nobody else', () => {
    const open = Object.entries(WHO).filter(([, [viewer, stands]]) => maySeeCells(viewer, stands));
    expect(open.map(([who]) => who)).toEqual(['the owner', 'its consultant', 'the local user', 'a computation']);
  });

  it('lets the owner and who works for it change a flow, and nobody else', () => {
    const may = Object.entries(WHO).filter(([, [viewer]]) => mayChange(viewer, 'sagbruket'));
    expect(may.map(([who]) => who)).toEqual(['the owner', 'its consultant', 'the local user', 'a computation']);
  });
});

describe('a match between two companies', () => {
  const smelter: Standing = { company: 'smelteverket', managed: false, sharesCluster: true, partner: false };
  const sight = (viewer: Viewer, ours: SharingLevel, theirs: SharingLevel, partner = false) => {
    const managed = viewer.kind === 'manager';
    return matchSight(viewer, [
      { ...standing, sharing: ours, sharesCluster: true, managed },
      { ...smelter, partner, sharing: theirs, managed },
    ]);
  };
  const owner: Viewer = { kind: 'member', company: 'sagbruket' };

  it('is blind for its company until both have said yes', () => {
    expect(sight(owner, 'own', 'cluster')).toBe('blind');
    expect(sight(owner, 'own', 'public')).toBe('blind');
    expect(sight(owner, 'own', 'cluster', true)).toBe('full');
  });
  it('is not there for a company when the other keeps its flow to itself or to facilitators, partner or not', () => {
    expect(sight(owner, 'cluster', 'own', true)).toBe('none');
    expect(sight(owner, 'cluster', 'facilitator', true)).toBe('none');
  });
  it('is whole for the cluster manager unless one side keeps its flow to itself', () => {
    const manager: Viewer = { kind: 'manager', cluster: 'Rana' };
    expect(sight(manager, 'facilitator', 'cluster')).toBe('full');
    expect(sight(manager, 'own', 'cluster')).toBe('none');
  });
  it('is not there for a third company', () => {
    expect(sight({ kind: 'member', company: 'fiskemottaket' }, 'public', 'public')).toBe('none');
  });
});
