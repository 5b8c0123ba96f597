// The price of a row, in NOK for one unit of its quantity where that can be said.
import type { Flow } from '../../domain/flow.ts';
import type { UnitMeaning } from '../../domain/unitsParse.ts';
import type { RawRecord } from '../table/types.ts';
import { clean, middleOf } from './cellContext.ts';
import type { CellContext } from './cellContext.ts';
import { memo } from './memo.ts';
import { priceOf, readPriceUnit } from './price.ts';
import type { PriceUnit } from './price.ts';

export function createPriceCells({ setup: { mapping, knowledge }, col, say, numberIn }: CellContext) {
  const [PRICE, PRICE_UNIT, CURRENCY] = [col('price'), col('price_unit'), col('currency')];
  const priceUnitOf = memo((text) => ({ unit: readPriceUnit(text, knowledge.units) }));

  function priceIn(
    cells: readonly string[],
    record: RawRecord,
    meaning: UnitMeaning | null,
  ): { price: Flow['price']; told: string | null } {
    const text = cells[PRICE];
    if (PRICE === -1 || text === undefined || text.trim() === '') return { price: null, told: null };
    if (/^(?:gratis|free|0,-|vederlagsfritt)$/i.test(text.trim())) return { price: 0, told: null };
    const number = numberIn(cells, record, PRICE, true);
    if (number === null) return { price: null, told: null };
    const value = middleOf(number.stated) * (mapping.cost ? -1 : 1);
    if (mapping.cost) say('price.cost', 'info', PRICE, text, { price: value });
    if (!('value' in number.stated)) say('price.middle', 'info', PRICE, text, { price: value });
    const unitText = unitTextOfPrice(
      number.before,
      number.rest,
      clean(cells[PRICE_UNIT]) ?? mapping.units[PRICE] ?? clean(cells[CURRENCY]),
    );
    const unit: PriceUnit | null = unitText === null ? null : priceUnitOf(unitText).unit;
    if (unitText !== null && unit === null) {
      say('price.unit', 'warning', PRICE, text, { unit: unitText });
      return { price: null, told: unitText };
    }
    const reading = priceOf(value, unit, meaning);
    if (reading.how === 'other' && reading.unit !== null) say('price.other', 'info', PRICE, text, { unit: unitText ?? '' });
    if (reading.how === 'converted')
      say('price.converted', 'info', PRICE, text, {
        unit: unitText ?? '',
        price: typeof reading.price === 'number' ? reading.price : (reading.price?.value ?? 0),
        per: meaning?.row.unit ?? '',
      });
    return { price: reading.price, told: unitText };
  }

  return priceIn;
}

function unitTextOfPrice(before: string, behind: string, beside: string | null): string | null {
  const rest = behind.replace(/^,?-$/, '').trim();
  const inCell = before === '' ? rest : rest === '' ? before : /^(?:\/|per|pr)/i.test(rest) ? `${before} ${rest}` : `${before}/${rest}`;
  if (inCell === '' || /^(?:\/|per\b|pr\b)/i.test(inCell)) return inCell === '' ? beside : `kr ${inCell}`;
  // `kr 150` under `Pris (kr/tonn)`: the header says more.
  return beside !== null && rest === '' && /[/]|per|pr/.test(beside) ? beside : inCell;
}
