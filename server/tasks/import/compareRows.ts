// For a preview: what the files would change, told by a handle that only reads.
import { packRows } from '../../store/packRows.ts';
import type { ScreeningRow } from '../../domain/screening.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { openForReading } from '../open.ts';
import type { StoreReader } from '../open.ts';
import type { FileOnDisk } from '../workspace.ts';
import { createExchangeIdentifier } from './exchangeIdentifier.ts';
import type { Beside } from './protocol.ts';
import { breaks, NOTHING } from './taker.ts';
import type { Listed, Taker } from './taker.ts';

export function beginComparing(files: readonly FileOnDisk[], { database, cluster, viewer }: Beside): Taker {
  const store = openForReading(database);
  const comparison = store.compare(viewer, { cluster, source: files.map((file) => file.name).join(' + ') });
  const identifyExchange = createExchangeIdentifier();
  let broken = false;
  /** The first rows by their key, to show what they say beside what stands. */
  const first = new Map<number, ScreeningRow>();
  return {
    beginFile: () => undefined,
    batch: async (batch) => {
      const rows = batch.identified;
      const exchanges = batch.exchanges.map((row) => ({ row, ...identifyExchange(row) }));
      for (const { key, row } of rows) if (first.size < KEPT) first.set(key, row);
      if (rows.length > 0) comparison.add(packRows(rows));
      if (exchanges.length > 0) comparison.addExchanges(exchanges);
    },
    endFile: async (report) => {
      broken ||= breaks(report);
    },
    cancel: async () => store.close(),
    finish: async () => {
      if (broken) return NOTHING;
      const { added, changed, withdrawn, unchanged, joins, screenings, heldBy, listed, notYours } = comparison.changes();
      const shown = listedChanges(store, viewer, listed, first);
      store.close();
      if (notYours.length > 0) return { ...NOTHING, notYours };
      const same = added + changed + withdrawn + joins + screenings === 0;
      return {
        importId: null,
        changes: { added, changed, withdrawn, unchanged },
        heldBy: same ? heldBy : null,
        notYours: [],
        listed: shown,
      };
    },
  };
}

/** Rows that are kept to be shown beside what stands. */
const KEPT = 5_000;

type Changed = ReturnType<ReturnType<StoreReader['compare']>['changes']>['listed'];

function listedChanges(store: StoreReader, viewer: Viewer, changed: Changed, rows: ReadonlyMap<number, ScreeningRow>): Listed[] {
  const ids = changed.flatMap(({ flow }) => (flow === null ? [] : [flow]));
  const before = new Map(store.flowsOf(viewer, { ids }).map((flow) => [flow.id, flow]));
  const names = new Map<string, string>();
  const nameOf = (company: string): string => {
    const known = names.get(company) ?? store.company(viewer, company)?.name ?? '';
    names.set(company, known);
    return known;
  };
  return changed.flatMap(({ what, key, flow }) => {
    const [stands, row] = [flow === null ? undefined : before.get(flow), what === 'withdrawn' ? undefined : rows.get(key)];
    if (stands === undefined && row === undefined) return [];
    return [
      {
        what,
        flow: flow ?? '',
        company: row?.company ?? (stands === undefined ? '' : nameOf(stands.company)),
        words: row?.words ?? stands?.words ?? '',
        before: stands?.annual ?? null,
        after: row?.annual ?? null,
      },
    ];
  });
}
