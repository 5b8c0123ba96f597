// Operating hours a year, as a number, a share of the year, or hours a day or week.
import type { RawRecord } from '../table/types.ts';
import { middleOf } from './cellContext.ts';
import type { CellContext } from './cellContext.ts';

export function createHoursCell({ setup: { mapping }, col, say, numberIn }: CellContext) {
  const HOURS = col('hours');

  function hoursIn(cells: readonly string[], record: RawRecord): number | null {
    const text = cells[HOURS];
    if (HOURS === -1 || text === undefined || text.trim() === '') return null;
    if (/^(?:hel)?kontinuerlig|^continuous|^24\s*\/\s*7|^døgnkontinuerlig|^hele året/i.test(text.trim())) return 8760;
    const number = numberIn(cells, record, HOURS, false);
    if (number === null) return null;
    const value = middleOf(number.stated);
    const unit = `${number.rest} ${mapping.units[HOURS] ?? ''}`.toLowerCase();
    const hours = /%|prosent/.test(unit)
      ? (value / 100) * 8760
      : /(?:per|pr\.?|\/)\s*(?:døgn|dag|day|d\b)/.test(unit)
        ? value * 365
        : /(?:per|pr\.?|\/)\s*(?:uke|week)/.test(unit)
          ? (value * 365) / 7
          : value;
    if (hours > 8784 || hours < 0) {
      say('hours.range', 'warning', HOURS, text);
      return null;
    }
    if (!('value' in number.stated)) say('hours.middle', 'info', HOURS, text, { hours });
    return hours;
  }

  return hoursIn;
}
