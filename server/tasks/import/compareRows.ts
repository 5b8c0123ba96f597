// For a preview: what the files would change, told by a handle that only reads.
import { packRows } from '../../store/packRows.ts';
import { openForReading } from '../open.ts';
import type { FileOnDisk } from '../workspace.ts';
import { createExchangeIdentifier } from './exchangeIdentifier.ts';
import type { Beside } from './protocol.ts';
import { breaks, NOTHING } from './taker.ts';
import type { Taker } from './taker.ts';

export function beginComparing(files: readonly FileOnDisk[], { database, cluster, viewer }: Beside): Taker {
  const store = openForReading(database);
  const comparison = store.compare(viewer, { cluster, source: files.map((file) => file.name).join(' + ') });
  const identifyExchange = createExchangeIdentifier();
  let broken = false;
  return {
    beginFile: () => undefined,
    batch: async (batch) => {
      const rows = batch.identified;
      const exchanges = batch.exchanges.map((row) => ({ row, ...identifyExchange(row) }));
      if (rows.length > 0) comparison.add(packRows(rows));
      if (exchanges.length > 0) comparison.addExchanges(exchanges);
    },
    endFile: async (report) => {
      broken ||= breaks(report);
    },
    cancel: async () => store.close(),
    finish: async () => {
      if (broken) return NOTHING;
      const { added, changed, withdrawn, unchanged, joins, screenings, heldBy } = comparison.changes();
      store.close();
      const same = added + changed + withdrawn + joins + screenings === 0;
      return { importId: null, changes: { added, changed, withdrawn, unchanged }, heldBy: same ? heldBy : null };
    },
  };
}
