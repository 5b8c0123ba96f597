// Messages of one reading, kept in bounds: so many of a code one by one, then a count.
import type { Message, Severity } from '../../domain/screening.ts';
import { MAX_MESSAGES_PER_CODE } from './limits.ts';
import type { TableMessageCode } from './messages.ts';

export type MessagePlace = {
  readonly sheet?: string | null;
  readonly line?: number | null;
  readonly column?: number | null;
  readonly header?: string | null;
  readonly found?: string | null;
  readonly values?: Readonly<Record<string, string | number>>;
};

export const messageOf = (code: TableMessageCode, severity: Severity, place: MessagePlace = {}): Message => ({
  code,
  severity,
  sheet: place.sheet ?? null,
  line: place.line ?? null,
  column: place.column ?? null,
  header: place.header ?? null,
  found: place.found ?? null,
  values: place.values ?? {},
});

export type MessageLog = {
  readonly add: (code: TableMessageCode, severity: Severity, place?: MessagePlace) => void;
  /** Only the first of a code. */
  readonly addOnce: MessageLog['add'];
  readonly list: () => readonly Message[];
};

/** A log in the order of the file that says nothing twice for one line and lists at most 1,000 of a code; the last of them then says how many more there were. */
export function messageLog(): MessageLog {
  const said: Message[] = [];
  const counts = new Map<TableMessageCode, { count: number; last: string; lastLine: number | null }>();
  const log: MessageLog = {
    addOnce(code, severity, place) {
      if (!counts.has(code)) log.add(code, severity, place);
    },
    add(code, severity, place = {}) {
      const entry = counts.get(code) ?? { count: 0, last: '', lastLine: null };
      counts.set(code, entry);
      const key = `${place.sheet ?? ''}\t${place.line ?? ''}\t${place.column ?? ''}`;
      if (entry.count > 0 && entry.last === key) return;
      entry.last = key;
      entry.lastLine = place.line ?? null;
      entry.count++;
      if (entry.count <= MAX_MESSAGES_PER_CODE) said.push(messageOf(code, severity, place));
    },
    list() {
      const more = [...counts].filter(([, entry]) => entry.count > MAX_MESSAGES_PER_CODE);
      return [
        ...said.toSorted(
          (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
        ),
        ...more.map(([code, entry]) =>
          messageOf('table.more', 'warning', { values: { code, count: entry.count - MAX_MESSAGES_PER_CODE, last: entry.lastLine ?? 0 } }),
        ),
      ];
    },
  };
  return log;
}
