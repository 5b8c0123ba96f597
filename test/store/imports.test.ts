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

  it('accounts for every record: accepted, rejected and skipped ones add up, and the refused ones come back with cells and reasons', () => {
    const store = aStore();
    const id = stageFile(store, [aRow()]);
    const table = store.beginTable(id, { file: 'screening.csv', sheet: 'Avfall', headers: ['bedrift', 'mengde'] });
    const because = (code: string, line: number) => [
      { code, severity: 'error' as const, sheet: 'Avfall', line, column: 2, header: 'mengde', found: '12x', values: {} },
    ];
    store.stageRejected(id, table, [{ line: 7, cells: ['Fjordsag', '12x'], messages: because('quantity.unread', 7) }]);
    store.stageSkipped(id, table, [{ line: 9, cells: ['Sum', '900'], messages: because('row.total', 9) }]);
    store.stageMessages(id, 'screening.csv', because('column.unknown', 1));
    store.commitImport(id, '2026-01-01T10:01:00Z');
    expect(store.importOf(LOCAL, id)).toMatchObject({
      state: 'committed',
      rowsOk: 1,
      rowsRejected: 1,
      rowsSkipped: 1,
      added: 1,
      cluster: 'Rana',
      source: 'screening.csv',
    });
    expect(
      [...store.refusedRows(LOCAL, id)].map(({ outcome, sheet, line, headers, cells, messages }) => [
        outcome,
        sheet,
        line,
        headers,
        cells,
        messages[0]?.code,
      ]),
    ).toEqual([
      ['rejected', 'Avfall', 7, ['bedrift', 'mengde'], ['Fjordsag', '12x'], 'quantity.unread'],
      ['skipped', 'Avfall', 9, ['bedrift', 'mengde'], ['Sum', '900'], 'row.total'],
    ]);
    expect(store.messagesOf(LOCAL, id).map(({ message }) => message.code)).toEqual(['column.unknown']);
    expect(store.check()).toEqual([]);
  });

  it('of many rows in mixed order keeps each company together and each row at its line', () => {
    const store = aStore();
    const rows = Array.from({ length: 4_500 }, (_, i) =>
      aRow({ company: `A${i % 7}`, words: `flis ${i}`, period: i % 2 ? '2023' : '2024' }),
    );
    importFile(store, rows);
    const flows = store.flowsOf(LOCAL, { cluster: 'Rana' });
    expect(flows).toHaveLength(4_500);
    expect(flows.every(({ words, source }) => words === `flis ${(source?.line ?? 0) - 2}`)).toBe(true);
    expect(store.flowsOf(LOCAL, { cluster: 'Rana', periods: 'latest' }).every(({ period }) => period === '2024')).toBe(true);
  });
});
