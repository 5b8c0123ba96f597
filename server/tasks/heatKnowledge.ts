// The heat part's own tables of data/, read once and joined with the reference tables.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Factor } from '../domain/factor.ts';
import { MEDIA, USUAL_LOADS } from '../heat/media.ts';
import { heatRules, type HeatRows, type HeatRules } from '../heat/parameters.ts';
import type { UsualHeats } from '../heat/statementOfFlow.ts';
import { ReferenceError, type ReferenceProblem } from '../reference/problem.ts';
import { readTable, type Placed } from '../reference/readTable.ts';
import { heatRow } from '../reference/tables.ts';
import { toFactor } from '../reference/toDomain.ts';

const number = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?$/)
  .transform(Number);
const numberOrNone = z.union([z.literal('').transform(() => Number.NaN), number]);
const text = z.string().min(1);

const mediaRow = z.object({
  resource: text,
  medium: z.enum([...MEDIA, 'none']),
  side: z.enum(['hot', 'cold', '']),
  load: z.enum([...USUAL_LOADS, '']),
  /** `stated`: not named as heat, so it is heat only where the row itself says so. */
  when: z.enum(['', 'stated']),
  supply_c: numberOrNone,
  supply_low: numberOrNone,
  supply_high: numberOrNone,
  return_c: numberOrNone,
  return_low: numberOrNone,
  return_high: numberOrNone,
  evidence: z.enum(['documented', 'judgement']),
  source: text,
});
type MediaRow = z.output<typeof mediaRow>;

export type HeatKnowledge = { readonly rules: HeatRules; readonly heats: UsualHeats };

const DATA = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'data');
const built = new WeakMap<HeatRows, HeatKnowledge>();

/** What the heat part knows, built once for a set of reference tables. Throws ReferenceError with every problem of its two tables. */
export function loadHeatKnowledge(reference: HeatRows, dir = DATA): HeatKnowledge {
  const before = built.get(reference);
  if (before !== undefined) return before;
  const problems: ReferenceProblem[] = [];
  const report = (problem: ReferenceProblem): void => void problems.push(problem);
  const rules = readTable(dir, 'heat-rules.csv', heatRow, report).map(({ row }): Factor => toFactor(row));
  const media = readTable(dir, 'heat-media.csv', mediaRow, report);
  for (const placed of media) checkMedia(placed, report);
  if (problems.length > 0) throw new ReferenceError(problems);
  const knowledge: HeatKnowledge = {
    rules: heatRules({ ...reference, rules: new Map(rules.map((row) => [row.id, row])) }),
    heats: heatsOf(media.map(({ row }) => row)),
  };
  built.set(reference, knowledge);
  return knowledge;
}

function checkMedia({ line, row }: Placed<MediaRow>, report: (problem: ReferenceProblem) => void): void {
  const wrong = (column: string, found: string, expected: string): void =>
    report({ file: 'heat-media.csv', line, column, found, expected });
  if (row.medium === 'none') return;
  if (row.side === '') wrong('side', row.side, 'hot or cold');
  if (row.load === '') wrong('load', row.load, USUAL_LOADS.join(', '));
  if (!(row.supply_low <= row.supply_c && row.supply_c <= row.supply_high))
    wrong('supply_c', String(row.supply_c), 'a number inside its range');
  if (!(row.return_low <= row.return_c && row.return_c <= row.return_high))
    wrong('return_c', String(row.return_c), 'a number inside its range');
  if (!(row.return_c <= row.supply_c)) wrong('return_c', String(row.return_c), 'at most the supply');
}

const heatsOf = (rows: readonly MediaRow[]): UsualHeats => ({
  usual: rows.flatMap(({ resource, medium, side, load, when, ...row }) =>
    medium === 'none' || side === '' || load === ''
      ? []
      : [
          {
            resource,
            medium,
            side,
            load,
            whenStated: when === 'stated',
            supply: { value: row.supply_c, low: row.supply_low, high: row.supply_high },
            return: { value: row.return_c, low: row.return_low, high: row.return_high },
          },
        ],
  ),
  noHeat: rows.filter((row) => row.medium === 'none').map((row) => row.resource),
});
