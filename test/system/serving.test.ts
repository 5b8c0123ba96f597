// `serve` as a process: backups by itself, a log without contents, and an end that leaves nothing half.
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { LOCAL } from '../../server/domain/viewer.ts';
import { checkDatabase } from '../../server/tasks/backup.ts';
import { openForReading } from '../../server/tasks/open.ts';
import { startProcess } from '../cli/flytkart.ts';

const folder = mkdtempSync(join(tmpdir(), 'flytkart-serving-'));
const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; !holds() && tries < 5_000; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
};
const ROWS = 60_000;
const SECRET = 'hemmeligslam';

it(
  'backs up by itself, logs what happened and not what is stored, and gives up a running import when it is stopped',
  { timeout: 240_000 },
  async () => {
    const [database, backups] = [join(folder, 'served.db'), join(folder, 'backups')];
    const child = startProcess('serve', '--port', '0', '--db', database, '--backups', backups, '--keep', '3', '--log');
    started.push(child);
    let [out, err] = ['', ''];
    child.stdout?.on('data', (part: Buffer) => void (out += part.toString()));
    child.stderr?.on('data', (part: Buffer) => void (err += part.toString()));
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
    await until(() => out.includes('\n') || child.exitCode !== null);
    expect(child.exitCode, err).toBeNull();
    const origin = out.trim();

    await until(
      () =>
        readdirSync(folder).includes('backups') &&
        readdirSync(backups).some((name) => name.endsWith('.db')) &&
        readdirSync(backups).length === 1,
    );
    expect(readdirSync(backups)).toEqual([expect.stringMatching(/^served-\d{4}-\d\d-\d\dT\d{6}Z\.db$/)]);

    const rows = Array.from({ length: ROWS }, (_, row) => `Verk ${row % 50} AS;ut;${SECRET} ${row};${row + 1};tonn/år`);
    const form = new FormData();
    form.append('file', new Blob([['Bedrift;Retning;Ressurs;Mengde;Enhet', ...rows].join('\n')]), `${SECRET}.csv`);
    const preview = (await (await fetch(`${origin}/api/v1/previews?cluster=Klynge`, { method: 'POST', body: form })).json()) as {
      id: string;
    };
    const stateOf = async (): Promise<string> =>
      ((await (await fetch(`${origin}/api/v1/previews/${preview.id}`)).json()) as { state: string }).state;
    while ((await stateOf()) === 'reading') await new Promise((resolve) => setTimeout(resolve, 50));
    const commit = fetch(`${origin}/api/v1/imports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ preview: preview.id }),
    });
    expect(await (await commit).text()).toContain('"state":"comm');
    const events = await fetch(`${origin}/api/v1/previews/${preview.id}/events`);
    const heard = events.text().catch(() => 'cut off');
    child.kill('SIGTERM');
    expect(await closed).toBe(0);
    await heard;

    expect(checkDatabase(database)).toEqual([]);
    const store = openForReading(database);
    const [committed] = store.listImports(LOCAL).filter(({ state }) => state === 'committed');
    const flows = [...store.flowCounts(LOCAL, 'Klynge').values()].reduce((sum, one) => sum + one, 0);
    store.close();
    // Stopped in the midst, or just done: never a part of it.
    expect(flows).toBe(committed === undefined ? 0 : ROWS);

    const lines = err
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.some(({ event, ok }) => event === 'import' && ok === true)).toBe(true);
    expect(lines.every(({ level, time }) => typeof level === 'string' && typeof time === 'string')).toBe(true);
    expect(err).not.toContain(SECRET);
    expect(err).not.toContain('Verk');
  },
);
