// The unit of a row and its amount a year.
import type { Annual } from '../../domain/estimate.ts';
import type { DataQuality } from '../../domain/flow.ts';
import { daysOfPeriod } from '../../domain/period.ts';
import type { Stated } from '../../domain/quantity.ts';
import { annualOf } from '../../domain/spread.ts';
import type { UnitRow } from '../../domain/units.ts';
import { annualFactor } from '../../domain/unitsAnnual.ts';
import type { UnitMeaning } from '../../domain/unitsParse.ts';
import { UNKNOWN_WORD, clean } from './cellContext.ts';
import type { CellContext } from './cellContext.ts';
import { memo } from './memo.ts';
import type { QuantityCell } from './readQuantity.ts';
import { useUnit } from './readUnit.ts';
import type { UnitUse } from './readUnit.ts';

type PeriodSpan = UnitRow | null;

const sameUnit = (one: UnitMeaning, other: UnitMeaning): boolean =>
  one.row === other.row && one.times === other.times && (one.span === null || other.span === null || one.span === other.span);

/** `500 (kg)` has a unit; what else stands in brackets behind a number is a note. */
function bracketless(rest: string, isUnit: (text: string) => boolean): string {
  const inner = /^\((.*)\)$/s.exec(rest)?.[1]?.trim();
  return inner === undefined ? rest : inner !== '' && isUnit(inner) ? inner : '';
}

export function createAmountCells({ setup: { mapping, knowledge, preamble }, col, say }: CellContext) {
  const { units } = knowledge;
  const [QUANTITY, UNIT, PERIOD] = [col('quantity'), col('unit'), col('period')];
  const unitsBySpan = new Map<string, (text: string) => UnitUse>();
  const unitOf = (text: string, spanText: string, span: PeriodSpan): UnitUse => {
    let reader = unitsBySpan.get(spanText);
    if (reader === undefined) unitsBySpan.set(spanText, (reader = memo((unit) => useUnit(unit, span, spanText, units))));
    return reader(text);
  };
  function unitFor(cells: readonly string[], cell: QuantityCell, column: number, span: PeriodSpan, spanText: string): UnitUse | null {
    const inCell = bracketless(cell.rest, (inner) => unitOf(inner, '', null).meaning !== null);
    const own = clean(cells[UNIT]);
    const told = own ?? mapping.units[column] ?? (column === QUANTITY ? preamble.unit : (mapping.units[QUANTITY] ?? preamble.unit));
    const text = told ?? (inCell === '' ? null : inCell);
    if (text === null || (own !== null && UNKNOWN_WORD.test(own) && inCell === '')) {
      if (cell.stated !== null) say('unit.missing', 'warning', UNIT === -1 ? column : UNIT, own ?? '');
      return null;
    }
    const use = unitOf(text, spanText, span);
    const named = own === null ? null : (mapping.units[column] ?? null);
    if (own !== null && named !== null && cell.stated !== null && own !== named) {
      const [inside, outside] = [unitOf(own, '', null).meaning, unitOf(named, '', null).meaning];
      if (inside !== null && outside !== null && !sameUnit(inside, outside))
        say('unit.contradicts', 'warning', UNIT, own, { inside: own, outside: named });
    }
    if (use.problem !== null) {
      if (cell.stated !== null && !(inCell !== '' && told !== null && unitOf(inCell, spanText, span).meaning !== null)) {
        say(
          use.problem.problem === 'unclear'
            ? 'unit.unclear'
            : use.problem.problem === 'notAnAmount'
              ? 'unit.notAnAmount'
              : use.problem.suggestion === null
                ? 'unit.unknown'
                : 'unit.unknown.near',
          'warning',
          own === null ? column : UNIT,
          text,
          { part: use.problem.part, suggestion: use.problem.suggestion ?? '', note: use.problem.note },
        );
      }
    }
    if (use.contradicts) say('unit.period', 'warning', PERIOD, cells[PERIOD] ?? '', { unit: text });
    if (inCell !== '' && told !== null) {
      const inside = unitOf(inCell, '', null);
      const outside = unitOf(told, '', null);
      if (inside.meaning === null) {
        say('quantity.behind', 'warning', column, cells[column] ?? '', { rest: inCell });
        return { ...use, meaning: null };
      } else if (outside.meaning === null || !sameUnit(inside.meaning, outside.meaning)) {
        // The unit that stands beside the number is the one its writer had in mind.
        say('unit.contradicts', 'warning', column, cells[column] ?? '', { inside: inCell, outside: told });
        return unitOf(inCell, spanText, span);
      }
    }
    return use;
  }

  function annualFor(
    stated: Stated | null,
    use: UnitUse | null,
    facts: Parameters<typeof annualFactor>[1],
    quality: DataQuality | null,
    column: number,
    summed: boolean,
    period: string | null,
  ): Annual | null {
    if (stated === null || use === null || use.meaning === null) return null;
    const factor = annualFactor(summed ? { ...use.meaning, span: null } : use.meaning, facts);
    if ('needs' in factor) {
      say(
        factor.needs === 'dryShare'
          ? 'annual.dryShare'
          : factor.needs === 'solidShare'
            ? 'annual.solidShare'
            : factor.needs === 'powerFactor'
              ? 'annual.powerFactor'
              : 'annual.none',
        'warning',
        UNIT === -1 ? column : UNIT,
        use.written,
      );
      return null;
    }
    if (factor.assumed === 'fullHours') say('annual.fullHours', 'info', UNIT === -1 ? column : UNIT, use.written);
    if (factor.assumed === 'fullDays') say('annual.fullDays', 'info', UNIT === -1 ? column : UNIT, use.written);
    if (factor.assumed === 'shifts') say('annual.shifts', 'info', UNIT === -1 ? column : UNIT, use.written, { shifts: factor.factor });
    // An amount without a rate belongs to its reporting period: a quarter's tonnes are a quarter of the year's.
    const days = factor.assumed === 'perYear' && period !== null && !summed ? daysOfPeriod(period) : null;
    const scale = days === null || days === 365 || days === 366 ? 1 : 365 / days;
    if (scale !== 1) say('annual.period', 'warning', PERIOD === -1 ? column : PERIOD, period, { days: days ?? 0, unit: use.written });
    return annualOf(stated, quality, factor.factor * scale, factor.unit, knowledge.spreads);
  }

  return { unitFor, annualFor };
}
