import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importAnswerSchema } from '../../server/contract/importAnswer.ts';
import { aFolder, answerOf, flytkart, root } from '../cli/flytkart.ts';
import { faults } from './nastyScore.ts';
import type { Expected } from './nastyScore.ts';

const folder = join(root, 'fixtures', 'nasty');
const { files } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { files: Expected[] };
const database = join(aFolder(), 'nasty.db');

describe('difficult files through the command line', () => {
  it.each(files.map((one) => [one.file, one] as const))('%s is read as a person would', async (file, expected) => {
    const answer = await answerOf(importAnswerSchema, 'import', join(folder, file), '--db', database, '--cluster', file, '--rows');
    const [read] = answer.files;
    expect(read && faults(expected, read)).toEqual([]);
    expect(answer.import).not.toBeNull();
  });

  it('no exported cell of them begins like a formula', async () => {
    for (const { file } of files) {
      const out = `${database}-${file}`;
      expect((await flytkart('export', '--cluster', file, '--out', out, '--db', database)).code).toBe(0);
      for (const line of readFileSync(out, 'utf8')
        .replace(/^\uFEFF/, '')
        .split('\r\n'))
        // Cells of our export hold no comma unquoted; a plain negative number is a number.
        for (const [, cell = ''] of line.matchAll(/(?:^|,)("?[=+\-@\t][^,]*)/g)) expect(cell).toMatch(/^-\d+(?:\.\d+)?$/);
    }
  });
});
