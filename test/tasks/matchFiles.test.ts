import { describe, expect, it } from 'vitest';
import { reasonText } from '../../server/contract/reasons.ts';
import { matchFiles } from '../../server/tasks/matchFiles.ts';
import { tools } from '../matching/tools.ts';

const COMPANIES =
  'company_id,name,activity,nace,country,lat,lon\nA,Sag,Sagbruk,16.10,NO,60.0,10.0\nB,Varme,Fjernvarme,35.30,NO,60.1,10.1\n';
const FLOWS = 'flow_id,company_id,direction,resource,kind,quantity,unit,temperature_c\n';
const match = (flows: string, companies = COMPANIES): ReturnType<typeof matchFiles> =>
  matchFiles({ companiesCsv: companies, flowsCsv: FLOWS + flows }, tools);
const said = (found: ReturnType<typeof matchFiles>): string[] => found.problems.map((problem) => reasonText(problem, 'en'));

describe('two files without a database', () => {
  it('become matches', () => {
    const found = match('s,A,surplus,bark,material,1000,t,\nn,B,need,fastbrensel til kjel,material,5000,t,\n');
    expect(said(found)).toEqual([]);
    expect(found.run.matches[0]).toMatchObject({ surplus: 's', need: 'n', rule: 'SYN001', volume: { likely: 1000, unit: 't' } });
  });

  it('make do without amounts, temperatures and places', () => {
    const found = match('s,A,surplus,bark,,,,\nn,B,need,fastbrensel til kjel,,,,\n', 'company_id,name\nA,Sag\nB,Varme\n');
    expect(said(found)).toEqual([]);
    expect(found.run.matches[0]).toMatchObject({ surplus: 's', need: 'n', volume: null, nokPerYear: null, distanceKm: null });
  });

  it('tell of each bad row with its line, and keep the rest', () => {
    const found = match(
      's,A,surplus,bark,material,mye,t,varm\ns,A,surplus,flis,,,,\n,A,need,flis,,,,\nx,Z,need,flis,,,,\ny,A,sideways,flis,,,,\nz,A,need,,,,,\nn,B,need,fastbrensel til kjel,material,10,fathoms,\n',
    );
    expect(said(found)).toEqual([
      'flows, line 2: quantity is "mye"; a number with a decimal point is expected. The amount counts as unknown.',
      'flows, line 2: temperature_c is "varm"; °C as a number is expected. The temperature counts as unknown.',
      'flows, line 3: flow_id "s" is there already; the row is left out.',
      'flows, line 4: flow_id is missing; the row is left out.',
      'flows, line 5: company "Z" is not in companies; the row is left out.',
      'flows, line 6: direction is "sideways"; surplus or need is expected. The row is left out.',
      'flows, line 7: resource is missing; the row is left out.',
      'flows, line 8: the unit "fathoms" is unknown; the amount counts as unknown.',
    ]);
    expect(found.run.matches).toHaveLength(1);
  });

  it('tell of a place that cannot be, and of a company twice', () => {
    const found = match('', 'company_id,name,lat,lon\nA,Sag,95,10\nA,Sag,60,10\n,x,,\n');
    expect(said(found)).toHaveLength(3);
    expect(found.run.matches).toEqual([]);
  });

  it('tell of a missing column and of a file that is no CSV, and find nothing', () => {
    expect(said(matchFiles({ companiesCsv: 'id\nA\n', flowsCsv: 'flow_id\n1\n' }, tools))).toContain(
      'companies: the column company_id is missing.',
    );
    expect(said(matchFiles({ companiesCsv: COMPANIES, flowsCsv: 'flow_id,company_id,direction,resource\n"1,A\n' }, tools))[0]).toContain(
      'cannot be read as CSV',
    );
  });

  it('name the line on which a record begins, also after a cell with a line break', () => {
    const found = match('s,A,surplus,"bark\nfra sag",material,1000,t,\nn,B,nowhere,x,,,,\n');
    expect(said(found)).toEqual(['flows, line 4: direction is "nowhere"; surplus or need is expected. The row is left out.']);
  });
});
