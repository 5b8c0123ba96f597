// The unit of a row: its own cell, the header's, or what stands behind the number; joined with the span of the period column.
import { tidyUnit } from '../../domain/units.ts';
import type { UnitRow, UnitTable } from '../../domain/units.ts';
import { isProblem, parseUnit } from '../../domain/unitsParse.ts';
import type { UnitMeaning, UnitProblem } from '../../domain/unitsParse.ts';

export type UnitUse = {
  /** As written, with the span of the period column where the unit holds none. */
  readonly written: string;
  readonly meaning: UnitMeaning | null;
  readonly problem: UnitProblem | null;
  /** The period column names another span than the unit. */
  readonly contradicts: boolean;
};

/** `span`: what the period column says, with its text. */
export function useUnit(text: string, span: UnitRow | null, spanText: string, table: UnitTable): UnitUse {
  const written = text.trim().replace(/\s*\n\s*/g, ' ');
  const alone = parseUnit(written, table);
  if (isProblem(alone)) return { written, meaning: null, problem: alone, contradicts: false };
  if (span === null || alone.span === span) return { written, meaning: alone, problem: null, contradicts: false };
  if (alone.span !== null) return { written, meaning: alone, problem: null, contradicts: true };
  // A power runs over hours; "per year" adds nothing to it.
  if (alone.row.dimension === 'power' || alone.row.dimension === 'apparent power')
    return { written, meaning: alone, problem: null, contradicts: false };
  return {
    written: `${tidyUnit(written) === '' ? written : written}/${spanText}`,
    meaning: { ...alone, span },
    problem: null,
    contradicts: false,
  };
}
