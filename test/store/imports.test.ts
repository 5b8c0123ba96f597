import { describe, expect, it } from 'vitest';
import { LOCAL } from '../../server/domain/viewer.ts';
import { celsius } from '../../server/domain/temperature.ts';
import { aRow, aStore, importFile, stageFile } from './makers.ts';

const all = { cluster: 'Rana' } as const;

describe('an import', () => {
  it('shows nothing before it is committed, and everything after', () => {
    const store = aStore();
    const id = stageFile(store, [aRow({ words: 'bark' }), aRow({ words: 'flis' })]);
    expect(store.flowsOf(LOCAL, all)).toEqual([]);
    expect(store.clusters(LOCAL)).toEqual([]);
    store.commitImport(id, '2026-01-01T10:01:00Z');
    expect(store.flowsOf(LOCAL, all).map(({ words }) => words)).toEqual(['bark', 'flis']);
    expect(store.clusters(LOCAL)).toEqual(['Rana']);
    expect(store.check()).toEqual([]);
  });

  it('gives back every field of a row as it was stated', () => {
    const store = aStore();
    const row = aRow({
      flowId: 'F-7',
      orgNumber: '974760673',
      nace: '16.101',
      activity: 'sagbruk',
      place: { lat: 66.3, lon: 14.1 },
      site: 'Mo',
      process: 'tørke',
      direction: 'in',
      role: 'need',
      words: 'Varmtvann 85/55 °C',
      wasteCode: '030105',
      stated: { min: 1, max: 2.5 },
      unit: 'GWh/år',
      annual: { low: 1100, likely: 1750, high: 2400, unit: 'MWh' },
      period: '2024',
      temperature: { min: celsius(55), max: celsius(85) },
      temperatureReturn: celsius(40),
      hours: 6000,
      price: { value: 300, currency: 'SEK' },
      dataQuality: 'measured',
      sharing: 'public',
      quality: 'glykol < 2 %',
      comment: 'nytt i år',
    });
    const importId = importFile(store, [row]);
    const {
      line,
      cells,
      flowId,
      company: _c,
      orgNumber,
      municipality,
      nace,
      activity,
      place,
      resource: _r,
      others: _o,
      sheet,
      ...same
    } = row;
    const [flow] = store.flowsOf(LOCAL, all);
    expect(flow).toMatchObject({ ...same, statedId: flowId, source: { importId, file: 'screening.csv', sheet, line } });
    expect(store.companiesOf(LOCAL, 'Rana')).toMatchObject([{ id: orgNumber, orgNumber, municipality, nace, activity, place }]);
    expect(store.sourceOf(LOCAL, flow?.id ?? '')?.cells.map(({ text }) => text)).toEqual(cells);
  });
});
