import { describe, expect, it } from 'vitest';
import { address, routeOf } from '../../../web/state/route.ts';

describe('addresses of the application', () => {
  it('lead to the page they name, also for names with spaces and æøå', () => {
    const name = 'Sjøørret & Sønn / 1';
    expect(routeOf(address.cluster(name), '')).toEqual({ page: 'cluster', cluster: name });
    expect(routeOf(address.companies(name), '')).toEqual({ page: 'companies', cluster: name });
    expect(routeOf(address.match(name, 'a/b', 'c'), '')).toEqual({ page: 'match', cluster: name, surplus: 'a/b', need: 'c' });
    expect(routeOf(address.company(name), '')).toEqual({ page: 'company', company: name });
    expect(routeOf(address.entry(name), '')).toEqual({ page: 'entry', entry: `company:${name}`, cluster: null, quick: false });
    expect(routeOf(address.quick(name), '')).toEqual({ page: 'entry', entry: `company:${name}`, cluster: null, quick: true });
    expect(routeOf(address.newCompany(name, 'new:a', true), '')).toEqual({ page: 'entry', entry: 'new:a', cluster: name, quick: true });
    expect(routeOf(address.balance(name), '')).toEqual({ page: 'balance', company: name });
    expect(routeOf(address.coverage(name), '')).toEqual({ page: 'coverage', cluster: name });
    const [path = '', query = ''] = address.import(name).split('?');
    expect(routeOf(path, `?${query}`)).toEqual({ page: 'import', cluster: name });
  });

  it('says so where nothing is', () => {
    expect(routeOf('/nothing/here', '')).toEqual({ page: 'unknown', path: '/nothing/here' });
  });
});
