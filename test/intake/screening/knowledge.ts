// The reference tables that the reader needs, for tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { spreadsFrom } from '../../../server/domain/spread.ts';
import { unitTableFrom } from '../../../server/domain/units.ts';
import { checkLimitsFrom } from '../../../server/intake/screening/knowledge.ts';
import type { Knowledge } from '../../../server/intake/screening/knowledge.ts';

const rows = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(import.meta.dirname, '../../../data', file)), { columns: true, bom: true });
const codes = new Set(rows('waste-codes.csv').map((row) => (row['code'] ?? '').replaceAll(' ', '')));

export const knowledge: Knowledge = {
  units: unitTableFrom(rows('units.csv')).table,
  spreads: spreadsFrom(rows('spreads.csv')),
  limits: checkLimitsFrom(rows('intake-checks.csv')),
  wasteCode: (code) => codes.has(code),
};
