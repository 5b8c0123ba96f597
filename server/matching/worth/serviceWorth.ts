// What an hour of a neighbour's equipment, transport or people is worth: a share of what it costs in the market, less the way there and the agreement.
import type { MatchKnowledge } from '../knowledge.ts';
import type { Pair } from '../pair.ts';
import { drawFactor } from './draws.ts';
import type { Ledger } from './ledger.ts';
import { emptyWorth, type Worth } from './materialWorth.ts';

/** For each hour. Null where no rate speaks for the service. */
export function serviceWorth({ link, surplus, need }: Pair, { sample, worth }: MatchKnowledge, ledger: Ledger): Worth | null {
  const node = [link.use, link.resource, need.resources[0]?.resource, surplus.resources[0]?.resource].find(
    (one) => one?.startsWith('svc') === true,
  );
  const row = worth.nearest('price', node ?? null);
  const [rate, way, air, agreement] = ['', '.way', '.co2', '.agreement'].map((part) =>
    worth.factor(part === '' ? (row?.factor ?? '') : `service${part}`),
  );
  if (row === null || !rate || !way || !air || !agreement) return null;
  const made = emptyWorth(sample.size);
  const [rates, ways, airs, agreements] = [rate, way, air, agreement].map((factor) => drawFactor(factor, sample));
  for (let i = 0; i < sample.size; i++) {
    made.nokPerUnit[i] = row.share * (rates?.[i] ?? 0);
    made.nokPerUnitKm[i] = ways?.[i] ?? 0;
    made.kgPerUnitKm[i] = airs?.[i] ?? 0;
    made.nokPerYear[i] = -(agreements?.[i] ?? 0);
  }
  ledger.factor('assume.price', rate);
  ledger.factor('assume.haul', way);
  ledger.factor('assume.co2', air);
  ledger.factor('assume.setup', agreement);
  return made;
}
