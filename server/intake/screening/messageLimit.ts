// What is said of a million rows stays readable: a thousand of a code one by one, the rest counted and listed in one.
import type { Message } from '../../domain/screening.ts';
import { MAX_MESSAGES_PER_CODE } from '../table/limits.ts';
import { note } from './note.ts';

/** Ranges of lines that the one message lists at most; beyond them it only counts. */
const MAX_RANGES = 200;

export type MessageLimit = { (messages: readonly Message[]): readonly Message[]; readonly rest: () => readonly Message[] };

export function createMessageLimit(): MessageLimit {
  const counts = new Map<string, { count: number; sample: Message; ranges: [number, number][]; last: number }>();
  const pass = (messages: readonly Message[]): readonly Message[] => {
    if (messages.length === 0) return messages;
    const out: Message[] = [];
    for (const message of messages) {
      const entry = counts.get(message.code) ?? { count: 0, sample: message, ranges: [], last: 0 };
      counts.set(message.code, entry);
      entry.count++;
      if (entry.count <= MAX_MESSAGES_PER_CODE) {
        out.push(message);
        continue;
      }
      const line = message.line ?? 0;
      entry.last = line;
      const range = entry.ranges.at(-1);
      if (range !== undefined && line === range[1] + 1) range[1] = line;
      else if (entry.ranges.length < MAX_RANGES) entry.ranges.push([line, line]);
    }
    return out;
  };
  const rest = (): readonly Message[] =>
    [...counts.values()]
      .filter(({ count }) => count > MAX_MESSAGES_PER_CODE)
      .map(({ count, sample, ranges, last }) =>
        note('messages.more', sample.severity, {
          sheet: sample.sheet,
          column: sample.column,
          header: sample.header,
          found: sample.code,
          values: {
            code: sample.code,
            count: count - MAX_MESSAGES_PER_CODE,
            lines: ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', '),
            last,
          },
        }),
      );
  return Object.assign(pass, { rest });
}
