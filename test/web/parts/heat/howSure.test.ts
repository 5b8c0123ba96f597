import { expect, it } from 'vitest';
import { howSure } from '../../../../web/parts/heat/howSure.ts';
import { aNetwork } from '../../pictures/heat/aHeatPage.ts';

const network = aNetwork({ value_nok_per_year: 100, bound_nok_per_year: 160 });
const solved = { bound_nok_per_year: 110, relaxed_nok_per_year: 112, without: [{ flow: 'bad', nok_per_year: 8 }] };
const nobody: ReadonlySet<string> = new Set();

it('takes the tightest of the bounds there are, less what those who are off would have given', () => {
  expect(howSure(network, null, nobody)).toEqual({ kind: 'within', share: expect.closeTo(0.6, 9) });
  expect(howSure(network, solved, nobody)).toEqual({ kind: 'within', share: expect.closeTo(0.1, 9) });
  expect(howSure(network, solved, new Set(['bad']))).toEqual({ kind: 'within', share: expect.closeTo(0.04, 9) });
});

it('says nothing of it while the solver has not answered, and calls the best one the best', () => {
  expect(howSure(network, 'pending', nobody)).toEqual({ kind: 'pending' });
  expect(howSure(network, { ...solved, bound_nok_per_year: 100 }, nobody)).toEqual({ kind: 'best' });
});

it('tells in NOK what may be missed where nothing was found to pay', () =>
  expect(howSure(aNetwork({ value_nok_per_year: 0, bound_nok_per_year: 50 }), null, nobody)).toEqual({ kind: 'missing', nok: 50 }));
