// What an export says beside a flow's own columns: each column of the file that no field is for under its own header, and of the fields what the
// record itself said, so that the file, taken in where it came from, changes nothing.
import type { Company } from '../domain/company.ts';
import type { Flow } from '../domain/flow.ts';
import { readDate } from '../domain/period.ts';
import type { Screening } from '../domain/screening.ts';
import { screeningKey } from '../domain/screeningIdentity.ts';
import type { Viewer } from '../domain/viewer.ts';
import { knownColumn, readHeader } from '../intake/screening/columns.ts';
import { UNKNOWN_WORD, clean } from '../intake/screening/cellContext.ts';
import { FIELDS, KEPT } from '../intake/screening/fields.ts';
import type { Field } from '../intake/screening/fields.ts';
import { isUnitOf } from '../intake/screening/readScreeningFile.ts';
import { intakeKnowledge } from './import/intakeKnowledge.ts';
import type { StoreReader } from './open.ts';

type Cells = Readonly<Record<string, string>>;

/** Cells by field, which hold over those of the export's columns; and those of further columns by header. `quantity`: the record's own cell. */
export type Beside = { readonly fields: Partial<Record<Field, string>>; readonly others: Cells; readonly quantity: string | null };

/** Facts of the company that each record may state for itself, or leave to others. */
const OF_COMPANY = ['company', 'municipality', 'nace', 'activity', 'lat', 'lon', 'org_number'] as const;

/** Kept as text beside a field that the export writes as it was understood: to be read once more they must not be. */
const UNDERSTOOD: ReadonlySet<string> = new Set(['price_unit', 'currency', 'quantity_min', 'quantity_max']);

export function readBeside(store: StoreReader, viewer: Viewer, cluster: string): (flow: Flow, company: Company) => Beside {
  const told = new Map<string, Beside>();
  const placedBySite = new Set<string>();
  const headerOf = headers();
  const columnsOf = ownColumns();
  store.asStated(viewer, cluster, (flow, { resource, sharing, sharingDecided, others, headers: names, cells }) => {
    const fields: Partial<Record<Field, string>> = {};
    if (!sharingDecided) fields.sharing = sharing ?? '';
    if (resource !== null) fields.resource_id = resource;
    const columns = columnsOf(names);
    const at = (field: Field): string | undefined => textAt(names, cells, columns.get(field));
    // A record that leaves its company to the one above says no more of it than that one.
    if ((at('company') ?? '') !== '')
      for (const field of OF_COMPANY) {
        const text = at(field);
        if (text !== undefined && isItself(field, text)) fields[field] = text;
        else if (text !== undefined && saysNothing(field, text)) fields[field] = '';
      }
    const beside: Record<string, string> = {};
    for (const [name, text] of Object.entries(others)) {
      if (name === 'org_number') fields[name] = text;
      else beside[headerOf(name)] = text;
    }
    if (others['site_id'] !== undefined) placedBySite.add(flow.slice(0, flow.lastIndexOf('-')));
    told.set(flow, { fields, others: beside, quantity: at('quantity') ?? null });
  });
  const screenings = new Map<string, Screening>();
  for (const one of store.screeningsOf(viewer, { cluster })) screenings.set(`${one.company}|${screeningKey(one.site, one.period)}`, one);
  return (flow, company) => {
    const { fields, others, quantity } = told.get(flow.id) ?? { fields: {}, others: {}, quantity: null };
    // An amount whose unit in the cell nobody knows (`5 bøtter`) is not to become one of the unit beside it.
    const unknown = flow.stated !== null && flow.annual === null && quantity !== null && !/[.,]/.test(quantity);
    const screening = screenings.get(`${flow.company}|${screeningKey(flow.site, flow.period)}`);
    return {
      fields: {
        ...(placedBySite.has(flow.company) ? ofNoSite(flow, others) : {}),
        ...ofSite(flow, company),
        ...fields,
        ...(unknown ? { quantity } : {}),
      },
      quantity,
      others: screening === undefined ? others : { ...others, ...screeningCells(screening, others) },
    };
  };
}

/** A text that stands for itself; numbers are written as they were understood. */
const isItself = (field: (typeof OF_COMPANY)[number], text: string): boolean =>
  field !== 'lat' && field !== 'lon' && field !== 'org_number' && text !== '' && !UNKNOWN_WORD.test(text);

function saysNothing(field: (typeof OF_COMPANY)[number], text: string): boolean {
  if (field === 'org_number') return text.replace(/\D/g, '').length < 9;
  if (field === 'lat' || field === 'lon') return text === '' || !(Math.abs(Number(text.replace(',', '.'))) <= (field === 'lat' ? 90 : 180));
  return field !== 'company' && text === '';
}

/** Where a record's site lies, as far as it is known apart from the company. */
function ofSite(flow: Flow, company: Company): Partial<Record<Field, string>> {
  const site = company.sites.find(({ name }) => name === flow.site);
  return site?.municipality ? { municipality: site.municipality } : {};
}

/** Where sites by their ids say where a company is, a record without one says nothing of it. */
const ofNoSite = (flow: Flow, others: Cells): Partial<Record<Field, string>> =>
  flow.site === null && others['site_id'] === undefined ? { municipality: '', lat: '', lon: '' } : {};

/** What holds of the screening and does not stand in the record's own words already. */
function screeningCells({ date, by, state }: Screening, others: Cells): Cells {
  const ownDate = others['screening_date'] === undefined ? null : readDate(others['screening_date']);
  return {
    ...(date === null || date === ownDate ? {} : { screening_made: date }),
    ...(by === null || by === (others['screened_by'] ?? null) ? {} : { screening_by: by }),
    ...(state === 'draft' ? {} : { screening_state: state }),
  };
}

/** The header under which a name is read as the same again: the name alone where it means nothing else. */
function headers(): (name: string) => string {
  const isUnit = isUnitOf(intakeKnowledge());
  const known = new Map<string, string>();
  const headerOf = (name: string): string => {
    if (UNDERSTOOD.has(name)) return `other: ${name}`;
    if (Object.hasOwn(FIELDS, name)) return FIELDS[name as keyof typeof FIELDS].header;
    const read = readHeader(name, isUnit)?.field ?? null;
    const plain = Object.hasOwn(KEPT, name) ? read === `other:${name}` : read === null && !/\d{4}|^other: /.test(name);
    return plain ? name : `other: ${name}`;
  };
  return (name) => {
    const header = known.get(name) ?? headerOf(name);
    known.set(name, header);
    return header;
  };
}

/** The columns of a table that alone have a field's name. */
function ownColumns(): (names: readonly string[]) => ReadonlyMap<Field, number> {
  const known = new Map<readonly string[], ReadonlyMap<Field, number>>();
  return (names) => {
    const before = known.get(names);
    if (before !== undefined) return before;
    const read = names.map((name) => knownColumn(name));
    const columns = new Map<Field, number>();
    read.forEach((field, i) => {
      if (field !== null && read.indexOf(field) === i && read.lastIndexOf(field) === i) columns.set(field as Field, i);
    });
    known.set(names, columns);
    return columns;
  };
}

function textAt(names: readonly string[], cells: readonly string[], column: number | undefined): string | undefined {
  if (column === undefined) return undefined;
  const text = clean(cells[column]) ?? '';
  return names[column]?.startsWith("'") === true && text.startsWith("'") ? text.slice(1) : text;
}
