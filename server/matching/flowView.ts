// A flow as matching sees it: what it may mean, its words, kind, place and company, worked out once.
import type { Company, Place } from '../domain/company.ts';
import { gives, type Flow } from '../domain/flow.ts';
import type { ResourceId } from '../domain/resource.ts';
import { divisionOf } from './companyFit.ts';
import { placeOf } from './distance.ts';
import { kindOf, statedKind, type FlowKind } from './kinds.ts';
import type { MatchKnowledge } from './knowledge.ts';
import { meaningsOf } from './meaning.ts';
import type { WordBag } from './wordBag.ts';

export type FlowView = {
  readonly flow: Flow;
  readonly company: Company | undefined;
  readonly gives: boolean;
  /** Weights already bent by `meaning.power`: a pair's is the product of both sides'. */
  readonly meanings: readonly { readonly resource: ResourceId; readonly weight: number }[];
  readonly bag: WordBag;
  readonly kind: FlowKind | null;
  /** Whether the company stated the kind; else it is that of the words' first meaning, and gives way to the meaning a link is made of. */
  readonly kindStated: boolean;
  readonly place: Place | null;
  /** NACE division of the company. */
  readonly division: number | null;
};

export function viewOf(flow: Flow, company: Company | undefined, knowledge: MatchKnowledge): FlowView {
  const power = knowledge.settings['meaning.power'];
  return {
    flow,
    company,
    gives: gives(flow),
    meanings: meaningsOf(flow, knowledge).map(({ resource, weight }) => ({ resource, weight: weight ** power })),
    bag: knowledge.words.bagOf(flow.words),
    kind: kindOf(flow),
    kindStated: statedKind(flow) !== null,
    place: placeOf(flow, company),
    division: divisionOf(company?.nace ?? null),
  };
}
