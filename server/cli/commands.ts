// The commands, once: what a person types, what it does, and who does it. Each loads its own part of the program: an import needs no server.
import type { Given, Surroundings } from './given.ts';

type Option = { readonly type: 'string' | 'boolean'; readonly multiple?: boolean };
const string = { type: 'string' } as const;
const boolean = { type: 'boolean' } as const;

const OPTIONS = {
  port: string,
  host: string,
  accounts: boolean,
  address: string,
  backups: string,
  'backup-every': string,
  keep: string,
  log: boolean,
  cluster: string,
  'dry-run': boolean,
  rows: boolean,
  encoding: string,
  delimiter: string,
  decimal: string,
  'header-line': string,
  sheet: string,
  map: { type: 'string', multiple: true },
  companies: string,
  flows: string,
  refused: boolean,
  why: boolean,
  internal: boolean,
  out: string,
  to: string,
  objective: string,
  dtmin: string,
  network: boolean,
  'even-edited': boolean,
} as const satisfies Record<string, Option>;
export type OptionName = keyof typeof OPTIONS;

export type Command = {
  readonly name: string;
  readonly usage: string;
  readonly help: string;
  readonly options: Readonly<Partial<Record<OptionName, Option>>>;
  /** Least and most names after the command. */
  readonly words: readonly [number, number];
  readonly run: (given: Given, around: Surroundings) => Promise<number>;
};

const pick = (...names: readonly OptionName[]): Command['options'] => Object.fromEntries(names.map((name) => [name, OPTIONS[name]]));

export const COMMANDS: readonly Command[] = [
  {
    name: 'start',
    usage: 'start [--port N]',
    help: 'What npm start runs: the pages, on your own database or, where there is none, on the demo cluster.',
    options: pick('port', 'host'),
    words: [0, 0],
    run: async (given, around) => (await import('./serve.ts')).startCommand(given, around),
  },
  {
    name: 'serve',
    usage: 'serve [--port N] [--host H] [--accounts] [--address URL] [--backups DIR] [--backup-every HOURS] [--keep N] [--log]',
    help: 'Serves the pages and the API, creates the database when missing, and prints the address. With --accounts, or on another host than this machine, everyone signs in. With --backups, whole copies go to that folder. With --log, requests and security events go to standard error as JSON lines.',
    options: pick('port', 'host', 'accounts', 'address', 'backups', 'backup-every', 'keep', 'log'),
    words: [0, 0],
    run: async (given, around) => (await import('./serve.ts')).serveCommand(given, around),
  },
  {
    name: 'import',
    usage:
      'import FILE... [--cluster NAME] [--dry-run] [--rows] [--encoding E] [--delimiter D] [--decimal ,|.] [--header-line N] [--sheet S] [--map HEADER=FIELD]',
    help: 'Imports screenings (CSV, Excel) and tables of exchanges; says what became of every row.',
    options: pick('cluster', 'dry-run', 'rows', 'encoding', 'delimiter', 'decimal', 'header-line', 'sheet', 'map'),
    words: [1, 10_000],
    run: async (given, around) => (await import('./import.ts')).importCommand(given, around),
  },
  {
    name: 'imports',
    usage: 'imports',
    help: 'Lists what was imported, newest first.',
    options: {},
    words: [0, 0],
    run: async (given, around) => (await import('./imports.ts')).importsCommand(given, around),
  },
  {
    name: 'undo',
    usage: 'undo IMPORT [--even-edited]',
    help: 'Restores exactly what was stored before an import.',
    options: pick('even-edited'),
    words: [1, 1],
    run: async (given, around) => (await import('./imports.ts')).undoCommand(given, around),
  },
  {
    name: 'match',
    usage: 'match [--cluster NAME | --companies FILE --flows FILE] [--refused] [--internal] [--why SURPLUS NEED]',
    help: 'Matches surplus to need, best first, with reasons, volume, money and CO2e. With two files no database is opened.',
    options: pick('cluster', 'companies', 'flows', 'refused', 'internal', 'why'),
    words: [0, 2],
    run: async (given, around) => (await import('./match.ts')).matchCommand(given, around),
  },
  {
    name: 'allocate',
    usage: 'allocate [--cluster NAME | --companies FILE --flows FILE] [--objective value|co2e|placed]',
    help: 'Gives each surplus out once, best for the whole cluster. With two files no database is opened.',
    options: pick('cluster', 'objective', 'companies', 'flows'),
    words: [0, 0],
    run: async (given, around) => (await import('./allocate.ts')).allocateCommand(given, around),
  },
  {
    name: 'pinch',
    usage: 'pinch STREAMS.csv [--dtmin K]',
    help: 'Heat targets of streams: utilities, recovery, all pinches, and what sharing between companies can save.',
    options: pick('dtmin'),
    words: [1, 1],
    run: async (given, around) => (await import('./pinch.ts')).pinchCommand(given, around),
  },
  {
    name: 'heat',
    usage: 'heat --cluster NAME [--network]',
    help: "A cluster's heat: sharing potential, pairs, months.",
    options: pick('cluster', 'network'),
    words: [0, 0],
    run: async (given, around) => (await import('./heat.ts')).heatCommand(given, around),
  },
  {
    name: 'export',
    usage: 'export --cluster NAME --out FILE',
    help: 'Writes a cluster as CSV that imports again to the same data.',
    options: pick('cluster', 'out'),
    words: [0, 0],
    run: async (given, around) => (await import('./export.ts')).exportCommand(given, around),
  },
  {
    name: 'check',
    usage: 'check',
    help: 'Checks the database: whole, consistent, nothing half done.',
    options: {},
    words: [0, 0],
    run: async (given, around) => (await import('./backup.ts')).checkCommand(given, around),
  },
  {
    name: 'backup',
    usage: 'backup FILE',
    help: 'Copies the database, also while it is in use.',
    options: {},
    words: [1, 1],
    run: async (given, around) => (await import('./backup.ts')).backupCommand(given, around),
  },
  {
    name: 'restore',
    usage: 'restore FILE --to NEW',
    help: 'Brings a backup back into a new file; never overwrites.',
    options: pick('to'),
    words: [1, 1],
    run: async (given, around) => (await import('./backup.ts')).restoreCommand(given, around),
  },
  {
    name: 'demo',
    usage: 'demo',
    help: 'Makes demo.db anew with the demo cluster.',
    options: {},
    words: [0, 0],
    run: async (given, around) => (await import('./demo.ts')).demoCommand(given, around),
  },
];
