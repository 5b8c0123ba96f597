import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../server/cli/commands.ts';
import { helpText } from '../../server/cli/help.ts';
import { HELP_NB } from '../../server/cli/helpNb.ts';
import { flytkart } from './flytkart.ts';

describe('help of the command line', () => {
  it.each(COMMANDS.map(({ name }) => name))('tells in bokmål what %s does', (name) => {
    expect(HELP_NB[name]).toMatch(/\.$/);
    const command = COMMANDS.find((one) => one.name === name) ?? null;
    expect(helpText(command, 'nb')).toContain(HELP_NB[name]);
    expect(helpText(command, 'nb')).not.toContain(command?.help);
    expect(helpText(command, 'en')).toContain(command?.help);
  });

  it('names every command in both languages and none that there is not', () => {
    expect(Object.keys(HELP_NB).sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
    expect(helpText(null, 'nb')).toMatch(/^npx flytkart KOMMANDO[\s\S]*Overalt: --db FIL/);
    expect(helpText(null, 'en')).toMatch(/^npx flytkart COMMAND[\s\S]*Everywhere: --db FILE/);
  });

  it.each([[['--lang', 'nb']], [['--lang=nb', 'help']], [['--db', 'no.db', '--lang', 'nb', 'help']], [['help', '--lang', 'nb']]])(
    '%j is help in bokmål: what every command takes may stand before it',
    async (words) => {
      expect(await flytkart(...words)).toEqual({ code: 0, out: helpText(null, 'nb'), err: '' });
    },
  );

  it('a database may be named before the command', async () => {
    expect((await flytkart('--db', 'nowhere.db', 'check')).err).toMatch(/There is no database at .*nowhere\.db/);
  });
});
