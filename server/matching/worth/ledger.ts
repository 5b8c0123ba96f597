// What a figure was made of: the factors used and the prices stated, each once.
import type { Factor } from '../../domain/factor.ts';
import type { Flow } from '../../domain/flow.ts';
import type { Assumption } from '../../domain/match.ts';
import type { Pair } from '../pair.ts';

export type Ledger = {
  readonly factor: (code: string, factor: Factor) => void;
  readonly add: (assumption: Assumption) => void;
  /** Stated prices in NOK a unit: what the giver is paid today, and what the taker pays. Null where none is stated in NOK. */
  readonly prices: (pair: Pair) => { readonly given: number | null; readonly taken: number | null };
  readonly list: () => readonly Assumption[];
};

export function createLedger(): Ledger {
  const kept = new Map<string, Assumption>();
  const add = (assumption: Assumption): void => void kept.set(`${assumption.what.code}|${assumption.factor ?? ''}`, assumption);
  return {
    add,
    factor: (code, factor) => {
      const values = {
        name_nb: factor.name.nb,
        name_en: factor.name.en,
        value: factor.value,
        low: factor.low,
        high: factor.high,
        unit: factor.unit,
        source: factor.source,
      };
      add({ what: { code, values }, factor: factor.id, judgement: factor.evidence === 'judgement' });
    },
    prices: ({ surplus, need }) => {
      const taken = nokOf(need);
      return { given: nokOf(surplus), taken: taken === null ? null : Math.abs(taken) };
    },
    list: () => [...kept.values()].sort((a, b) => ((a.factor ?? a.what.code) < (b.factor ?? b.what.code) ? -1 : 1)),
  };
}

const nokOf = ({ price }: Flow): number | null => (typeof price === 'number' ? price : price?.currency === 'NOK' ? price.value : null);
