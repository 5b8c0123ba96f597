// What heat could the companies of a table of streams pass on? (The command `pinch`.)
import { kelvin } from '../domain/temperature.ts';
import type { Cascade, CascadeKind } from '../heat/cascade.ts';
import { sharing } from '../heat/sharing.ts';
import { pinchProblem, type PinchProblem } from './pinchProblems.ts';
import { readStreamTable } from './pinchRows.ts';

export type TargetsShown = { readonly hot_utility_kw: number; readonly cold_utility_kw: number; readonly recovery_kw: number };

/** The JSON that `pinch --json` prints. */
export type PinchAnswer = TargetsShown & {
  readonly kind: CascadeKind;
  readonly pinches: readonly { readonly shifted_c: number; readonly hot_c: number; readonly cold_c: number }[];
  readonly companies: Readonly<Record<string, TargetsShown>>;
  readonly sharing_potential_kw: number;
};

/** `ignored`: columns that the table has and nobody reads. */
export type PinchFileResult =
  | { readonly ok: true; readonly answer: PinchAnswer; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly problems: readonly PinchProblem[] };

/** The approach that textbooks state their problems with, K; used where the caller names none. */
export const TEXTBOOK_APPROACH = 10;

/** Rounding in the last digits of a sum such as 85.00000000000001 is not shown: temperatures to 1e-9 K. */
const degrees = (value: number): number => Number(value.toFixed(9)) + 0;
const shown = (targets: Cascade): TargetsShown => ({
  hot_utility_kw: targets.hotUtility,
  cold_utility_kw: targets.coldUtility,
  recovery_kw: targets.recovery,
});

/** `dtmin`: least temperature difference of a pair, K. A file with any problem is answered with all its problems and not computed. */
export function pinchFile(csvText: string, { dtmin = TEXTBOOK_APPROACH }: { readonly dtmin?: number } = {}): PinchFileResult {
  if (!Number.isFinite(dtmin) || dtmin < 0) return { ok: false, problems: [pinchProblem('dtmin.impossible', { found: String(dtmin) })] };
  const table = readStreamTable(csvText);
  if (!table.ok) return table;
  const { companies, pooled, potential } = sharing(table.streams, kelvin(dtmin));
  const answer: PinchAnswer = {
    ...shown(pooled),
    kind: pooled.kind,
    pinches: pooled.pinches.map(({ shifted, hot, cold }) => ({ shifted_c: degrees(shifted), hot_c: degrees(hot), cold_c: degrees(cold) })),
    companies: Object.fromEntries([...companies].map(([name, own]) => [name, shown(own)])),
    sharing_potential_kw: potential,
  };
  return { ok: true, answer, ignored: table.ignored };
}

/** What `pinch --json` prints: the answer, or where the file has problems the same figures as null (not computed) with the problems beside them. */
export type PinchPrinted =
  | PinchAnswer
  | ({ readonly [Figure in keyof PinchAnswer]: null } & { readonly problems: readonly PinchProblem[] });

export const pinchPrinted = (result: PinchFileResult): PinchPrinted =>
  result.ok
    ? result.answer
    : {
        hot_utility_kw: null,
        cold_utility_kw: null,
        recovery_kw: null,
        kind: null,
        pinches: null,
        companies: null,
        sharing_potential_kw: null,
        problems: result.problems,
      };
