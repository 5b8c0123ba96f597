import { describe, expect, it } from 'vitest';
import { knownColumn } from '../../../server/intake/screening/columns.ts';
import { FIELDS } from '../../../server/intake/screening/fields.ts';

describe('column names', () => {
  it.each([
    ['Bedrift', 'company'],
    ['Org.nr', 'org_number'],
    ['ORGANISASJONSNUMMER *', 'org_number'],
    ['Materialstrøm', 'resource'],
    ['Mengde (tonn/år)', 'quantity'],
    ['Temperatur [°C]', 'temperature'],
    ['Tilgjengelighet (timer/år)', 'hours'],
    ['Pris, kr per tonn', 'price'],
    ['Inn/ut', 'direction'],
    ['Mottatt/Levert', 'direction'],
    ['temp_c', 'temperature'],
    ['flyt_id', 'flow_id'],
    ['delingsnivaa', 'sharing'],
    ['kostnad_inntekt', 'price'],
    ['Bedirft', 'company'],
    ['Mengde inn (tonn)', 'quantity_in'],
    ['januar', 'month_1'],
    ['Eining', 'unit'],
    ['Hegre AS', null],
    ['', null],
    ['2024', null],
    ['Kari Nordmann', null],
  ])('%s', (header, field) => expect(knownColumn(header)).toBe(field));

  it('gives every field under its own header and every one of its names', () => {
    for (const [field, { header, names, help }] of Object.entries(FIELDS)) {
      expect([header, knownColumn(header)]).toEqual([header, field]);
      for (const name of names.split('|')) expect([name, knownColumn(name)]).toEqual([name, field]);
      expect(help.nb.length * help.en.length).toBeGreaterThan(0);
    }
  });
});
