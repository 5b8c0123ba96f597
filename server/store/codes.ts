// Small closed lists as integers in the file. The order is part of the file format: only ever add at the end.
import type { AnnualUnit } from '../domain/estimate.ts';
import type { Direction, Role } from '../domain/flow.ts';
import type { Stated } from '../domain/quantity.ts';
import type { SharingLevel } from '../domain/sharing.ts';

const ROLES: readonly Role[] = ['unknown', 'surplus', 'waste', 'emission', 'loss', 'product', 'need', 'input'];
const UNITS: readonly AnnualUnit[] = ['t', 'MWh', 'm3', 'Sm3', 'fm3', 'lm3', 'pcs', 'h'];
const SHARING: readonly SharingLevel[] = ['own', 'facilitator', 'partner', 'cluster', 'public'];

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`no code ${index}`);
  return found;
}

/** Direction in the lowest bit, role above it. */
export const roleCode = (direction: Direction, role: Role): number => ROLES.indexOf(role) * 2 + (direction === 'out' ? 1 : 0);
export const roleOf = (code: number): Role => at(ROLES, code >> 1);
export const directionOf = (code: number): Direction => (code & 1 ? 'out' : 'in');

export const unitCode = (unit: AnnualUnit): number => UNITS.indexOf(unit);
export const unitOf = (code: number): AnnualUnit => at(UNITS, code);
export const sharingCode = (level: SharingLevel): number => SHARING.indexOf(level);
export const sharingOf = (code: number): SharingLevel => at(SHARING, code);

/** A stated amount as kind and one or two numbers; NaN where there is none. */
export function statedCode(stated: Stated | null): readonly [kind: number, first: number, second: number] {
  if (stated === null) return [NaN, NaN, NaN];
  if ('value' in stated) return [0, stated.value, NaN];
  if ('about' in stated) return [1, stated.about, NaN];
  if ('min' in stated) return [2, stated.min, stated.max];
  if ('less_than' in stated) return [3, stated.less_than, NaN];
  if ('more_than' in stated) return [4, stated.more_than, NaN];
  return [5, stated.at_most, NaN];
}

export function statedOf(kind: number | null, first: number | null, second: number | null): Stated | null {
  if (kind === null || first === null) return null;
  switch (kind) {
    case 0:
      return { value: first };
    case 1:
      return { about: first };
    case 2:
      return { min: first, max: second ?? first };
    case 3:
      return { less_than: first };
    case 4:
      return { more_than: first };
    case 5:
      return { at_most: first };
    default:
      throw new RangeError(`no kind of amount ${kind}`);
  }
}
