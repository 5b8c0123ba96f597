// Small makers: state only what matters.
import type { Company } from '../../server/domain/company.ts';
import type { Flow } from '../../server/domain/flow.ts';

export const aCompany = (id: string, over: Partial<Company> = {}): Company => ({
  id,
  name: id,
  orgNumber: null,
  parent: null,
  nace: null,
  activity: null,
  municipality: null,
  country: 'NO',
  place: { lat: 63.3, lon: 9.85 },
  sites: [],
  ...over,
});

const aFlow = (over: Partial<Flow>): Flow => ({
  id: 'f',
  company: 'A',
  site: null,
  process: null,
  direction: 'out',
  role: 'surplus',
  words: '',
  resources: [],
  kind: null,
  wasteCode: null,
  stated: null,
  unit: null,
  annual: null,
  temperature: null,
  temperatureReturn: null,
  hours: null,
  profile: null,
  price: null,
  dataQuality: null,
  quality: null,
  comment: null,
  period: null,
  sharing: 'cluster',
  source: null,
  ...over,
});

export const aSurplus = (over: Partial<Flow> = {}): Flow => aFlow({ id: 's', company: 'A', direction: 'out', role: 'surplus', ...over });
export const aNeed = (over: Partial<Flow> = {}): Flow => aFlow({ id: 'n', company: 'B', direction: 'in', role: 'need', ...over });
export const sureOf = (resource: string): Flow['resources'] => [{ resource, weight: 1, how: 'name' }];
export const tonnes = (likely: number): Flow['annual'] => ({ low: likely, likely, high: likely, unit: 't' });
