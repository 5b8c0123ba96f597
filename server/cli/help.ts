// The help text, and the README's table of commands, from the one list of commands.
import { COMMANDS } from './commands.ts';
import type { Command } from './commands.ts';

const EVERYWHERE = '--db FILE (else $FLYTKART_DB, else flytkart.db beside the program), --json, --lang nb|en';

export function helpText(command: Command | null): string {
  if (command) return `npx flytkart ${command.usage}\n\n${command.help}\n\nEverywhere: ${EVERYWHERE}\n`;
  const width = Math.max(...COMMANDS.map((one) => one.name.length));
  const lines = COMMANDS.map((one) => `  ${one.name.padEnd(width)}  ${one.help}`);
  return `npx flytkart COMMAND\n\n${lines.join('\n')}\n\nEverywhere: ${EVERYWHERE}\n"npx flytkart help COMMAND" tells the options.\n`;
}

export const commandTable = (): string =>
  [
    '| command | what it does |',
    '| --- | --- |',
    ...COMMANDS.map((one) => `| \`${one.usage.replaceAll('|', '\\|')}\` | ${one.help} |`),
  ].join('\n');
