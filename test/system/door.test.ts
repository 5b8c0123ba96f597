import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { aFolder, root } from '../cli/flytkart.ts';

const folder = aFolder();
const door = join(root, 'flytkart.mjs');
const through = (...words: readonly string[]) => spawnSync(process.execPath, [door, ...words], { encoding: 'utf8' });

describe('the door, flytkart.mjs', () => {
  it('leads every command to the product, also those that package.json has a script of the same name for', () => {
    const database = join(folder, 'door.db');
    const screening = join(root, 'fixtures', 'demo', 'demo-cluster.csv');
    expect(through('import', screening, '--cluster', 'Demo', '--db', database).status).toBe(0);
    const checked = through('check', '--db', database, '--json');
    expect(JSON.parse(checked.stdout)).toEqual({ ok: true, problems: [] });
    for (const word of ['test', 'bench', 'drill', 'tool']) expect(through(word).status, word).toBe(2);
  });

  it('is not troubled by a reader that stops before the end', () => {
    const database = join(folder, 'door.db');
    const command = `"${process.execPath}" "${door}" match --db "${database}" --json | head -c 10; echo " $?"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${command}`], { encoding: 'utf8' });
    expect(stdout).toBe('{"matches" 0\n');
    expect(stderr).toBe('');
  });

  it('stops the server when npm, which started it through a shell, is gone', { timeout: 60_000 }, async () => {
    const served = `"${process.execPath}" "${door}" serve --port 0 --db "${join(folder, 'served.db')}"; true`;
    const shell = spawn('sh', ['-c', served], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const address = await new Promise<string>((resolve) =>
      shell.stdout.on('data', (part: Buffer) => {
        const found = /http:\S+/.exec(part.toString());
        if (found !== null) resolve(found[0]);
      }),
    );
    expect((await fetch(address)).status).toBe(200);
    shell.kill('SIGTERM');
    await expect
      .poll(
        () =>
          fetch(address).then(
            () => 'answers',
            () => 'gone',
          ),
        { timeout: 20_000, interval: 300 },
      )
      .toBe('gone');
  });

  it('can be read by a Node as old as 12, which then says what is needed', () => {
    const asOld = (text: string) =>
      ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2019, module: ts.ModuleKind.ESNext } }).outputText;
    const asNew = (text: string) =>
      ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext } }).outputText;
    const text = readFileSync(door, 'utf8');
    expect(asOld(text)).toBe(asNew(text));
    expect(text).not.toMatch(/^\s*await /m);
  });
});
