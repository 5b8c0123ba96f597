// Gives each exchange of one import its identity; those alike in it get their order in the file as part of it.
import type { ExchangeRow } from '../../domain/screening.ts';
import { exchangeIdentity } from '../../store/staging.ts';

export function createExchangeIdentifier(): (row: ExchangeRow) => { readonly key: number; readonly content: number } {
  const order = new Map<string, number>();
  return (row) => {
    const { key } = exchangeIdentity(row, 0);
    const base = `${row.from}\u001f${key}`;
    const before = order.get(base) ?? 0;
    order.set(base, before + 1);
    return exchangeIdentity(row, before);
  };
}
