// Needs and services that are bought today, outside the cluster as far as anyone knows, and that a neighbour offers. Pure.
import type { ClusterPage, FlowShown } from '../../contract/clusters.ts';
import type { MatchAnswer } from '../../contract/matchAnswer.ts';
import type { LocalPurchase, ServiceShown } from '../../contract/registers.ts';
import { isService } from './services.ts';

/** So many neighbours are named for one need. */
const OFFERS = 5;
const MONTHS = 12;

/** Bought: an input of a process, or a service that is needed. */
const isBought = (flow: FlowShown): boolean => flow.role === 'input' || isService(flow.guesses[0]?.resource);

type Told = {
  /** The one company that looks, as a member; null for facilitators. */
  readonly only: string | null;
  /** Needs and offers that were typed into the register, matched already. */
  readonly services?: readonly ServiceShown[];
  /** Which pairs the viewer sees with names; null: all. */
  readonly inFull?: ((pair: { readonly surplus: string; readonly need: string }) => boolean) | null;
};

/**
 * Pairs of companies that something already flows between are left out for what flows: the words are the same. A pair that the viewer does not see in
 * full tells that somebody offers, not who.
 */
export function localPurchase(page: ClusterPage, { matches }: MatchAnswer, { only, services = [], inFull = null }: Told): LocalPurchase[] {
  const flows = new Map(page.flows.map((flow) => [flow.id, flow]));
  const running = new Set(page.exchanges.map((one) => JSON.stringify([one.from, one.to, one.resource.toLowerCase()])));
  const found = new Map<string, LocalPurchase>();
  for (const match of matches) {
    const [surplus, need] = [flows.get(match.surplus), flows.get(match.need)];
    if (surplus === undefined || need === undefined || !isBought(need) || match.via.length > 0) continue;
    if (only !== null && need.company !== only) continue;
    if (match.checks.some(({ check, verdict }) => check === 'resource' && verdict !== 'pass')) continue;
    if (
      [surplus.resource, need.resource].some((words) => running.has(JSON.stringify([surplus.company, need.company, words.toLowerCase()])))
    )
      continue;
    const line = found.get(need.id) ?? {
      need: need.id,
      words: need.resource,
      company: { id: need.company, name: need.company_name },
      kind: isService(need.guesses[0]?.resource) ? 'service' : need.role,
      annual: need.annual,
      offers: [],
      unnamed: false,
    };
    found.set(need.id, line);
    if (inFull !== null && !inFull(match)) {
      line.unnamed = true;
      continue;
    }
    if (line.offers.length < OFFERS)
      line.offers.push({
        surplus: surplus.id,
        words: surplus.resource,
        company: { id: surplus.company, name: surplus.company_name },
        // What a pair is worth is told to one of its two when both have said yes: on their lead.
        volume: only === null ? match.volume : null,
        nok_per_year: only === null ? match.nok_per_year : null,
        distance_km: only === null ? match.distance_km : null,
        score: match.score,
        page: only === null,
      });
  }
  return [...found.values(), ...services.flatMap((one) => servicePurchase(one, only))];
}

/** A service that a company needs by the register, and who offers it; those that stand as flows are among the pairs. */
function servicePurchase(
  { entry, side, title, company, hours_per_month: hours, fits }: ServiceShown,
  only: string | null,
): LocalPurchase[] {
  if (entry === null || side !== 'needs' || fits.length === 0 || (only !== null && company.id !== only)) return [];
  const yearly = hours === null ? null : hours * MONTHS;
  return [
    {
      need: entry,
      words: title,
      company,
      kind: 'service',
      annual: yearly === null ? null : { low: yearly, likely: yearly, high: yearly, unit: 'h' },
      offers: fits.slice(0, OFFERS).map((one, at) => ({
        surplus: `${entry} ${at}`,
        words: one.title,
        company: one.company,
        volume: null,
        nok_per_year: null,
        distance_km: null,
        score: one.score,
        page: false,
      })),
      unnamed: false,
    },
  ];
}
