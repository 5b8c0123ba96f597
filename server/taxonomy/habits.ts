// What a company's branch says of a flow whose words say little: a need of heat at a fish farm, something organic at a biogas plant.
import type { Direction } from '../domain/flow.ts';
import type { SynergyRule } from '../domain/rule.ts';
import type { Scores } from './classifier.ts';
import type { Branch } from './context.ts';
import { MOST_GUESSES, WEIGHTS } from './weights.ts';

/** What a flow of a kind is at least, by direction; materials and gases are too many to say. */
const AT_LEAST: Readonly<Record<string, Readonly<Record<Direction, string>>>> = {
  heat: { in: 'en.need', out: 'en.heat' },
  steam: { in: 'en.need.process_mid', out: 'en.heat.steam_lp' },
  cooling: { in: 'en.need.cooling', out: 'en.cold' },
  electricity: { in: 'en.el.need', out: 'en.el' },
  water: { in: 'wat.need', out: 'wat' },
};

/** A branch's usual flows stand in their order: the first few are guesses where the words say nothing. */
const MOST_USUAL = 3;

export type Habits = {
  /** Adds what the branch usually takes or gives of the flow's kind where the words decided little, and else what the kind is at least. */
  readonly add: (scores: Scores, kind: string | null, direction: Direction | undefined, branch: Branch) => void;
};

export function createHabits(kinds: ReadonlyMap<string, readonly string[]>, rules: readonly SynergyRule[]): Habits {
  const uses = new Map<string, Set<string>>();
  for (const { resource, use } of rules) {
    const held = uses.get(resource);
    if (held === undefined) uses.set(resource, new Set([use]));
    else held.add(use);
  }
  const serves = (resource: string, use: string): boolean => {
    for (let id = resource; ;) {
      if (uses.get(id)?.has(use) === true) return true;
      const dot = id.lastIndexOf('.');
      if (dot === -1) return false;
      id = id.slice(0, dot);
    }
  };
  const raise = (scores: Scores, resource: string, value: number): void => {
    const held = scores.get(resource);
    if (held === undefined) scores.set(resource, { value, how: 'activity' });
    else if (value > held.value) held.value = value;
  };

  /** A substance asked for by a branch that has one use for it is asked for that use. */
  const usesOf = (scores: Scores, branch: Branch): void => {
    const found = [...scores].filter(
      ([resource, { value }]) => resource.startsWith('mat.') && !resource.startsWith('mat.prod') && value >= WEIGHTS.least,
    );
    for (const use of branch.takes) {
      if (!use.startsWith('mat.prod')) continue;
      let best = 0;
      for (const [resource, { value }] of found) if (value > best && serves(resource, use)) best = value;
      if (best > 0) raise(scores, use, best * WEIGHTS.useOfBranch);
    }
  };

  /** A material or gas of which the words say nothing may be what the branch usually takes or gives of the kind. */
  const usualOf = (scores: Scores, kind: string, usual: Branch['takes']): void => {
    for (const { value } of scores.values()) if (value >= WEIGHTS.least) return;
    let added = 0;
    for (const node of usual) {
      if (added >= MOST_USUAL) break;
      if (kinds.get(node)?.[0] !== kind && !(kind === 'gas' && kinds.get(node)?.includes(kind) === true)) continue;
      raise(scores, node, WEIGHTS.branchAlone);
      added++;
    }
  };

  return {
    add: (scores, kind, direction, branch) => {
      if (direction === undefined || kind === null) return;
      if (direction === 'in' && kind === 'material') usesOf(scores, branch);
      if (kind === 'material' || kind === 'gas') usualOf(scores, kind, direction === 'in' ? branch.takes : branch.gives);
      const least = AT_LEAST[kind]?.[direction];
      if (least === undefined) return;
      let best = 0;
      for (const [resource, { value }] of scores) if (value > best && resource.split('.').length > 2) best = value;
      if (best >= WEIGHTS.decided) return;
      let added = 0;
      for (const node of direction === 'in' ? branch.takes : branch.gives) {
        if (added >= MOST_GUESSES || kinds.get(node)?.includes(kind) !== true) continue;
        raise(scores, node, WEIGHTS.branchAlone);
        added++;
      }
      if (kinds.has(least)) raise(scores, least, added > 0 ? WEIGHTS.least : WEIGHTS.kindAlone);
    },
  };
}
