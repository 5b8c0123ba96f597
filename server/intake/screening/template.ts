// The sheets of the screening template, and how their records join: company, site, process and flow ids.
import type { RawRecord, Table, TableHead } from '../table/types.ts';
import type { Field } from './fields.ts';
import type { ReaderSetup } from './flowReader.ts';
import type { Mapping } from './mapping.ts';
import type { PreambleFacts } from './preamble.ts';

/** `other`: nothing that a screening holds, or too little to make flows of. */
export type SheetKind = 'flows' | 'exchanges' | 'heat' | 'el' | 'water' | 'company' | 'site' | 'process' | 'project' | 'contact' | 'other';

export function sheetKind(mapping: Mapping, head: TableHead): SheetKind {
  const has = (field: Field): boolean => mapping.at.has(field);
  const amount =
    has('quantity') || has('quantity_in') || has('quantity_out') || has('quantity_min') || has('quantity_max') || has('month_1');
  if (has('source') && has('target') && (has('resource') || amount) && !has('direction')) return 'exchanges';
  const told = has('direction') || has('role') || has('quantity_in') || has('quantity_out') || mapping.direction !== null;
  if (has('resource') && told) return 'flows';
  if (has('medium') || (has('temperature_return') && has('power_max'))) return 'heat';
  if (has('other:water_type')) return 'water';
  if (has('other:voltage') || has('other:flexible_load') || (has('power_max') && has('other:grid_capacity'))) return 'el';
  if (has('other:project_title')) return 'project';
  if (has('other:knows_company')) return 'contact';
  // Amounts with a direction are flows whose resource column is not known: that is asked, not taken for a description.
  if (!has('resource') && told && amount) return 'other';
  if (has('process_id') && (has('process') || has('other:process_type') || has('other:capacity'))) return 'process';
  if (has('site_id') && (has('municipality') || has('other:address') || has('lat') || has('site'))) return 'site';
  if (has('resource') && /^(?:inn|in|ut|out|behov|overskudd|avfall|needs?|surplus|innsatsfaktorer|output|input)$/i.test(head.sheet ?? ''))
    return 'flows';
  if ((has('org_number') || has('company_id')) && !has('resource')) return 'company';
  return 'other';
}

/** What a sheet of one kind of flow says by being what it is. */
export function describesOther(kind: SheetKind): Partial<PreambleFacts> {
  if (kind === 'el') return { words: 'Strøm', direction: { direction: 'in', role: 'unknown' } };
  if (kind === 'heat') return { words: 'Varme', direction: { direction: 'out', role: 'unknown' } };
  if (kind === 'water') return { direction: { direction: 'in', role: 'unknown' } };
  return {};
}

type Facts = Readonly<Record<string, string>>;

export type Companions = {
  readonly companies: ReadonlyMap<string, Facts>;
  readonly sites: ReadonlyMap<string, Facts>;
  readonly processes: ReadonlyMap<string, Facts>;
  /** By flow id: what the heat, el and water sheets add. */
  readonly flows: ReadonlyMap<string, Facts>;
  readonly flowIds: ReadonlySet<string>;
  /** Whether records of this sheet may be flows of their own. */
  readonly standsAlone: (kind: SheetKind) => boolean;
};

type Described = { readonly table: Table; readonly kind: SheetKind; readonly mapping: Mapping };

/** Reads the sheets that describe, once, and the ids of the flows. `before`: what other files said. */
export async function readCompanions(tables: readonly Described[], before: Companions | null): Promise<Companions> {
  const companies = new Map(before?.companies);
  const sites = new Map(before?.sites);
  const processes = new Map(before?.processes);
  const flows = new Map(before?.flows);
  const flowIds = new Set(before?.flowIds);
  for (const { table, kind, mapping } of tables) {
    if (kind === 'exchanges' || kind === 'other' || kind === 'project' || kind === 'contact') continue;
    for await (const records of table.records()) {
      for (const record of records) {
        const facts = factsOf(record, mapping);
        const id = facts['flow_id'];
        if (kind === 'flows') {
          if (id !== undefined) flowIds.add(id);
        } else if (kind === 'company') {
          for (const key of [facts['org_number']?.replace(/\s/g, ''), facts['company_id'], facts['company']])
            if (key !== undefined) companies.set(key, facts);
        } else if (kind === 'site') {
          if (facts['site_id'] !== undefined) sites.set(facts['site_id'], facts);
        } else if (kind === 'process') {
          const key = facts['process_id'];
          if (key !== undefined) processes.set(processKey(key, facts['site_id'] ?? facts['org_number'] ?? ''), facts);
          if (key !== undefined && !processes.has(key)) processes.set(key, facts);
        } else if (id !== undefined) flows.set(id, facts);
      }
    }
  }
  return {
    companies,
    sites,
    processes,
    flows,
    flowIds,
    standsAlone: (kind) => kind === 'flows' || kind === 'heat' || kind === 'el' || kind === 'water',
  };
}

const processKey = (process: string, place: string): string => `${place}\u001f${process}`;

function factsOf(record: RawRecord, mapping: Mapping): Facts {
  const facts: Record<string, string> = {};
  mapping.fields.forEach((field, i) => {
    const text = (record.cells[i] ?? '').trim();
    if (field !== null && text !== '') {
      facts[field] = text;
      if (field === 'quantity' && mapping.units[i]) facts['unit'] ??= mapping.units[i] ?? '';
      if (field === 'power_max' && mapping.units[i]) facts[field] = `${text} ${mapping.units[i]}`;
    }
  });
  return facts;
}

/** What each describing sheet may fill in where the flow's own cell is blank. */
const FILLS: Readonly<Record<'company' | 'site' | 'process' | 'flow', readonly Field[]>> = {
  company: [
    'company',
    'org_number',
    'nace',
    'activity',
    'sharing',
    'municipality',
    'other:screening_date',
    'other:screened_by',
    'other:screening_state',
  ],
  site: ['municipality', 'lat', 'lon', 'days', 'site', 'org_number'],
  process: ['process', 'org_number', 'site_id'],
  flow: [
    'temperature',
    'temperature_return',
    'hours',
    'profile',
    'medium',
    'power_max',
    'power_mean',
    'mass_flow',
    'quantity',
    'unit',
    'temperature_needed',
    'org_number',
    'site_id',
    'process_id',
  ],
};

export type Join = {
  readonly setup: ReaderSetup;
  readonly cells: (cells: readonly string[]) => readonly string[];
  /** True where the record only adds to a flow of another sheet. */
  readonly taken: (cells: readonly string[]) => boolean;
};

/** Widens a table of flows by the columns that other sheets fill in. */
export function joinTo(setup: ReaderSetup, companions: Companions, kind: SheetKind): Join {
  const at = new Map(setup.mapping.at);
  const fields = [...setup.mapping.fields];
  const units = [...setup.mapping.units];
  const headers = [...setup.head.headers];
  for (const field of new Set(Object.values(FILLS).flat())) {
    // What carries the heat names a heat flow; the other sheets have their own words.
    if (at.has(field) || (field === 'medium' && (kind === 'el' || kind === 'water'))) continue;
    at.set(field, fields.length);
    fields.push(field);
    units.push(null);
    headers.push(field);
  }
  // Days and dry matter are read as numbers wherever they come from.
  const column = (field: Field): number => at.get(field) ?? -1;
  const fill = (cells: string[], facts: Facts | undefined, which: readonly Field[]): void => {
    if (facts === undefined) return;
    const hadQuantity = (cells[column('quantity')] ?? '').trim() !== '';
    for (const field of which) {
      const value = facts[field];
      const i = column(field);
      if (value === undefined || (cells[i] ?? '').trim() !== '') continue;
      if ((field === 'unit' || field === 'quantity') && hadQuantity) continue;
      cells[i] = value;
    }
  };
  const get = (cells: readonly string[], field: Field): string => (cells[column(field)] ?? '').trim();
  const join = (original: readonly string[]): readonly string[] => {
    const cells = Array.from({ length: fields.length }, (_, i) => original[i] ?? '');
    fill(cells, companions.flows.get(get(cells, 'flow_id')), FILLS.flow);
    fill(
      cells,
      companions.processes.get(processKey(get(cells, 'process_id'), get(cells, 'site_id') || get(cells, 'org_number'))) ??
        companions.processes.get(get(cells, 'process_id')),
      FILLS.process,
    );
    fill(cells, companions.sites.get(get(cells, 'site_id')), FILLS.site);
    const company =
      companions.companies.get(get(cells, 'org_number').replace(/\s/g, '')) ??
      companions.companies.get(get(cells, 'company_id')) ??
      companions.companies.get(get(cells, 'company'));
    // One company in the whole set needs no key.
    fill(
      cells,
      company ??
        (get(cells, 'company') === '' && new Set(companions.companies.values()).size === 1
          ? [...companions.companies.values()][0]
          : undefined),
      FILLS.company,
    );
    return cells;
  };
  const ids = setup.mapping.at.get('flow_id');
  const taken = (cells: readonly string[]): boolean =>
    kind !== 'flows' && ids !== undefined && companions.flowIds.has((cells[ids] ?? '').trim());
  return { setup: { ...setup, head: { ...setup.head, headers }, mapping: { ...setup.mapping, at, fields, units } }, cells: join, taken };
}
