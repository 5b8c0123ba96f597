// `import`: files in, and what became of every row.
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { FileAnswer, ImportAnswer } from '../contract/importAnswer.ts';
import { AppError, systemCode } from '../domain/errors.ts';
import { delimiterNamed, importFiles } from '../tasks/importFiles.ts';
import type { Imported, ReadingChoices } from '../tasks/importFiles.ts';
import type { FileOnDisk } from '../tasks/workspace.ts';
import { flag, text, wholeNumber, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';

async function onDisk(path: string): Promise<FileOnDisk> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw wrongUse(`${path} is a folder; name the files in it.`, `${path} er en mappe; oppgi filene i den.`);
    return { path: resolve(path), name: basename(path), size: found.size };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file.unreadable', { file: path, problem: systemCode(error) });
  }
}

function choices(given: Given): ReadingChoices {
  const decimal = text(given, 'decimal');
  if (decimal !== null && decimal !== ',' && decimal !== '.')
    throw wrongUse(`--decimal ${decimal}: , or . is expected here.`, `--decimal ${decimal}: her ventes , eller .`);
  const maps = given.options['map'];
  const pairs = (Array.isArray(maps) ? maps : []).map((one: string): [string, string] => {
    const at = one.lastIndexOf('=');
    if (at < 1) throw wrongUse(`--map ${one}: HEADER=FIELD is expected here.`, `--map ${one}: her ventes OVERSKRIFT=FELT.`);
    return [one.slice(0, at), one.slice(at + 1)];
  });
  const named = text(given, 'delimiter');
  const delimiter = named === null ? null : delimiterNamed(named);
  if (delimiter !== null && (delimiter.length !== 1 || /[\s"]/.test(delimiter.replace('\t', ''))))
    throw wrongUse(
      `--delimiter ${JSON.stringify(named)}: one character such as ; or , or the word tab is expected here.`,
      `--delimiter ${JSON.stringify(named)}: her ventes ett tegn som ; eller , eller ordet tab.`,
    );
  const headerLine = wholeNumber(given, 'header-line', 1);
  const [encoding, sheet] = [text(given, 'encoding'), text(given, 'sheet')];
  return {
    ...(encoding === null ? {} : { encoding }),
    ...(delimiter === null ? {} : { delimiter }),
    ...(decimal === null ? {} : { decimal }),
    ...(headerLine === null ? {} : { headerLine }),
    ...(sheet === null ? {} : { sheet }),
    ...(pairs.length === 0 ? {} : { map: Object.fromEntries(pairs) }),
  };
}

export async function importCommand(given: Given, around: Surroundings): Promise<number> {
  const chosen = choices(given);
  const files = await Promise.all(given.words.map(onDisk));
  const abort = new AbortController();
  around.onStop(() => abort.abort());
  let shown = 0;
  const { changes, ...answer } = await importFiles({
    database: given.database,
    files,
    cluster: text(given, 'cluster'),
    dryRun: flag(given, 'dry-run'),
    withRows: flag(given, 'rows'),
    choices: chosen,
    language: given.language,
    at: around.now(),
    signal: abort.signal,
    progress: (rows) => {
      if (!around.interactive || rows - shown < 20_000) return;
      shown = rows;
      around.err(`\r${new Intl.NumberFormat(given.language).format(rows)} …`);
    },
  });
  if (shown > 0) around.err('\r');
  if (given.json) around.out(`${JSON.stringify(answer)}\n`);
  else around.out(inWords(answer, changes, given));
  return answer.files.every((file) => file.outcome === 'import' && file.rows_rejected === 0) ? 0 : 1;
}

const WORDS = {
  nb: {
    read: 'lest',
    ok: 'godtatt',
    rejected: 'avvist',
    skipped: 'hoppet over',
    stored: 'Lagret som import',
    notStored: 'Ingenting er lagret.',
    dry: 'Prøvekjøring: ingenting er lagret.',
    more: 'flere merknader; se --json',
    error: 'feil',
    warning: 'advarsel',
    info: 'merknad',
    added: 'ny',
    changed: 'endret',
    withdrawn: 'trukket',
    unchanged: 'uendret',
  },
  en: {
    read: 'read',
    ok: 'accepted',
    rejected: 'rejected',
    skipped: 'skipped',
    stored: 'Stored as import',
    notStored: 'Nothing was stored.',
    dry: 'Dry run: nothing was stored.',
    more: 'more remarks; see --json',
    error: 'error',
    warning: 'warning',
    info: 'note',
    added: 'new',
    changed: 'changed',
    withdrawn: 'withdrawn',
    unchanged: 'unchanged',
  },
} as const;

const SHOWN = 40;

function inWords(answer: ImportAnswer, changes: Imported['changes'], given: Given): string {
  const words = WORDS[given.language];
  const ofFile = (file: FileAnswer): string => {
    const how = [file.encoding, file.delimiter === '\t' ? 'tab' : file.delimiter].filter(Boolean).join(', ');
    const counts = `${file.rows_read} ${words.read}: ${file.rows_ok} ${words.ok}, ${file.rows_rejected} ${words.rejected}, ${file.rows_skipped} ${words.skipped}`;
    const messages = file.messages.slice(0, SHOWN).map((one) => `  ${words[one.severity]}: ${one.text}`);
    const rest = file.messages.length - messages.length;
    return [`${file.file}${how && ` (${how})`}`, `  ${counts}`, ...messages, ...(rest > 0 ? [`  … ${rest} ${words.more}`] : [])].join('\n');
  };
  const unchanged = answer.files.some((file) => file.messages.some(({ code }) => code === 'import.unchanged'));
  const end =
    answer.import === null || unchanged ? (flag(given, 'dry-run') ? words.dry : words.notStored) : `${words.stored} ${answer.import}.`;
  const told =
    changes === null || unchanged
      ? []
      : [(['added', 'changed', 'withdrawn', 'unchanged'] as const).map((kind) => `${changes[kind]} ${words[kind]}`).join(', ')];
  return `${[...answer.files.map(ofFile), ...told, end].join('\n')}\n`;
}
