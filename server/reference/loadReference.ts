// data/*.csv, read and checked once, as values.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  DegreeDays,
  Factor,
  GlossaryTerm,
  LegalFlag,
  NaceName,
  PipeSize,
  SourceNote,
  SteamPoint,
  WasteCode,
} from '../domain/factor.ts';
import type { Resource, ResourceId } from '../domain/resource.ts';
import type { SynergyRule, UseType } from '../domain/rule.ts';
import { checkTables } from './checkTables.ts';
import { ReferenceError, type ReferenceProblem } from './problem.ts';
import { readRawRows } from './readTable.ts';
import { readTables } from './readTables.ts';
import * as to from './toDomain.ts';

export type Reference = {
  /** `units.csv` and `spreads.csv` as they stand; the unit table and the spreads check them. */
  readonly units: readonly Readonly<Record<string, string>>[];
  readonly spreads: readonly Readonly<Record<string, string>>[];
  /** In the table's order, parents before children. */
  readonly resources: ReadonlyMap<ResourceId, Resource>;
  readonly rules: readonly SynergyRule[];
  /** What the rules' `useType` means, by its word. */
  readonly useTypes: ReadonlyMap<string, UseType>;
  /** Words that mean two things, in lower case, with the resources they may mean; the classifier should not be sure of one. */
  readonly sharedWords: ReadonlyMap<string, readonly ResourceId[]>;
  /** By six digits. */
  readonly wasteCodes: ReadonlyMap<string, WasteCode>;
  /** Rows of `factors.csv` and of `heat.csv` (group `heat`). */
  readonly factors: ReadonlyMap<string, Factor>;
  /** Rows of `heat.csv` alone. */
  readonly heat: ReadonlyMap<string, Factor>;
  /** Smallest first. */
  readonly pipes: readonly PipeSize[];
  /** Lowest pressure first. */
  readonly steam: readonly SteamPoint[];
  /** Place by place, January first. */
  readonly degreeDays: readonly DegreeDays[];
  readonly legalFlags: ReadonlyMap<string, LegalFlag>;
  /** By division, such as `C16`. */
  readonly nace: ReadonlyMap<string, NaceName>;
  readonly glossary: readonly GlossaryTerm[];
  readonly sources: ReadonlyMap<string, SourceNote>;
};

const DATA = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'data');
const loaded = new Map<string, Reference>();

const byKey = <Value>(values: readonly Value[], key: (value: Value) => string): ReadonlyMap<string, Value> =>
  new Map(values.map((value) => [key(value), value]));

function read(dir: string): Reference {
  const problems: ReferenceProblem[] = [];
  const report = (problem: ReferenceProblem): void => void problems.push(problem);
  const tables = readTables(dir, report);
  checkTables(tables, report);
  const raw = (file: string): Reference['units'] => (existsSync(join(dir, file)) ? Object.freeze(readRawRows(dir, file, report)) : []);
  const units = raw('units.csv');
  const spreads = raw('spreads.csv');
  const ruleWords = new Map(raw('rule-words.csv').map(({ en = '', nb = '' }) => [en, nb]));
  if (problems.length > 0) throw new ReferenceError(problems);

  const values = <Row, Value>(placed: readonly { readonly row: Row }[], make: (row: Row) => Value): readonly Value[] =>
    Object.freeze(placed.map(({ row }) => make(row)));
  const heat = values(tables['heat.csv'], to.toFactor);
  return Object.freeze({
    units,
    spreads,
    resources: byKey(values(tables['resources.csv'], to.toResource), (resource) => resource.id),
    rules: values(tables['rules.csv'], (row) => to.toRule(row, ruleWords)),
    useTypes: byKey(values(tables['use-types.csv'], to.toUseType), (type) => type.id),
    sharedWords: new Map(tables['shared-words.csv'].map(({ row }) => [row.word.toLowerCase(), row.resource_ids])),
    wasteCodes: byKey(values(tables['waste-codes.csv'], to.toWasteCode), (code) => code.code),
    factors: byKey([...values(tables['factors.csv'], to.toFactor), ...heat], (factor) => factor.id),
    heat: byKey(heat, (factor) => factor.id),
    pipes: values(tables['pipes.csv'], to.toPipe),
    steam: values(tables['steam.csv'], to.toSteam),
    degreeDays: values(tables['degree-days.csv'], to.toDegreeDays),
    legalFlags: byKey(values(tables['legal-flags.csv'], to.toLegalFlag), (flag) => flag.flag),
    nace: byKey(values(tables['nace-codes.csv'], to.toNace), (name) => name.code),
    glossary: values(tables['glossary.csv'], to.toTerm),
    sources: byKey(values(tables['sources.csv'], to.toSource), (source) => source.name),
  });
}

/**
 * The reference tables, read once per directory and process. Throws a ReferenceError with every problem (file, line, column, found, expected)
 * where a table is missing or wrong: a program must not run on half of them.
 */
export function loadReference(dir: string = DATA): Reference {
  const before = loaded.get(dir);
  if (before !== undefined) return before;
  const reference = read(dir);
  loaded.set(dir, reference);
  return reference;
}
