import { describe, expect, it } from 'vitest';
import type { HeatPage } from '../../../../server/contract/heatAnswer.ts';
import { heatColumns, heatRows } from '../../../../web/pictures/heat/heatRows.ts';
import { aPiece } from './aHeatPage.ts';

const aFlow = (id: string, side: 'hot' | 'cold', mwh: number | null): HeatPage['flows'][number] => ({
  id,
  company: id,
  site: id,
  process: null,
  resource: `varme fra ${id}`,
  side,
  existing_network: false,
  mwh_per_year: mwh,
  file: null,
  line: null,
});
const rows = heatRows(
  {
    flows: [aFlow('smelter', 'hot', 900), aFlow('school', 'cold', 400), aFlow('unknown', 'hot', null)],
    streams: [aPiece('smelter', 300, 150, 100), aPiece('school', 40, 60, 50), aPiece('unknown', 90, 50, 10)],
  },
  { company: (id) => id, receives: (name) => `${name} (mottar)` },
);

describe('heat as flows by temperature', () => {
  it('lies in the class of its hot end; what has no amount is not drawn', () =>
    expect(rows.map(({ source, target, value, temperature }) => [source, target, value, temperature])).toEqual([
      ['smelter', '≥ 250 °C', 900, 300],
      ['45–70 °C', 'school (mottar)', 400, 60],
    ]));
  it('keeps givers left, classes in the middle and takers right', () =>
    expect(heatColumns(rows, (node) => node.includes('°C'))).toEqual({
      smelter: { column: 0 },
      '≥ 250 °C': { column: 1 },
      '45–70 °C': { column: 1 },
      'school (mottar)': { column: 2 },
    }));
});
