import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// As in flytkart.mjs: threads and processes that tests start read their code with the types taken off already.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '.cache', 'compiled');

// What opens databases, threads and servers, or measures; the rest is quick enough for every commit.
const SLOWER = ['store', 'tasks', 'api', 'bench'].map((room) => `test/${room}/**`);

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // These tests share no state, so their files may share the modules they load: half the time.
          isolate: false,
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [...SLOWER, 'test/browser/**', 'test/system/**'],
        },
      },
      { extends: true, test: { name: 'store', include: SLOWER.map((room) => `${room}/*.test.ts`) } },
      { extends: true, test: { name: 'system', include: ['test/system/**/*.test.ts'] } },
      { extends: true, test: { name: 'browser', include: ['test/browser/**/*.test.ts'] } },
    ],
  },
});
