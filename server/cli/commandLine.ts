// From the words after `flytkart` to a command and an exit code: 0 done, 1 done with rejections, a question or a refusal, 2 wrong use.
import { parseArgs } from 'node:util';
import { resolve, join } from 'node:path';
import { errorText } from '../contract/errors.ts';
import { AppError } from '../domain/errors.ts';
import { COMMANDS } from './commands.ts';
import type { Command } from './commands.ts';
import { wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';
import { helpText } from './help.ts';

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
    throw wrongUse(`${error instanceof Error ? error.message : 'The options cannot be read'}. See "npx flytkart help ${command.name}".`);
  }
  const { lang } = parsed.values;
  if (lang !== undefined && lang !== 'nb' && lang !== 'en') throw wrongUse(`--lang ${String(lang)}: nb or en is expected here.`);
  const named = typeof parsed.values['db'] === 'string' ? parsed.values['db'] : around.database;
  const [least, most] = command.words;
  if (parsed.positionals.length < least || parsed.positionals.length > most)
    throw wrongUse(`${command.usage}: ${parsed.positionals.length} names were given. See "npx flytkart help ${command.name}".`);
  return {
    words: parsed.positionals,
    options: parsed.values,
    json: parsed.values['json'] === true,
    language: lang ?? around.language,
    database: named === null ? join(around.root, 'flytkart.db') : resolve(named),
    databaseByDefault: named === null,
  };
}

export async function runCommand(argv: readonly string[], around: Surroundings): Promise<number> {
  const [name = 'help', ...rest] = argv;
  const wantsHelp = name === 'help' || name === '--help' || name === '-h' || rest.includes('--help');
  const command = COMMANDS.find((one) => one.name === (name === 'help' ? rest[0] : name));
  if (wantsHelp) {
    around.out(helpText(command ?? null));
    return 0;
  }
  if (!command) {
    around.err(`There is no command "${name}". ${helpText(null)}`);
    return 2;
  }
  let language = around.language;
  try {
    const given = readWords(command, rest, around);
    language = given.language;
    return await command.run(given, around);
  } catch (error) {
    if (!(error instanceof AppError)) {
      around.err(
        `${errorText(new AppError('internal', { number: command.name }), language)}\n${error instanceof Error ? error.stack : String(error)}\n`,
      );
      return 1;
    }
    around.err(`${errorText(error, language)}\n`);
    return error.code === 'usage.wrong' ? 2 : 1;
  }
}
