// The one entry: reads the environment, then runs the command that was asked for.
import { join } from 'node:path';
import program from '../package.json' with { type: 'json' };
import { runCommand } from './cli/commandLine.ts';
import type { Surroundings } from './cli/given.ts';

const ENDS = ['drain', 'error', 'close'] as const;

const root = join(import.meta.dirname, '..');

const locale = process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? Intl.DateTimeFormat().resolvedOptions().locale;

const surroundings: Surroundings = {
  root,
  version: program.version,
  database: process.env['FLYTKART_DB'] || null,
  language: /^(nb|nn|no)\b|^(nb|nn|no)_/i.test(locale) ? 'nb' : 'en',
  mail: process.env['FLYTKART_SMTP']
    ? { smtp: process.env['FLYTKART_SMTP'], from: process.env['FLYTKART_MAIL_FROM'] ?? 'flytkart@localhost' }
    : null,
  secret: process.env['FLYTKART_SECRET'] || null,
  now: () => new Date().toISOString(),
  out: (text) => void process.stdout.write(text),
  drained: () => readOn(process.stdout),
  err: (text) => void process.stderr.write(text),
  interactive: process.stderr.isTTY,
  onStop: (stop) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
    // npm does not pass its own end on through the shell that it starts us in: when that shell is gone, we stop too.
    if (process.env['npm_lifecycle_event'] !== undefined) {
      const parent = process.ppid;
      const watch = setInterval(() => {
        if (process.ppid === parent) return;
        clearInterval(watch);
        stop();
      }, 1_000).unref();
    }
    // Started through flytkart.mjs under an older Node: when that door is shut, however it is shut, so are we.
    if (process.channel) {
      process.channel.unref();
      process.once('disconnect', stop);
    }
  },
};

// Whoever reads our answer may stop before its end (`| head`); what was asked for goes on to its own end all the same.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });

/** Resolves when a stream takes more, or never will again. */
function readOn(stream: NodeJS.WriteStream): Promise<void> {
  if (!stream.writableNeedDrain || stream.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    const over = (): void => {
      for (const end of ENDS) stream.off(end, over);
      resolve();
    };
    for (const end of ENDS) stream.once(end, over);
  });
}

process.exitCode = await runCommand(process.argv.slice(2), surroundings);
