// `pinch`: heat targets of a table of streams.
import { pinchFile, pinchPrinted } from '../tasks/pinchFile.ts';
import { text, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';
import { fileText } from './fileText.ts';

const LINE = { nb: (line: number) => `Linje ${line}: `, en: (line: number) => `Line ${line}: ` };
const IGNORED = {
  nb: (column: string) => `Kolonnen ${column} er ikke i bruk.`,
  en: (column: string) => `The column ${column} is not used.`,
};

export async function pinchCommand(given: Given, around: Surroundings): Promise<number> {
  const asked = text(given, 'dtmin');
  const dtmin = asked === null ? undefined : asked.trim() === '' ? Number.NaN : Number(asked);
  if (dtmin !== undefined && !(Number.isFinite(dtmin) && dtmin >= 0))
    throw wrongUse(
      `--dtmin ${asked}: a temperature difference in K, 0 or more, is expected here.`,
      `--dtmin ${asked}: her ventes en temperaturforskjell i K, 0 eller mer.`,
    );
  const done = pinchFile(await fileText(given.words[0] ?? ''), dtmin === undefined ? {} : { dtmin });
  if (!done.ok)
    for (const { text: sentence, line } of done.problems)
      around.err(`${line === null ? '' : LINE[given.language](line)}${sentence[given.language]}\n`);
  else for (const column of done.ignored) around.err(`${IGNORED[given.language](column)}\n`);
  if (given.json) around.out(`${JSON.stringify(pinchPrinted(done))}\n`);
  else if (done.ok) around.out(`${JSON.stringify(done.answer, null, 2)}\n`);
  return done.ok ? 0 : 1;
}
