// Cells repeat: what a cell's text means is worked out once.

const LIMIT = 8_192;

/** The same function, remembering the answers of its last few thousand different texts. */
export function memo<T>(read: (text: string) => T): (text: string) => T {
  let known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = read(text);
    if (known.size >= LIMIT) known = new Map();
    known.set(text, answer);
    return answer;
  };
}
