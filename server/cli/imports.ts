// `imports` and `undo`: what was taken in, and the way back.
import type { Language } from '../contract/errors.ts';
import { importsShown, undoImport } from '../tasks/imports.ts';
import { LOCAL } from '../domain/viewer.ts';
import { openForReading, openForWriting } from '../tasks/open.ts';
import { flag, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';

const STATES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  nb: { staged: 'ikke lagret', committed: 'lagret', undone: 'angret', discarded: 'forkastet' },
  en: { staged: 'not stored', committed: 'stored', undone: 'undone', discarded: 'discarded' },
};
const stateIn = (language: Language, state: string): string => STATES[language][state] ?? state;

export async function importsCommand(given: Given, around: Surroundings): Promise<number> {
  const store = openForReading(given.database);
  try {
    const list = importsShown(store, LOCAL);
    around.out(
      given.json
        ? `${JSON.stringify(list)}\n`
        : list
            .map(
              (one) =>
                `${one.id}  ${one.at}  ${stateIn(given.language, one.state)}  ${one.cluster}  ${one.files.map((file) => file.file).join(', ')}\n`,
            )
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
    throw wrongUse(
      `undo ${given.words[0]}: the number of an import is expected here; "npx flytkart imports" lists them.`,
      `undo ${given.words[0]}: her ventes nummeret på en import; «npx flytkart imports» viser dem.`,
    );
  const store = openForWriting(given.database);
  try {
    const done = undoImport(store, LOCAL, id, flag(given, 'even-edited'), around.now());
    around.out(given.json ? `${JSON.stringify(done)}\n` : `${done.id}  ${stateIn(given.language, done.state)}\n`);
    return 0;
  } finally {
    store.close();
  }
}
