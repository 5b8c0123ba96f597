// Does a match that got a no come back? Only when a value that decided moved beyond the range it had then.
import type { Snapshot, Range } from './lead.ts';
import type { CheckName } from './match.ts';

export type DecidingField = 'volume' | 'nok' | 'co2' | 'distance' | CheckName;

/** A deciding value then and now; null where it was or is not known. Checks are told by their verdict. */
export type Moved = {
  readonly field: DecidingField;
  /** Tells the check `volume` or `distance` from the figure of that name. */
  readonly what: 'figure' | 'check';
  readonly from: number | string | null;
  readonly to: number | string | null;
  readonly unit: string | null;
};

export type Return = { readonly kind: 'staysAway' } | { readonly kind: 'cameBack'; readonly moved: readonly Moved[] };

/** The likely value, or the lower end of a bound that has no upper one. */
const middle = (range: Range): number => range.likely ?? range.low;

/** Beyond: the middle now lies outside the ends then. What becomes known has moved; what is no longer known has not. */
function beyond(then: Range | null, now: Range | null): boolean {
  if (now === null) return false;
  if (then === null) return true;
  const at = middle(now);
  return at < then.low || (then.high !== null && at > then.high);
}

/** `then`: the match as it was when the no was said. A distance is exact: any other one is beyond it. */
export function whatMoved(then: Snapshot, now: Snapshot): readonly Moved[] {
  const moved: Moved[] = [];
  const figure = (field: DecidingField, from: number | null, to: number | null, unit: string): void =>
    void moved.push({ field, what: 'figure', from, to, unit });
  const sameUnit = then.volume === null || now.volume === null || then.volume.unit === now.volume.unit;
  if (!sameUnit || beyond(then.volume, now.volume))
    figure('volume', then.volume && middle(then.volume), now.volume && middle(now.volume), now.volume?.unit ?? then.volume?.unit ?? '');
  if (beyond(then.nok, now.nok)) figure('nok', then.nok && middle(then.nok), now.nok && middle(now.nok), 'NOK/y');
  if (beyond(then.co2, now.co2)) figure('co2', then.co2 && middle(then.co2), now.co2 && middle(now.co2), 't CO2e/y');
  if (now.distanceKm !== null && now.distanceKm !== then.distanceKm) figure('distance', then.distanceKm, now.distanceKm, 'km');
  const verdicts = new Map(then.checks.map((one) => [one.check, one.verdict]));
  for (const { check, verdict } of now.checks) {
    const before = verdicts.get(check) ?? null;
    if (before !== verdict) moved.push({ field: check, what: 'check', from: before, to: verdict, unit: null });
  }
  return moved;
}

/** A declined pair against the match as it is now. */
export function whetherBack(then: Snapshot, now: Snapshot): Return {
  const moved = whatMoved(then, now);
  return moved.length === 0 ? { kind: 'staysAway' } : { kind: 'cameBack', moved };
}
