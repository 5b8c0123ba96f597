import { expect, it } from 'vitest';
import { heatSearch, readHeatChoices } from '../../../web/state/useHeatAddress.ts';

it('an address holds who is off, the approach and the routes, and gives them back', () => {
  const choices = { off: new Set(['b', 'a']), approach: 12.5, routes: [{ from: 'A/verk & co', to: 'B', via: [{ lat: 63.4, lon: 10.1 }] }] };
  expect(readHeatChoices(heatSearch(choices))).toEqual(choices);
  expect(heatSearch({ off: new Set(), approach: null, routes: [] })).toBe('');
});

it('an address that says nothing sensible chooses nothing', () =>
  expect(readHeatChoices('?approach=900&routes=x&off=')).toEqual({ off: new Set(), approach: null, routes: [] }));
