// From the words after `flytkart` to a command and an exit code: 0 done, 1 done with rejections, a question or a refusal, 2 wrong use.
import { parseArgs } from 'node:util';
import { resolve, join } from 'node:path';
import { errorText } from '../contract/errors.ts';
import type { Language } from '../contract/errors.ts';
import { AppError, systemCode } from '../domain/errors.ts';
import { COMMANDS } from './commands.ts';
import type { Command } from './commands.ts';
import { wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';
import { helpText } from './help.ts';

/** What the reader of options says of one, in both languages: an option that is not known, or one without its value. */
function unreadOptions(error: unknown, command: string): AppError {
  const said = error instanceof Error ? error.message : '';
  const option = /'(-[^' ]*)/.exec(said)?.[1] ?? '';
  const unknown = systemCode(error) === 'ERR_PARSE_ARGS_UNKNOWN_OPTION';
  return wrongUse(
    `${option}: ${unknown ? `"${command}" has no such option` : 'the value of the option is missing, or it takes none'}. See "npx flytkart help ${command}".`,
    `${option}: ${unknown ? `«${command}» har ikke noe slikt valg` : 'valgets verdi mangler, eller det har ingen'}. Se «npx flytkart help ${command}».`,
  );
}

/** The language asked for, as far as it can be told before the options are read. */
function languageIn(argv: readonly string[], otherwise: Language): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const named = at === -1 ? null : argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  return named === 'nb' || named === 'en' ? named : otherwise;
}

function readWords(command: Command, argv: readonly string[], around: Surroundings): Given {
  const shape = {
    db: { type: 'string' },
    json: { type: 'boolean' },
    lang: { type: 'string' },
    help: { type: 'boolean' },
    ...command.options,
  } as const;
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...argv], options: shape, allowPositionals: true, strict: true });
  } catch (error) {
    throw unreadOptions(error, command.name);
  }
  const { lang } = parsed.values;
  if (lang !== undefined && lang !== 'nb' && lang !== 'en')
    throw wrongUse(`--lang ${String(lang)}: nb or en is expected here.`, `--lang ${String(lang)}: her ventes nb eller en.`);
  const named = typeof parsed.values['db'] === 'string' ? parsed.values['db'] : around.database;
  const [least, most] = command.words;
  if (parsed.positionals.length < least || parsed.positionals.length > most)
    throw wrongUse(
      `${command.usage}: ${parsed.positionals.length} names were given. See "npx flytkart help ${command.name}".`,
      `${command.usage}: ${parsed.positionals.length} navn er oppgitt. Se «npx flytkart help ${command.name}».`,
    );
  return {
    words: parsed.positionals,
    options: parsed.values,
    json: parsed.values['json'] === true,
    language: lang ?? around.language,
    database: named === null ? join(around.root, 'flytkart.db') : resolve(named),
    databaseByDefault: named === null,
  };
}

/** What every command takes may stand before it as well as behind: `--lang nb help`, `--db FILE match`. */
function commandFirst(argv: readonly string[]): readonly string[] {
  let at = 0;
  for (let word = argv[0]; word !== undefined && /^--(?:db|lang|json)(?:=|$)/.test(word); word = argv[at])
    at += word === '--db' || word === '--lang' ? 2 : 1;
  return [argv[at] ?? 'help', ...argv.slice(at + 1), ...argv.slice(0, at)];
}

export async function runCommand(argv: readonly string[], around: Surroundings): Promise<number> {
  const [name = 'help', ...rest] = commandFirst(argv);
  const wantsHelp = name === 'help' || name === '--help' || name === '-h' || rest.includes('--help');
  const command = COMMANDS.find((one) => one.name === (name === 'help' ? rest[0] : name));
  if (wantsHelp) {
    around.out(helpText(command ?? null, languageIn(rest, around.language)));
    return 0;
  }
  const language = languageIn(rest, around.language);
  // With --json there is one document on standard output whatever happens; people read the sentence on standard error.
  let answered = false;
  const heard: Surroundings = {
    ...around,
    out: (text) => {
      answered = true;
      around.out(text);
    },
  };
  const fail = (error: AppError, more: string): void => {
    around.err(`${errorText(error, language)}\n${more}`);
    if (answered || !rest.includes('--json')) return;
    around.out(`${JSON.stringify({ error: { code: error.code, nb: errorText(error, 'nb'), en: errorText(error, 'en') } })}\n`);
  };
  if (!command) {
    fail(wrongUse(`There is no command "${name}".`, `Det finnes ingen kommando «${name}».`), helpText(null, language));
    return 2;
  }
  try {
    return await command.run(readWords(command, rest, around), heard);
  } catch (error) {
    if (error instanceof AppError) {
      fail(error, '');
      return error.code === 'usage.wrong' ? 2 : 1;
    }
    fail(new AppError('internal', { number: command.name }), `${error instanceof Error ? error.stack : String(error)}\n`);
    return 1;
  }
}
