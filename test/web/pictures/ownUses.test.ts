import { describe, expect, it } from 'vitest';
import type { FlowShown } from '../../../server/contract/clusters.ts';
import { nowAndThen } from '../../../web/pictures/ownUses.ts';

const flow = (id: string, direction: 'in' | 'out', likely: number): FlowShown => ({
  id, company: 'c', company_name: 'Sag AS', site: null, process: 'Saging', direction, role: direction === 'in' ? 'need' : 'surplus', gives: direction === 'out',
  resource: id, guesses: [], category: null, quantity: null, unit: 't', annual: { low: likely, likely, high: likely, unit: 't' }, temperature: null,
  temperature_return: null, data_quality: null, quality: null, comment: null, period: null, sharing: 'cluster', file: null, line: null,
}); // prettier-ignore
const names = {
  leaves: 'ut av klyngen', enters: 'inn', unknown: '?', whole: 'bedriften', receives: (name: string) => `${name} inn`,
  to: (other: string | null) => `til ${other ?? 'en bedrift'}`, from: (other: string | null) => `fra ${other ?? 'en bedrift'}`,
}; // prettier-ignore
const use = (of: string, likely: number, other: string | null = null) => ({ flow: of, other, unit: 't', from: 10, likely, to: 100 });

describe('a company’s flows now and with its matches', () => {
  const flows = [flow('Bark', 'out', 100), flow('Damp', 'in', 40)];
  it('moves what a neighbour could take out of the flow it is taken from; sums stay', () => {
    const { now, later } = nowAndThen(flows, [use('Bark', 30), use('Damp', 40, 'Fjernvarme AS')], 'all', names);
    const sum = (rows: typeof now): number => rows.reduce((all, row) => all + (row.value ?? 0), 0);
    expect(sum(later)).toBeCloseTo(sum(now), 9);
    expect(later.map(({ source, target, value }) => [source, target, value])).toEqual([
      ['Saging', 'Bark', 70],
      ['Saging', 'til en bedrift', 30],
      ['fra Fjernvarme AS', 'Saging', 40],
    ]);
  });
  it('is the same picture twice where nothing matches', () => {
    const { now, later } = nowAndThen(flows, [], 'all', names);
    expect(later).toEqual(now);
  });
});
