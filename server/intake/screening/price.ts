// A price with its sign, currency and unit, as NOK for one unit of the flow where that can be said.
import type { Flow } from '../../domain/flow.ts';
import { isProblem, parseUnit } from '../../domain/unitsParse.ts';
import type { UnitMeaning } from '../../domain/unitsParse.ts';
import { tidyUnit } from '../../domain/units.ts';
import type { UnitRow, UnitTable } from '../../domain/units.ts';

/** Money, and what it is paid for; `per` null: nothing is said, so one unit of the flow. */
export type PriceUnit = {
  readonly money: UnitRow;
  readonly times: number;
  readonly per: UnitMeaning | null;
  readonly perText: string | null;
};

/** Reads `kr/tonn`, `kr per m³`, `øre/kWh`, `NOK`, `€/MWh`, `mill kr/GWh`; null where no money is named. */
export function readPriceUnit(text: string, table: UnitTable): PriceUnit | null {
  const plain = tidyUnit(text);
  const m = /^(.*?)(?:\s*\/\s*|\s+(?:per|pr\.?|i|for)\s+)(.+)$/i.exec(plain);
  const front = m?.[1] ?? plain;
  const scale = /^(mill\.?|1000|tusen)\s+(.+)$/i.exec(front);
  const name = (scale?.[2] ?? front).trim();
  const money = table.exact.get(name) ?? table.folded.get(name.toLowerCase()) ?? null;
  if (money === null || money.dimension !== 'money') return null;
  const times = scale === null ? 1 : /^mill/i.test(scale[1] ?? '') ? 1e6 : 1e3;
  const perText = m?.[2]?.trim() ?? null;
  if (perText === null || /^(?:enhet|unit)$/i.test(perText)) return { money, times, per: null, perText: null };
  const per = parseUnit(perText, table);
  return { money, times, per: isProblem(per) ? null : per, perText };
}

/** How the price came to stand: `same` as written, `converted` to the flow's unit, `other` kept with its own unit as it cannot be. */
export type PriceReading = { readonly price: Flow['price']; readonly how: 'same' | 'converted' | 'other'; readonly unit: string | null };

/** Value of one unit of the flow. `unit` null: the file does not say in what the price is; then NOK for one unit is taken. */
export function priceOf(value: number, unit: PriceUnit | null, flow: UnitMeaning | null): PriceReading {
  if (unit === null) return { price: value, how: 'same', unit: null };
  const inCurrency = tidy((value * unit.times * unit.money.factor.over) / unit.money.factor.under);
  const currency = unit.money.base;
  const told = (amount: number): Flow['price'] => (currency === 'NOK' ? amount : { value: amount, currency });
  const changed = unit.times !== 1 || unit.money.factor.over !== unit.money.factor.under;
  if (unit.perText === null) return { price: told(inCurrency), how: changed ? 'converted' : 'same', unit: null };
  const { per } = unit;
  if (per === null || per.span !== null || flow === null || flow.row.dimension !== per.row.dimension)
    return {
      price:
        flow === null && per !== null && per.span === null
          ? told(inCurrency)
          : { value: inCurrency, currency: `${currency}/${unit.perText}` },
      how: 'other',
      unit: unit.perText,
    };
  const units = (flow.times * flow.row.factor.over * per.row.factor.under) / (flow.row.factor.under * per.row.factor.over * per.times);
  return { price: told(tidy(inCurrency * units)), how: changed || Math.abs(units - 1) > 1e-12 ? 'converted' : 'same', unit: unit.perText };
}

/** Takes the noise of binary fractions away: 75 øre are 0.75 kroner. */
const tidy = (value: number): number => Number(value.toPrecision(12));
