// Runs the project's checks one after another and counts what passed, so that one line at the end tells the truth.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

export type Counts = { passed: number; failed: number; skipped: number };
export type Step = { readonly name: string; readonly program: string; readonly words: readonly string[]; readonly vitest?: boolean };

const root = join(import.meta.dirname, '..');
const bin = (name: string): string => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

const FORMAT: Step = { name: 'format', program: bin('oxfmt'), words: ['--check', '.'] };

/** Types and lint in one pass over the files, and format: a third of the time of the steps below, which have the last word. */
export const QUICK_STEPS: readonly Step[] = [
  { name: 'types and lint', program: bin('oxlint'), words: ['--type-aware', '--type-check', '--deny-warnings'] },
  FORMAT,
];

/** Types of server and browser part, lint, format: one count each. */
export const STATIC_STEPS: readonly Step[] = [
  { name: 'types of the server part', program: bin('tsc'), words: ['-p', 'server/tsconfig.json'] },
  { name: 'types of the browser part', program: bin('tsc'), words: ['-p', 'web/tsconfig.json'] },
  { name: 'lint', program: bin('oxlint'), words: ['--type-aware', '--deny-warnings'] },
  FORMAT,
];

/** One vitest project; every test counts. */
export const vitestStep = (project: string): Step => ({
  name: `${project} tests`,
  program: bin('vitest'),
  words: ['run', '--project', project],
  vitest: true,
});

/** The production browser part, which the browser tests open. */
export const BUILD_STEP: Step = { name: 'build of the browser part', program: bin('vite'), words: ['build', '--logLevel', 'warn'] };

function countVitest(report: string, exit: number): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    success: boolean;
  };
  // A file that does not load, or an error outside a test, fails without a failed test: it counts as one.
  const failed = numFailedTests === 0 && (exit !== 0 || !success) ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}

function runStep(step: Step): Counts {
  const reports = join(root, '.cache');
  mkdirSync(reports, { recursive: true });
  const report = join(reports, 'vitest.json');
  rmSync(report, { force: true });
  const words = step.vitest ? [...step.words, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`] : [...step.words];
  const started = performance.now();
  console.log(`\n── ${step.name}`);
  const { status } = spawnSync(step.program, words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  const exit = status ?? 1;
  let counts: Counts;
  try {
    counts = step.vitest ? countVitest(report, exit) : { passed: exit === 0 ? 1 : 0, failed: exit === 0 ? 0 : 1, skipped: 0 };
  } catch {
    counts = { passed: 0, failed: 1, skipped: 0 };
  }
  console.log(`── ${step.name}: ${counts.failed === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return counts;
}

/** Runs all steps, also after a failure, prints the closing line and sets the exit code. */
export function runSteps(steps: readonly Step[]): void {
  const sum: Counts = { passed: 0, failed: 0, skipped: 0 };
  const broken: string[] = [];
  for (const step of steps) {
    const counts = runStep(step);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
    if (counts.failed > 0) broken.push(step.name);
  }
  if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}
