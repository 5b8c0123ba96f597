// A flow that says as little as a flow may: tests state only what they are about.
import type { Flow } from '../../server/domain/flow.ts';

export const aFlow = (over: Partial<Flow> = {}): Flow => ({
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

/** What its words certainly mean. */
export const sureOf = (resource: string): Flow['resources'] => [{ resource, weight: 1, how: 'name' }];
/** So many base units a year, exactly. */
export const exactly = (likely: number, unit: NonNullable<Flow['annual']>['unit']): NonNullable<Flow['annual']> => ({
  low: likely,
  likely,
  high: likely,
  unit,
});
/** Surplus or need as its heat class says. */
export const byClass = (resource: string): Pick<Flow, 'direction' | 'role' | 'resources'> => ({
  ...(resource.startsWith('en.heat') ? { direction: 'out', role: 'surplus' } : { direction: 'in', role: 'need' }),
  resources: sureOf(resource),
});
