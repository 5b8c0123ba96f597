// Collects what intake says, in bounds: one entry a record up to a thousand of a code, then one that counts and lists the lines of the rest.
import type { Message } from '../../domain/screening.ts';

const ONE_BY_ONE = 1_000;
/** Line numbers kept for the entry that counts; the count itself has no end. */
const LISTED = 10_000;

/** A message and the records it counts for. `counted`: it stands for the rest of its code. */
export type Gathered = { readonly message: Message; readonly lines: readonly number[]; readonly count: number; readonly counted: boolean };

type Rest = { readonly first: Message; readonly lines: number[]; count: number };

export type MessageBook = {
  readonly add: (message: Message) => void;
  /** In the order they came; counting entries last. */
  readonly list: () => Gathered[];
};

export function createMessageBook(): MessageBook {
  const said: Message[] = [];
  const counts = new Map<string, number>();
  const rest = new Map<string, Rest>();
  return {
    add(message) {
      const count = (counts.get(message.code) ?? 0) + 1;
      counts.set(message.code, count);
      if (count <= ONE_BY_ONE) {
        said.push(message);
        return;
      }
      const more = rest.get(message.code) ?? { first: message, lines: [], count: 0 };
      rest.set(message.code, more);
      more.count += 1;
      if (message.line !== null && more.lines.length < LISTED) more.lines.push(message.line);
    },
    list: () => [
      ...said.map((message) => ({ message, lines: message.line === null ? [] : [message.line], count: 1, counted: false })),
      ...[...rest.values()].map(({ first, lines, count }) => ({ message: { ...first, line: null }, lines, count, counted: true })),
    ],
  };
}
