import { describe, expect, it } from 'vitest';
import type { ClusterPage, FlowShown } from '../../../server/contract/clusters.ts';
import type { MatchShown } from '../../../server/contract/matchAnswer.ts';
import { localPurchase } from '../../../server/tasks/registers/localPurchase.ts';

const aFlow = (over: Partial<FlowShown>): FlowShown => ({
  id: 'f',
  company: 'A',
  company_name: 'A',
  site: null,
  process: null,
  direction: 'in',
  role: 'input',
  gives: false,
  resource: 'Kalk',
  guesses: [],
  category: null,
  quantity: null,
  unit: null,
  annual: null,
  temperature: null,
  temperature_return: null,
  data_quality: null,
  quality: null,
  comment: null,
  period: null,
  sharing: 'cluster',
  file: null,
  line: null,
  ...over,
});
const bought = aFlow({ id: 'buys', company: 'B' });
const offered = aFlow({ id: 'sells', direction: 'out', role: 'product', gives: true, resource: 'Kalkstein' });
const aMatch = (over: Partial<MatchShown> = {}): MatchShown => ({
  surplus: 'sells',
  need: 'buys',
  score: 0.7,
  tie: 1,
  parts: [],
  rule: 'same',
  via: [],
  checks: [{ check: 'resource', verdict: 'pass', reason: '', gap: null, change: null }],
  volume: null,
  distance_km: 4,
  nok_per_year: { low: 1, likely: 2, high: 3 },
  t_co2e_per_year: null,
  assumed: [],
  questions: [],
  ...over,
});
const aPage = (over: Partial<ClusterPage> = {}): ClusterPage => ({
  cluster: 'Fjorden',
  companies: [],
  flows: [bought, offered],
  exchanges: [],
  ...over,
});
const found = (page: ClusterPage, match = aMatch(), only: string | null = null) =>
  localPurchase(page, { matches: [match], refused: [] }, { only });

describe('local purchase', () => {
  it('is what a company buys for its processes and a neighbour offers', () =>
    expect(found(aPage())).toMatchObject([{ need: 'buys', company: { id: 'B' }, offers: [{ surplus: 'sells', distance_km: 4 }] }]));
  it('leaves out what flows between the two already, needs that nobody buys for, and what only may fit', () => {
    const exchange = {
      id: 'x',
      from: 'A',
      to: 'B',
      from_name: 'A',
      to_name: 'B',
      resource: 'kalk',
      annual: null,
      unit: null,
      file: null,
      line: null,
    };
    expect(found(aPage({ exchanges: [exchange] }))).toEqual([]);
    expect(found(aPage({ flows: [{ ...bought, role: 'need' }, offered] }))).toEqual([]);
    expect(found(aPage(), aMatch({ via: ['biogas'] }))).toEqual([]);
    expect(found(aPage(), aMatch({ checks: [{ check: 'resource', verdict: 'warn', reason: '', gap: null, change: null }] }))).toEqual([]);
  });
  it('tells a member of its own purchases alone, and not what the pair is worth', () => {
    expect(found(aPage(), aMatch(), 'A')).toEqual([]);
    expect(found(aPage(), aMatch(), 'B')[0]?.offers).toMatchObject([{ nok_per_year: null, volume: null, distance_km: null }]);
  });
  it('tells a member that somebody offers, not who, until both said yes', () => {
    const told = localPurchase(aPage(), { matches: [aMatch()], refused: [] }, { only: 'B', inFull: () => false });
    expect(told).toMatchObject([{ need: 'buys', offers: [], unnamed: true }]);
  });
  it('has services that are needed by the register and offered by a neighbour', () => {
    const need = { entry: 'e1', flow: null, title: 'Sveiser', company: { id: 'B', name: 'B' }, side: 'needs' as const, resource: null, resource_name: null, hours_per_month: 10, fits: [{ title: 'Sveiseverksted', company: { id: 'A', name: 'A' }, hours_per_month: 40, score: 0.8 }] }; // prettier-ignore
    const nothing = { matches: [], refused: [] };
    expect(localPurchase(aPage(), nothing, { only: null, services: [need, { ...need, side: 'offers' }] })).toMatchObject([
      {
        words: 'Sveiser',
        kind: 'service',
        annual: { likely: 120, unit: 'h' },
        offers: [{ words: 'Sveiseverksted', company: { id: 'A' } }],
      },
    ]);
    expect(localPurchase(aPage(), nothing, { only: 'A', services: [need] })).toEqual([]);
  });
});
