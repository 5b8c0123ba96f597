// Small makers: state only what matters.
import type { Company } from '../../server/domain/company.ts';
import type { Flow } from '../../server/domain/flow.ts';
import { aFlow, exactly, sureOf } from '../domain/aFlow.ts';

export { sureOf };

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

export const aSurplus = (over: Partial<Flow> = {}): Flow => aFlow({ id: 's', company: 'A', direction: 'out', role: 'surplus', ...over });
export const aNeed = (over: Partial<Flow> = {}): Flow => aFlow({ id: 'n', company: 'B', direction: 'in', role: 'need', ...over });
export const tonnes = (likely: number): Flow['annual'] => exactly(likely, 't');
