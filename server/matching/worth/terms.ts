// What the money and the CO2e of a pair are made of, worked out once for all pairs alike in everything but amount and distance.
import type { AnnualUnit } from '../../domain/estimate.ts';
import type { Assumption } from '../../domain/match.ts';
import type { MatchKnowledge } from '../knowledge.ts';
import type { Pair } from '../pair.ts';
import { heatWorth, pipeFor, pumpOf } from './heatWorth.ts';
import { createLedger } from './ledger.ts';
import { materialWorth, type Worth } from './materialWorth.ts';
import { serviceWorth } from './serviceWorth.ts';

export type Terms = { readonly worth: Worth; readonly assumed: readonly Assumption[] };

const GOODS = new Set<AnnualUnit>(['t', 'm3', 'lm3', 'fm3', 'Sm3', 'pcs']);
const known = new WeakMap<MatchKnowledge, Map<string, Terms | null>>();

/** @param likely the amount that moves, in `unit` a year: it decides the pipe. Null where nothing of value is known. */
export function termsOf(pair: Pair, unit: AnnualUnit, likely: number, knowledge: MatchKnowledge): Terms | null {
  const { surplus, need, link, carrier } = pair;
  const { given, taken } = pair.kinds;
  const power = given === 'electricity' && taken === 'electricity';
  const piped = unit === 'MWh' && !power && (carrier === 'heat' || carrier === 'steam' || carrier === 'pipe');
  const served = unit === 'h' && carrier === 'service';
  // Heat told in tonnes of water is carried by no truck.
  if (
    !piped &&
    !served &&
    !(unit === 'MWh' ? power || isFuel(pair, knowledge) : GOODS.has(unit) && carrier !== 'heat' && carrier !== 'steam')
  )
    return null;
  const pipe = piped ? pipeFor(likely, knowledge.worth) : '';
  const parts = piped
    ? [unit, carrier, pipe, pumpOf(pair) ?? '']
    : [
        unit,
        carrier,
        link.resource ?? surplus.resources[0]?.resource,
        link.use ?? need.resources[0]?.resource,
        link.rule?.id,
        surplus.role === 'product',
        surplus.price === null && need.price === null ? '' : JSON.stringify([surplus.price, need.price]),
      ];
  const key = parts.join('|');
  let terms = known.get(knowledge);
  if (terms === undefined) known.set(knowledge, (terms = new Map()));
  const kept = terms.get(key);
  if (kept !== undefined) return kept;
  const ledger = createLedger();
  const worth = piped
    ? heatWorth(pair, pipe, knowledge, ledger)
    : served
      ? serviceWorth(pair, knowledge, ledger)
      : materialWorth(pair, unit, knowledge, ledger);
  const made = worth === null ? null : { worth, assumed: ledger.list() };
  terms.set(key, made);
  return made;
}

/** Told in MWh and carried as goods: how many tonnes that is must be known. */
function isFuel({ carrier, link, surplus }: Pair, { tree }: MatchKnowledge): boolean {
  const node = link.resource ?? surplus.resources[0]?.resource;
  return (carrier === 'material' || carrier === 'gas') && node !== undefined && (tree.resource(node)?.heatingValue?.value ?? 0) > 0;
}
