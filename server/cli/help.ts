// The help text, and the README's table of commands, from the one list of commands.
import type { Language } from '../contract/errors.ts';
import { COMMANDS } from './commands.ts';
import type { Command } from './commands.ts';
import { HELP_NB } from './helpNb.ts';

const WORDS = {
  nb: {
    command: 'KOMMANDO',
    everywhere: 'Overalt: --db FIL (ellers $FLYTKART_DB, ellers flytkart.db ved siden av programmet), --json, --lang nb|en',
    more: '«npx flytkart help KOMMANDO» forteller valgene.',
  },
  en: {
    command: 'COMMAND',
    everywhere: 'Everywhere: --db FILE (else $FLYTKART_DB, else flytkart.db beside the program), --json, --lang nb|en',
    more: '"npx flytkart help COMMAND" tells the options.',
  },
} as const satisfies Record<Language, Record<string, string>>;

export function helpText(command: Command | null, language: Language): string {
  const { command: placeholder, everywhere, more } = WORDS[language];
  const help = (one: Command): string => (language === 'nb' ? (HELP_NB[one.name] ?? one.help) : one.help);
  if (command) return `npx flytkart ${command.usage}\n\n${help(command)}\n\n${everywhere}\n`;
  const width = Math.max(...COMMANDS.map((one) => one.name.length));
  const lines = COMMANDS.map((one) => `  ${one.name.padEnd(width)}  ${help(one)}`);
  return `npx flytkart ${placeholder}\n\n${lines.join('\n')}\n\n${everywhere}\n${more}\n`;
}

export const commandTable = (): string =>
  [
    '| command | what it does |',
    '| --- | --- |',
    ...COMMANDS.map((one) => `| \`${one.usage.replaceAll('|', '\\|')}\` | ${one.help} |`),
  ].join('\n');
