// More companies than an import knows by heart, and more runs of rows than it keeps: what is forgotten on the way is found again.
import { describe, expect, it } from 'vitest';
import { LOCAL } from '../../server/domain/viewer.ts';
import { aRow, aStore } from './makers.ts';
import { HEADERS, identified } from './rows.ts';
import { packRows } from '../../server/store/packRows.ts';

const COMPANIES = 34_000;
const BATCH = 2_000;

describe('an import of many companies whose rows are mixed', () => {
  it('keeps each company’s rows together, and is whole', () => {
    const store = aStore();
    const begun = {
      viewer: LOCAL,
      cluster: 'Norge',
      files: ['norge.csv'],
      startedAt: '2026-01-01T10:00:00Z',
      bytesHash: null,
      options: {},
    };
    const id = store.beginImport(begun);
    const table = store.beginTable(id, { file: 'norge.csv', sheet: null, headers: HEADERS });
    // Bark of every company first, then the slag of every company: two runs of one row for each.
    for (const words of ['bark', 'slagg'])
      for (let from = 0; from < COMPANIES; from += BATCH)
        store.stagePacked(
          id,
          table,
          packRows(identified(Array.from({ length: BATCH }, (_, i) => aRow({ company: `Sag ${from + i} AS`, words })))),
        );
    const plan = store.planImport(id, 3);
    expect(plan).toMatchObject({ added: 2 * COMPANIES, companies: COMPANIES, withdrawn: 0 });
    store.commitImport(id, '2026-01-01T10:01:00Z');
    expect(store.check()).toEqual([]);
  });
});
