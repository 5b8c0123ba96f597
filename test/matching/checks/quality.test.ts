import { describe, expect, it } from 'vitest';
import { reasonText } from '../../../server/contract/reasons.ts';
import { aCompany, aNeed, aSurplus, sureOf } from '../makers.ts';
import { checkOf, pairOf, run } from '../known.ts';

const bark = (quality: string | null, limit: string | null): ReturnType<typeof checkOf> =>
  checkOf(
    pairOf(
      run(
        [aCompany('A'), aCompany('B')],
        [
          aSurplus({ words: 'Bark', resources: sureOf('mat.wood.bark'), quality }),
          aNeed({ words: 'Fastbrensel', resources: sureOf('mat.prod.boilerfuel'), quality: limit }),
        ],
      ),
    ),
    'quality',
  );
const plastic = (given: string, wanted: string): ReturnType<typeof checkOf> =>
  checkOf(
    pairOf(
      run(
        [aCompany('A'), aCompany('B')],
        [
          aSurplus({ words: given, resources: sureOf('mat.plast.prodscrap') }),
          aNeed({ words: wanted, resources: sureOf('mat.prod.plasticfeed') }),
        ],
      ),
    ),
    'quality',
  );

describe('does the quality meet the need?', () => {
  it('passes bark of 50 % moisture where 55 % is allowed', () => expect(bark('fukt 50 %', 'fukt under 55 %').verdict).toBe('pass'));
  it('warns of 58 %, which blending evens out', () =>
    expect(bark('fukt 58 %, noe stein', 'fukt under 55 %')).toMatchObject({ verdict: 'warn', reason: { code: 'quality.blend' } }));
  it('refuses 70 %, and says how much drier it must be', () => {
    const check = bark('fukt 70 %', 'fukt under 55 %');
    expect(check.verdict).toBe('fail');
    expect(check.gap).toEqual({ value: expect.closeTo(9.5, 9), unit: '%' });
    expect(check.change).toMatchObject({ field: 'quality.moisture', flow: 's', from: 70, to: expect.closeTo(60.5, 9), unit: '%' });
  });
  it('names the property in the language of the reader', () => {
    const { reason } = bark('fukt 70 %', 'fukt under 55 %');
    expect(reasonText(reason, 'nb')).toBe('Overskuddet har fukt 70 %, høyst 55 % tåles.');
    expect(reasonText(reason, 'en')).toBe('The surplus has moisture 70 %, at most 55 % is accepted.');
    expect(reasonText(bark(null, 'tørrstoff minst 40 %').reason, 'nb')).toBe(
      'Behovet krever tørrstoff 40 %; overskuddet sier ikke hva det har.',
    );
  });
  it('asks for a figure that the need limits and the surplus does not state', () =>
    expect(bark(null, 'fukt under 55 %')).toMatchObject({ verdict: 'unknown', reason: { code: 'quality.notStated' } }));
  it('keeps polystyrene out of a PE and PP melt', () =>
    expect(plastic('EPS-kasser vrak', 'PE/PP-råvare')).toMatchObject({
      verdict: 'fail',
      reason: { code: 'quality.grade', values: { family: 'polymer' } },
      change: null,
    }));
  it('lets PE scrap into it', () => expect(plastic('HDPE-kapp', 'PE/PP-råvare').verdict).not.toBe('fail'));
  it('keeps fine quartz out of a smelting furnace', () => {
    const smelter = run(
      [aCompany('A', { nace: '08.12' }), aCompany('B', { nace: '24.102' })],
      [
        aSurplus({ words: 'Kvartsfines 0-10 mm', resources: sureOf('mat.mineral.quartz') }),
        aNeed({ words: 'Kvarts', resources: sureOf('mat.mineral.quartz') }),
      ],
    );
    expect(checkOf(pairOf(smelter), 'quality')).toMatchObject({ verdict: 'fail', gap: { unit: 'mm' } });
  });
});
