// Case folders under a path: companies.csv, flows.csv and truth.csv each.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type CaseFlow = {
  readonly id: string;
  readonly company: string;
  readonly giving: boolean;
  readonly words: string;
  readonly kind: string;
};
export type TruePair = { readonly key: string; readonly surplus: string; readonly knows: string; readonly language: string };
export type Case = {
  readonly name: string;
  readonly companiesCsv: string;
  readonly flowsCsv: string;
  readonly flows: readonly CaseFlow[];
  readonly truth: readonly TruePair[];
};

export const pairKey = (surplus: string, need: string): string => `${surplus}>${need}`;

type Row = Readonly<Record<string, string>>;
const rows = (text: string): readonly Row[] => parse(text, { bom: true, columns: true, relax_column_count: true });
const noted = (row: Row, name: string): string => new RegExp(`(?:^|;)\\s*${name}=([^;]+)`, 'u').exec(row['note'] ?? '')?.[1]?.trim() ?? '?';

const readCase = (name: string, dir: string): Case => {
  const text = (file: string): string => readFileSync(join(dir, file), 'utf8');
  const flowsCsv = text('flows.csv');
  return {
    name,
    companiesCsv: text('companies.csv'),
    flowsCsv,
    flows: rows(flowsCsv).map((row) => ({
      id: row['flow_id'] ?? '',
      company: row['company_id'] ?? '',
      giving: row['direction'] === 'surplus',
      words: row['resource'] ?? '',
      kind: row['kind'] ?? '',
    })),
    truth: rows(text('truth.csv')).map((row) => ({
      key: pairKey(row['surplus_flow_id'] ?? '', row['need_flow_id'] ?? ''),
      surplus: row['surplus_flow_id'] ?? '',
      knows: noted(row, 'knows'),
      language: noted(row, 'lang'),
    })),
  };
};

/** Every folder right under `dir` that holds a flows.csv, by name. */
export const readCases = (dir: string): readonly Case[] =>
  readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(dir, entry.name, 'flows.csv')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => readCase(name, join(dir, name)));
