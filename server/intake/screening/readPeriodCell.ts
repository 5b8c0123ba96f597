// A `Periode` cell: a span is the rate of the quantity, a year, date or interval is the reporting period.
import { dateOfExcelSerial, readPeriod } from '../../domain/period.ts';
import type { UnitRow, UnitTable } from '../../domain/units.ts';

export type PeriodCell = {
  /** The span and how it joins a unit (`uke`); null where the cell holds none. */
  readonly span: UnitRow | null;
  readonly spanText: string;
  /** ISO 8601 or null. */
  readonly iso: string | null;
  readonly doubt: 'unknown' | 'serial' | null;
};

const NONE: PeriodCell = { span: null, spanText: '', iso: null, doubt: null };

export function readPeriodCell(text: string, units: UnitTable): PeriodCell {
  const plain = text.normalize('NFC').trim();
  if (plain === '' || /^(?:-+|–|\?|ukjent|unknown|n\/?a|i\/a)$/i.test(plain)) return NONE;
  const iso = readPeriod(plain);
  if (iso !== null) return { ...NONE, iso };
  const bare = plain
    .toLowerCase()
    .replace(/^(?:per|pr\.?|hver|hvert|i|\/)\s*/, '')
    .replace(/[.]$/, '')
    .trim();
  const span = units.spans.get(plain.toLowerCase()) ?? units.spans.get(bare) ?? units.spans.get(bare.replace(/(?:et|en)$/, '')) ?? null;
  if (span !== null)
    return {
      ...NONE,
      span,
      spanText: /^(?:år|year|mnd|måned|month|uke|week|døgn|dag|day|skift|shift|time|hour|kvartal|quarter|halvår)$/.test(bare)
        ? bare
        : span.unit,
    };
  // `2024, per år`: both in one cell.
  const two = /^((?:19|20)\d{2})\s*[,;(/-]?\s*(?:per |pr\.? )?(\p{L}+)\)?$/u.exec(plain);
  const second = two ? (units.spans.get((two[2] ?? '').toLowerCase()) ?? null) : null;
  if (two && second !== null) return { span: second, spanText: second.unit, iso: two[1] ?? null, doubt: null };
  const serial = /^\d{5}(?:[.,]0+)?$/.test(plain) ? dateOfExcelSerial(Number(plain.slice(0, 5))) : null;
  if (serial !== null) return { ...NONE, iso: serial, doubt: 'serial' };
  return { ...NONE, doubt: 'unknown' };
}
