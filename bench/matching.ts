// How well matching finds documented exchanges: `npm run bench -- matching [CASES_DIR] [--each]`.
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { loadLexicon } from '../server/reference/loadLexicon.ts';
import { loadReference } from '../server/reference/loadReference.ts';
import { createKnowledge } from '../server/matching/knowledge.ts';
import { matchFiles, matchTools } from '../server/tasks/matchFiles.ts';
import { readMatchTables } from '../server/tasks/matchKnowledge.ts';
import { createClassifier } from '../server/taxonomy/classifier.ts';
import { asLine } from './figures.ts';
import { baseline, BASELINES } from './matching/baselines.ts';
import { FITTED, leaveOneOut, trialsOf, type Row } from './matching/leaveOneOut.ts';
import { interval, meanOf, measureCase, MEASURES, type CaseResult, type Prediction } from './matching/measures.ts';
import { readCases, type Case } from './matching/readCases.ts';

const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures');

export type Matcher = (one: Case) => readonly Prediction[];

/** The product's own matching of a case, from its two files; with other rows of data/matching.csv where they are given. */
export function createMatchers(): (rows?: readonly Row[]) => Matcher {
  const reference = loadReference();
  const lexicon = loadLexicon(new Set(reference.resources.keys()));
  const tools = matchTools(reference, createClassifier({ ...reference, lexicon }));
  return (rows) => {
    const own = rows === undefined ? tools : { ...tools, knowledge: createKnowledge(reference, { ...readMatchTables(), settings: rows }) };
    return (one) => matchFiles(one, own).run.matches;
  };
}
export const createMatcher = (): Matcher => createMatchers()();

const REACH = [
  { measure: 'rprec', what: 'R-precision', reach: 0.65 },
  { measure: 'mrr', what: 'MRR', reach: 0.82 },
  { measure: 'fifth', what: 'recall in the first fifth of the pairs', reach: 0.95 },
] as const;

const number = (value: number): string => value.toFixed(3).padStart(8);
const line = (name: string, results: readonly CaseResult[]): string => {
  const mean = meanOf(results);
  return name.padEnd(26) + MEASURES.map((measure) => number(mean[measure])).join('');
};

function group(title: string, results: readonly CaseResult[], key: 'knows' | 'language'): string {
  const groups = new Map<string, { count: number; found: number; top: number }>();
  for (const pair of results.flatMap(({ pairs }) => pairs)) {
    const sums = groups.get(pair[key]) ?? { count: 0, found: 0, top: 0 };
    sums.count += 1;
    sums.found += pair.rank < Infinity ? 1 : 0;
    sums.top += pair.top ? 1 : 0;
    groups.set(pair[key], sums);
  }
  const parts = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { count, found, top }]) => `${name} n=${count} all=${(found / count).toFixed(2)} topR=${(top / count).toFixed(2)}`);
  return `by ${title}: ${parts.join(' | ')}`;
}

export function report(dir: string, match: (one: Case) => readonly Prediction[], each: boolean): string {
  const cases = readCases(dir);
  const results = cases.map((one) => measureCase(one, match(one)));
  const lines = [`${cases.length} cases under ${dir}`, ' '.repeat(26) + MEASURES.map((measure) => measure.padStart(8)).join('')];
  if (each) for (const result of results) lines.push(line(`  ${result.name}`, [result]));
  lines.push(line('matching', results));
  lines.push(
    '  95 % interval'.padEnd(26) +
      MEASURES.map((measure) =>
        interval(results, measure)
          .map((end) => end.toFixed(2))
          .join('-')
          .padStart(10),
      ).join(''),
  );
  for (const language of new Set(results.flatMap(({ pairs }) => pairs.map((pair) => pair.language)))) {
    lines.push(
      line(
        `  cases in ${language}`,
        results.filter(({ pairs }) => pairs[0]?.language === language),
      ),
    );
  }
  for (const { measure, what, reach } of REACH) {
    const value = meanOf(results)[measure];
    lines.push(asLine(`${what}, ${basename(dir)}`, value.toFixed(3), String(reach), value >= reach));
  }
  for (const name of BASELINES)
    lines.push(
      line(
        `${name} baseline`,
        cases.map((one) => measureCase(one, baseline(one, name))),
      ),
    );
  lines.push(group('knowledge', results, 'knows'), group('language', results, 'language'));
  return lines.join('\n');
}

/** The cases that come with the program, each ranked with the fitted weights that suit the others best. */
export function reportLeaveOneOut(cases: readonly Case[], matchers: (rows: readonly Row[]) => Matcher): string {
  const trials = trialsOf(readMatchTables().settings);
  const results = trials.map(({ rows }) => {
    const match = matchers(rows);
    return cases.map((one) => measureCase(one, match(one)));
  });
  const left = leaveOneOut(results);
  const chosen = trials
    .map(({ name }, at) => ({ name, times: left.filter(({ trial }) => trial === at).length }))
    .filter(({ times }) => times > 0);
  return [
    `leave one case out: ${FITTED.join(', ')} at their value or an end of their range, chosen on the other cases`,
    ' '.repeat(26) + MEASURES.map((measure) => measure.padStart(8)).join(''),
    line('as it stands', results[0] ?? []),
    line(
      'leave one out',
      left.map(({ result }) => result),
    ),
    `chosen: ${chosen.map(({ name, times }) => `${name} (${times})`).join(', ')}`,
  ].join('\n');
}

/** Prints the figures of every directory of cases given, else of the cases that come with the program. */
export function run(words: readonly string[]): void {
  const given = words.filter((word) => !word.startsWith('--')).map((word) => resolve(word));
  const dirs = given.length > 0 ? given : [join(FIXTURES, 'cases'), join(FIXTURES, 'cases-own')].filter((dir) => existsSync(dir));
  const matchers = createMatchers();
  const match = matchers();
  for (const dir of dirs) console.log(report(dir, match, !words.includes('--short')));
  if (given.length === 0) console.log(reportLeaveOneOut(dirs.flatMap(readCases), matchers));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) run(process.argv.slice(2));
