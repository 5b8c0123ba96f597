import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../server/reference/readTable.ts';
import { readTables } from '../../server/reference/readTables.ts';
import { TABLES } from '../../server/reference/tables.ts';
import { checkTables } from '../../server/reference/checkTables.ts';
import type { ReferenceProblem } from '../../server/reference/problem.ts';

const DATA = join(import.meta.dirname, '..', '..', 'data');
const README = readFileSync(join(DATA, 'README.md'), 'utf8');
const NAMES = Object.keys(TABLES) as (keyof typeof TABLES)[];
const rowsOf = (file: string): Record<string, string>[] => parse(readFileSync(join(DATA, file)), { columns: true, bom: true });

describe.each(NAMES)('%s', (name) => {
  const raw = rowsOf(name);

  it('has a value of the right kind in every cell of every row', () => {
    const problems: ReferenceProblem[] = [];
    const rows = readTable(DATA, name, TABLES[name], (problem) => problems.push(problem));
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(raw.length);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('has its columns and its number of rows, documented and judged, in the README', () => {
    const count = (evidence: string): number => raw.filter((row) => row['evidence'] === evidence).length;
    const known = name === 'sources.csv' ? '- | -' : `${count('documented')} | ${count('judgement')}`;
    expect(README).toContain(`| ${name} | ${raw.length} | ${known} |`);
    expect(README).toContain(`- \`${name}\`: ${Object.keys(TABLES[name].shape).join(', ')}\n`);
  });
});

describe('all tables together', () => {
  it('hold what they promise each other', () => {
    const problems: ReferenceProblem[] = [];
    const report = (problem: ReferenceProblem): void => void problems.push(problem);
    checkTables(readTables(DATA, report), report);
    expect(problems).toEqual([]);
  });

  it('have the groups of factors and their sizes in the README', () => {
    const groups = Map.groupBy(rowsOf('factors.csv'), (row) => row['group'] ?? '');
    for (const [group, rows] of groups) expect(README).toContain(`- \`${group}\` (${rows.length})`);
  });

  it.each(NAMES)('%s names no source that a reader cannot look up', (name) => {
    const doubtful = rowsOf(name).filter((row) => /\.md\b|shared\/|^seed\b/u.test(row['source'] ?? ''));
    expect(doubtful).toEqual([]);
  });

  it('end each line with a line feed alone, in UTF-8 without a mark', () => {
    for (const name of readdirSync(DATA).filter((each) => (NAMES as readonly string[]).includes(each))) {
      const text = readFileSync(join(DATA, name), 'utf8');
      expect(text).not.toContain('\r');
      expect(text.startsWith('\uFEFF')).toBe(false);
      expect(text.endsWith('\n')).toBe(true);
    }
  });
});

describe('the demo cluster', () => {
  const demo = (file: string): Record<string, string>[] =>
    parse(readFileSync(join(DATA, '..', 'fixtures', 'demo', file)), { columns: true, bom: true });

  it('names resources, divisions and waste codes that the tables know', () => {
    const resources = new Set(rowsOf('resources.csv').map((row) => row['id']));
    const codes = new Set(rowsOf('waste-codes.csv').map((row) => row['code']));
    const unknown = demo('demo-cluster.csv').filter(
      (row) => !resources.has(row['resource_id']) || (row['ewc_suggested'] !== '' && !codes.has(row['ewc_suggested']?.replace('*', ''))),
    );
    expect(unknown.map((row) => row['flow_id'])).toEqual([]);
  });

  it('leans on rules that are still there', () => {
    const rules = new Set(rowsOf('rules.csv').map((row) => row['id']));
    const lost = demo('demo-synergies.csv').filter(
      (row) => (row['knowledge_rule'] ?? '').startsWith('SYN') && !rules.has(row['knowledge_rule']),
    );
    expect(lost.map((row) => row['id'])).toEqual([]);
  });
});
