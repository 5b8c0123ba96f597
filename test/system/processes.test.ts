import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { importAnswerSchema } from '../../server/contract/importAnswer.ts';
import { importSchema } from '../../server/contract/previews.ts';
import { aFolder, answerOf, processSaid, root, startProcess } from '../cli/flytkart.ts';

const folder = aFolder();
const at = (name: string): string => join(folder, name);
const SCREENING = 'Bedrift;Retning;Ressurs;Mengde;Enhet;Temperatur\nØst AS;ut;Varmtvann;800;MWh/år;70\nVest AS;inn;Varme;500;MWh/år;45\n';

describe('a command as a process of its own', () => {
  it('serve makes the database, prints one line, answers / and stops when asked', { timeout: 120_000 }, async () => {
    const child = startProcess('serve', '--port', '0', '--db', at('served.db'));
    let out = '';
    await new Promise<void>((resolve) => {
      child.stdout?.on('data', (part: Buffer) => {
        out += part.toString();
        if (out.includes('\n')) resolve();
      });
      child.on('close', () => resolve());
    });
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(existsSync(at('served.db'))).toBe(true);
    const page = await fetch(out.trim());
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Flytkart');
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
    child.kill('SIGTERM');
    expect(await closed).toBe(0);
  });

  it('writes one JSON document on standard output and nothing else', { timeout: 60_000 }, async () => {
    writeFileSync(at('process.csv'), SCREENING);
    const said = await processSaid('import', at('process.csv'), '--db', at('process.db'), '--json');
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out.endsWith('}\n')).toBe(true);
    expect(importAnswerSchema.parse(JSON.parse(said.out)).import).toBe(1);
    expect((await processSaid('fly')).code).toBe(2);
  });

  it('demo makes the demo cluster by the importer, with no row rejected', { timeout: 60_000 }, async () => {
    const demo = await answerOf(
      z.looseObject({ database: z.string(), cluster: z.string(), rows: z.number() }),
      'demo',
      '--db',
      at('demo.db'),
    );
    expect(demo.database).toBe(at('demo.db'));
    const lines = readFileSync(join(root, 'fixtures', 'demo', 'demo-cluster.csv'), 'utf8')
      .trim()
      .split('\n').length;
    expect(demo.rows).toBe(lines - 1);
    const [done] = await answerOf(z.array(importSchema), 'imports', '--db', at('demo.db'));
    expect(done?.files).toEqual([{ file: 'demo-cluster.csv', rows_ok: lines - 1, rows_rejected: 0, rows_skipped: 0 }]);
  });
});
