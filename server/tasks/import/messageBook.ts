// Collects what intake says, in bounds: one entry a record up to a thousand of a code, then one that counts and lists the lines of the rest.
import type { ImportMessage } from '../../contract/importAnswer.ts';
import type { Message } from '../../domain/screening.ts';

const ONE_BY_ONE = 1_000;
/** Line numbers kept for the entry that counts; the count itself has no end. */
const LISTED = 10_000;

type Rest = { readonly first: Message; readonly lines: number[]; count: number };

export type MessageBook = {
  readonly add: (message: Message) => void;
  /** In the order they came; counting entries last. `textOf` makes the sentence, `countedText` the sentence that counts. */
  readonly list: (texts: MessageTexts) => ImportMessage[];
};
export type MessageTexts = { readonly one: (message: Message) => string; readonly many: (message: Message, count: number) => string };

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
    list: ({ one, many }) => [
      ...said.map((message) => shown(message, message.line === null ? [] : [message.line], 1, one(message))),
      ...[...rest.values()].map(({ first, lines, count }) => shown({ ...first, line: null }, lines, count, many(first, count))),
    ],
  };
}

function shown(message: Message, lines: number[], count: number, text: string): ImportMessage {
  const { sheet, line, column, header, found, severity, code } = message;
  return { sheet, line, lines, count, column, header, found, severity, code, text };
}
