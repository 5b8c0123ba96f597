// `pinch`: heat targets of a table of streams.
import { pinchFile } from '../tasks/pinchFile.ts';
import { text, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';
import { fileText } from './match.ts';

export async function pinchCommand(given: Given, around: Surroundings): Promise<number> {
  const asked = text(given, 'dtmin');
  const dtmin = asked === null ? undefined : Number(asked);
  if (dtmin !== undefined && !(Number.isFinite(dtmin) && dtmin >= 0))
    throw wrongUse(`--dtmin ${asked}: a temperature difference in K, 0 or more, is expected here.`);
  const done = pinchFile(await fileText(given.words[0] ?? ''), dtmin === undefined ? {} : { dtmin });
  around.out(given.json ? `${JSON.stringify(done)}\n` : `${JSON.stringify(done, null, 2)}\n`);
  return 0;
}
