// What is worth asking about a pair, the answer that could change most first.
import type { CheckResult, Question } from '../domain/match.ts';
import type { Pair } from './pair.ts';

/** Field asked for by each check that could not be answered, in the order in which an answer tends to decide. */
const ASKED: readonly { readonly check: CheckResult['check']; readonly field: string }[] = [
  { check: 'temperature', field: 'temperature' },
  { check: 'volume', field: 'quantity' },
  { check: 'quality', field: 'quality' },
  { check: 'law', field: 'permit' },
  { check: 'distance', field: 'place' },
  { check: 'time', field: 'profile' },
];

/** @param worth likely gain of the pair, NOK a year: what stands or falls with the answer */
export function questionsOf(pair: Pair, checks: readonly CheckResult[], worth: number | null): Question[] {
  const questions: Question[] = [];
  for (const { check, field } of ASKED) {
    const result = checks.find((one) => one.check === check);
    if (result?.verdict !== 'unknown') continue;
    if (check === 'law' && pair.duty !== null) {
      const { surplus } = pair;
      const values = { words: surplus.words, ...result.reason.values };
      questions.push({ ask: { code: 'ask.duty', values }, flow: surplus.id, field, worth });
      if (!('flags_nb' in values)) continue;
    }
    if (check === 'distance' && pair.distanceKm !== null) {
      for (const flow of [pair.surplus, pair.need].filter(({ price }) => price === null))
        questions.push({ ask: { code: 'ask.price', values: { words: flow.words } }, flow: flow.id, field: 'price', worth });
      continue;
    }
    for (const flow of missing(pair, field)) {
      questions.push({
        ask: { code: `ask.${field}`, values: { words: flow.words, ...result.reason.values } },
        flow: flow.id,
        field,
        worth,
      });
    }
  }
  for (const flow of [pair.surplus, pair.need]) {
    if (flow.role === 'unknown')
      questions.push({ ask: { code: 'ask.role', values: { words: flow.words } }, flow: flow.id, field: 'role', worth: null });
  }
  return questions;
}

function missing({ surplus, need, distanceKm }: Pair, field: string): readonly Pair['surplus'][] {
  const both = [surplus, need];
  switch (field) {
    case 'temperature':
      return both.filter((flow) => flow.temperature === null);
    case 'quantity':
      return both.filter((flow) => flow.annual === null);
    case 'profile':
      return both.filter((flow) => flow.profile === null);
    case 'place':
      return distanceKm === null ? [surplus] : [];
    case 'permit':
      return [need];
    default:
      return [surplus];
  }
}
