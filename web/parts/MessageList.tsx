// What intake says of the file, grouped by the kind of repair, worst first.
import type { ImportMessage } from '../../server/contract/importAnswer.ts';
import { fill, useWords } from '../words/words.ts';

const ORDER = { error: 0, warning: 1, info: 2 } as const;

export function MessageList({ messages }: { messages: readonly ImportMessage[] }) {
  const words = useWords();
  if (messages.length === 0) return <p class="quiet">{words.noProblems}</p>;
  const groups = [...Map.groupBy(messages, (one) => one.code)].sort(
    ([codeA, [a]], [codeB, [b]]) => (a ? ORDER[a.severity] : 3) - (b ? ORDER[b.severity] : 3) || codeA.localeCompare(codeB),
  );
  return (
    <ul class="messages">
      {groups.map(([code, list]) => (
        <Group key={code} list={list} />
      ))}
    </ul>
  );
}

/** A single remark stands by itself; many of one kind fold under the first. */
function Group({ list }: { list: readonly ImportMessage[] }) {
  const words = useWords();
  const [first, ...rest] = list;
  if (!first) return null;
  const count = list.reduce((sum, one) => sum + one.count, 0);
  return (
    <li class={first.severity}>
      <span class="tag">
        {words.severity[first.severity]}
        {count > 1 && ` × ${count}`}
      </span>{' '}
      <Text message={first} />
      {rest.length > 0 && (
        <details>
          <summary>+ {rest.length}</summary>
          <ul>
            {rest.slice(0, 200).map((one, index) => (
              <li key={index}>
                <Text message={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Text({ message }: { message: ImportMessage }) {
  const words = useWords();
  const lines = message.lines.length > 1 ? fill(words.problemLines, { lines: spans(message.lines) }) : null;
  return (
    <span>
      {message.text}
      {lines && <span class="quiet"> {lines}</span>}
    </span>
  );
}

/** `3, 5, 7–9`; at most twelve spans. */
function spans(lines: readonly number[]): string {
  const parts: string[] = [];
  for (let start = 0; start < lines.length && parts.length < 12;) {
    let end = start;
    while (end + 1 < lines.length && lines[end + 1] === (lines[end] ?? 0) + 1) end += 1;
    parts.push(start === end ? `${lines[start]}` : `${lines[start]}–${lines[end]}`);
    start = end + 1;
    if (parts.length === 12 && start < lines.length) parts.push('…');
  }
  return parts.join(', ');
}
