// Which screening a row belongs to, and what several rows of one say together.
import { hashText } from './hash.ts';
import { sameText } from './identity.ts';
import { SCREENING_STATES } from './screening.ts';
import type { ScreeningSaid } from './screening.ts';

/** The screening among those of its company: by site, spelling set aside, and period. */
export const screeningKey = (site: string | null, period: string | null): number =>
  hashText(JSON.stringify([site === null ? null : sameText(site), period]));

const least = (a: ScreeningSaid['state'], b: ScreeningSaid['state']): ScreeningSaid['state'] =>
  a === null || b === null ? (a ?? b) : SCREENING_STATES.indexOf(a) <= SCREENING_STATES.indexOf(b) ? a : b;

/**
 * Two records of one screening: made on the later day that they tell, by whom the record of that day names, and no further than the one that is
 * least far.
 */
export function saidTogether(first: ScreeningSaid, next: ScreeningSaid): ScreeningSaid {
  const later = next.date !== null && (first.date === null || next.date > first.date);
  return {
    date: later ? next.date : first.date,
    by: later ? (next.by ?? first.by) : (first.by ?? next.by),
    state: least(first.state, next.state),
  };
}
