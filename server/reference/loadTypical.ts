// data/typical-flows.csv and data/typical-yields.csv, read and checked once.
import { join } from 'node:path';
import { z } from 'zod';
import { GIVING, TAKING } from '../domain/flow.ts';
import type { TypicalFlow, TypicalYield } from '../domain/typical.ts';
import { ReferenceError } from './problem.ts';
import type { ReferenceProblem } from './problem.ts';
import { readTable } from './readTable.ts';

const DATA = join(import.meta.dirname, '..', '..', 'data');
const text = z.string().min(1, 'a text');
const number = z
  .string()
  .refine((cell) => cell !== '' && Number.isFinite(Number(cell)) && Number(cell) >= 0, 'a number from 0')
  .transform(Number);
const degrees = z
  .string()
  .refine((cell) => Number.isFinite(Number(cell)), 'nothing, or °C')
  .transform((cell) => (cell === '' ? null : Number(cell)));
const evidence = z.enum(['documented', 'judgement'], 'documented or judgement');
const year = z
  .string()
  .regex(/^\d{4}$/u, 'a year of four digits')
  .transform(Number);

export const TYPICAL_TABLES = {
  'typical-flows.csv': z.strictObject({
    id: text,
    branch: text,
    driver_nb: text,
    driver_en: text,
    driver_unit: text,
    direction: z.enum(['in', 'out'], 'in or out'),
    role: z.enum([...GIVING, ...TAKING], 'a role'),
    words_nb: text,
    words_en: text,
    low: number,
    value: number,
    high: number,
    unit: text,
    temperature_c: degrees,
    year,
    evidence,
    source: text,
  }),
  'typical-yields.csv': z.strictObject({
    id: text,
    branch: text,
    name_nb: text,
    name_en: text,
    unit: text,
    low: number,
    value: number,
    high: number,
    year,
    evidence,
    source: text,
  }),
} as const;

export type Typical = { readonly flows: readonly TypicalFlow[]; readonly yields: readonly TypicalYield[] };

let known: Typical | null = null;

/** Throws a ReferenceError with every problem found; `branches` are the activities of the lexicon. */
export function loadTypical(branches: ReadonlySet<string>, dir: string = DATA): Typical {
  if (known !== null && dir === DATA) return known;
  const problems: ReferenceProblem[] = [];
  const report = (problem: ReferenceProblem): void => void problems.push(problem);
  const placed = (file: string, line: number, row: { branch: string; low: number; value: number; high: number }): void => {
    if (!branches.has(row.branch)) report({ file, line, column: 'branch', found: row.branch, expected: 'an id of lexicon-activities.csv' });
    if (!(row.low <= row.value && row.value <= row.high))
      report({ file, line, column: 'value', found: `${row.low} ${row.value} ${row.high}`, expected: 'low, value and high in order' });
  };
  const flows = readTable(dir, 'typical-flows.csv', TYPICAL_TABLES['typical-flows.csv'], report).map(({ file, line, row }) => {
    placed(file, line, row);
    return {
      id: row.id,
      branch: row.branch,
      driver: { nb: row.driver_nb, en: row.driver_en },
      driverUnit: row.driver_unit,
      direction: row.direction,
      role: row.role,
      words: { nb: row.words_nb, en: row.words_en },
      low: row.low,
      likely: row.value,
      high: row.high,
      unit: row.unit,
      temperature: row.temperature_c,
      year: row.year,
      evidence: row.evidence,
      source: row.source,
    };
  });
  const yields = readTable(dir, 'typical-yields.csv', TYPICAL_TABLES['typical-yields.csv'], report).map(({ file, line, row }) => {
    placed(file, line, row);
    return {
      id: row.id,
      branch: row.branch,
      name: { nb: row.name_nb, en: row.name_en },
      unit: row.unit,
      low: row.low,
      likely: row.value,
      high: row.high,
      evidence: row.evidence,
      source: row.source,
    };
  });
  if (problems.length > 0) throw new ReferenceError(problems);
  const typical = Object.freeze({ flows, yields });
  if (dir === DATA) known = typical;
  return typical;
}
