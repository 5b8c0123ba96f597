// `imports` and `undo`: what was taken in, and the way back.
import { importsShown, undoImport } from '../tasks/imports.ts';
import { LOCAL } from '../domain/viewer.ts';
import { openForReading, openForWriting } from '../tasks/open.ts';
import { flag, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';

export async function importsCommand(given: Given, around: Surroundings): Promise<number> {
  const store = openForReading(given.database);
  try {
    const list = importsShown(store, LOCAL);
    around.out(
      given.json
        ? `${JSON.stringify(list)}\n`
        : list
            .map((one) => `${one.id}  ${one.at}  ${one.state}  ${one.cluster}  ${one.files.map((file) => file.file).join(', ')}\n`)
            .join(''),
    );
    return 0;
  } finally {
    store.close();
  }
}

export async function undoCommand(given: Given, around: Surroundings): Promise<number> {
  const id = Number(given.words[0]);
  if (!Number.isSafeInteger(id) || id < 1)
    throw wrongUse(`undo ${given.words[0]}: the number of an import is expected here; "npx flytkart imports" lists them.`);
  const store = openForWriting(given.database);
  try {
    const done = undoImport(store, LOCAL, id, flag(given, 'even-edited'), around.now());
    around.out(given.json ? `${JSON.stringify(done)}\n` : `${done.id}  ${done.state}\n`);
    return 0;
  } finally {
    store.close();
  }
}
