// Writes down who saw what of whom, before the answer goes out: the owner can read it.
import type { Viewer } from '../domain/viewer.ts';
import type { Opened } from './opened.ts';
import type { Store } from './open.ts';

type Seen = Parameters<Store['recordReads']>[1][number];

export type RecordSeen = (viewer: Viewer, seen: readonly Seen[]) => Promise<void>;

/** Nobody's own eyes are told of, nor those of the one person at this machine: the writer is not even started for them. */
export const recordSeen =
  (opened: Opened): RecordSeen =>
  async (viewer, seen) => {
    if (viewer.kind === 'local' || viewer.kind === 'engine') return;
    const others = viewer.kind === 'member' ? seen.filter((one) => one.company !== viewer.company) : seen;
    if (others.length > 0) await (await opened.writer()).recordReads(viewer, others, opened.now());
  };
