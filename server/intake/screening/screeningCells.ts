// What a record says of the screening it belongs to: the day it was made, by whom, and how far it is checked.
import { readDate } from '../../domain/period.ts';
import type { ScreeningSaid } from '../../domain/screening.ts';
import { UNKNOWN_WORD, clean } from './cellContext.ts';
import type { CellContext } from './cellContext.ts';
import { memo } from './memo.ts';
import { readScreeningState } from './words.ts';

/**
 * Columns that speak of the screening alone. Its date and who made it may stand in columns of the record's own too (`screening_date`,
 * `screened_by`), which are also kept as the record's words; where both stand, these hold.
 */
export const OF_SCREENING = ['other:screening_made', 'other:screening_by', 'other:screening_state'] as const;

export function createScreeningCells({ setup, col, say }: CellContext): (cells: readonly string[]) => ScreeningSaid | null {
  const [MADE, BY, STATE] = [col(OF_SCREENING[0]), col(OF_SCREENING[1]), col(OF_SCREENING[2])];
  const [DATE, SCREENED_BY] = [col('other:screening_date'), col('other:screened_by')];
  const above = setup.preamble.screening;
  if ([MADE, BY, STATE, DATE, SCREENED_BY].every((column) => column === -1)) return () => above;
  const dates = memo((text) => ({ iso: readDate(text) }));
  const states = memo((text) => ({ state: readScreeningState(text) }));
  const dateIn = (text: string | null): string | null => (text === null ? null : dates(text).iso);
  const nameIn = (text: string | null): string | null => (text === null || UNKNOWN_WORD.test(text) ? null : text);
  let last: ScreeningSaid | null = above;
  return (cells) => {
    const stateText = clean(cells[STATE]);
    const state = stateText === null ? null : states(stateText).state;
    if (stateText !== null && state === null && !UNKNOWN_WORD.test(stateText)) say('screening.state', 'warning', STATE, stateText);
    const date = dateIn(clean(cells[MADE])) ?? dateIn(clean(cells[DATE])) ?? above?.date ?? null;
    const by = nameIn(clean(cells[BY])) ?? nameIn(clean(cells[SCREENED_BY])) ?? above?.by ?? null;
    if (date === null && by === null && state === null) return null;
    // Records of one screening mostly stand together: the same value is the same object, which is quick to tell.
    if (last === null || last.date !== date || last.by !== by || last.state !== state) last = { date, by, state };
    return last;
  };
}
