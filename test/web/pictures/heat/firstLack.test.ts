import { describe, expect, it } from 'vitest';
import { firstLack } from '../../../../web/pictures/heat/firstLack.ts';
import { heatCsv } from '../../../../web/pictures/heat/heatCsv.ts';
import { APPROACH, aPiece } from './aHeatPage.ts';

describe('the difference at which heat first runs short', () => {
  it('is where the curves would meet: 200 °C gas over a 60 to 90 °C need', () => {
    const page = { approach: APPROACH, streams: [aPiece('ovn', 200, 100, 500), aPiece('vask', 60, 90, 100)] };
    // At 110 K the need's 90 °C end meets the 200 °C of the source.
    expect(firstLack(page, 'year')).toBeCloseTo(110, 0);
  });

  it('is not told where heat is short anyhow, or never', () => {
    expect(firstLack({ approach: APPROACH, streams: [aPiece('ovn', 80, 60, 50), aPiece('vask', 60, 90, 100)] }, 'year')).toBeNull();
    expect(firstLack({ approach: APPROACH, streams: [aPiece('ovn', 900, 800, 5000), aPiece('vask', 10, 20, 100)] }, 'year')).toBeNull();
  });
});

it('a picture’s table is saved with its numbers unrounded, and no text becomes a formula', () =>
  expect(
    heatCsv({
      head: ['Kurve', 'Varme, MW'],
      rows: [
        ['a,b', { text: '1,2', value: 1.23456 }],
        ['=1+1', { text: '2–3', value: '2..3' }],
      ],
    }),
  ).toBe('Kurve,"Varme, MW"\n"a,b",1.23456\n\'=1+1,2..3\n'));
