import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { baseline, BASELINES } from '../../bench/matching/baselines.ts';
import { createMatcher } from '../../bench/matching.ts';
import { meanOf, measureCase } from '../../bench/matching/measures.ts';
import { readCases } from '../../bench/matching/readCases.ts';

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const cases = readCases(path('fixtures/cases'));

/** What the scorer says, with the same predictions or its own baseline. */
function scored(...words: readonly string[]): Readonly<Record<string, number>> {
  const dir = mkdtempSync(join(tmpdir(), 'flytkart-score-'));
  try {
    const out = join(dir, 'out.json');
    execFileSync(process.execPath, [path('test/scorer/score.mjs'), '--cases', path('fixtures/cases'), '--json', out, ...words]);
    return JSON.parse(readFileSync(out, 'utf8')).mean;
  } finally {
    rmSync(dir, { recursive: true });
  }
}

describe('the figures of the bench are those of the scorer', () => {
  it('for the matches of the program', () => {
    const match = createMatcher();
    const predictions = new Map(cases.map((one) => [one.name, match(one)]));
    const dir = mkdtempSync(join(tmpdir(), 'flytkart-predictions-'));
    try {
      const file = join(dir, 'predictions.json');
      const short = [...predictions].map(([name, matches]) => [
        name,
        matches.map(({ surplus, need, score }) => ({ surplus, need, score })),
      ]);
      writeFileSync(file, JSON.stringify(Object.fromEntries(short)));
      const mean = meanOf(cases.map((one) => measureCase(one, predictions.get(one.name) ?? [])));
      const theirs = scored('--predictions', file);
      for (const name of ['recall', 'rprec', 'mrr', 'ndcg', 'ap'] as const) expect(mean[name]).toBeCloseTo(theirs[name] ?? -1, 12);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });

  it.each(BASELINES)('for the %s baseline', (name) => {
    const mean = meanOf(cases.map((one) => measureCase(one, baseline(one, name))));
    const theirs = scored('--baseline', name);
    for (const measure of ['recall', 'rprec', 'mrr', 'ndcg', 'ap'] as const) expect(mean[measure]).toBeCloseTo(theirs[measure] ?? -1, 12);
  });
});
