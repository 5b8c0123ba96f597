// What is stored of a company as rows of the grid: the same cells that our own export writes, and what its file said beside them.
import type { Language } from '../../contract/errors.ts';
import { ENTRY_FACTS, ENTRY_FIELDS } from '../../domain/entry.ts';
import type { EntryContent, EntryField, EntryRow } from '../../domain/entry.ts';
import { AppError } from '../../domain/errors.ts';
import { DEFAULT_SHARING } from '../../domain/sharing.ts';
import type { Viewer } from '../../domain/viewer.ts';
import { readHeader } from '../../intake/screening/columns.ts';
import { byPlace, cell, COLUMNS } from '../exportCluster.ts';
import type { StoreReader } from '../open.ts';

const NUMBERS: ReadonlySet<string> = new Set(['quantity', 'temperature', 'temperature_return', 'hours', 'price']);
const IN_GRID: ReadonlySet<string> = new Set<string>([...ENTRY_FIELDS, ...ENTRY_FACTS]);
/** Fields of other columns that the grid's own cells hold already. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'year', 'period_from', 'period_to', 'quantity_in', 'quantity_out', 'quantity_min', 'quantity_max', 'temperature_min', 'temperature_max', 'price_unit',
  'other:row_number',
]); // prettier-ignore

const WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  in: { nb: 'inn', en: 'in' },
  out: { nb: 'ut', en: 'out' },
  surplus: { nb: 'overskudd', en: 'surplus' },
  waste: { nb: 'avfall', en: 'waste' },
  emission: { nb: 'utslipp', en: 'emission' },
  loss: { nb: 'tap', en: 'loss' },
  product: { nb: 'produkt', en: 'product' },
  need: { nb: 'behov', en: 'need' },
  input: { nb: 'innsats', en: 'input' },
  measured: { nb: 'målt', en: 'measured' },
  calculated: { nb: 'beregnet', en: 'calculated' },
  estimated: { nb: 'anslått', en: 'estimated' },
  typical: { nb: 'typisk', en: 'typical' },
};
const WORD_FIELDS: ReadonlySet<string> = new Set(['direction', 'role', 'data_quality']);

/** A number as the language writes it. */
export const localNumber = (text: string, language: Language): string =>
  language === 'nb' ? text.replaceAll(/(\d)\.(\d)/g, '$1,$2') : text;

/** Throws `company.unknown`. The rows have the ids of their flows. */
export function storedContent(store: StoreReader, viewer: Viewer, id: string, language: Language): EntryContent {
  const company = store.company(viewer, id);
  if (company === null) throw new AppError('company.unknown');
  const [cluster = ''] = store.clustersOf(viewer, id);
  const flows = store.flowsOf(viewer, { company: id, periods: 'latest' }).toSorted((a, b) => byPlace(a, b));
  const besideOf = otherColumns(store, viewer);
  const columns = COLUMNS.filter(([field]) => (ENTRY_FIELDS as readonly string[]).includes(field));
  const rows = flows.map((flow): EntryRow => {
    const cells: Partial<Record<EntryField, string>> = {};
    const put = (field: EntryField, text: string): void => {
      if (text !== '') cells[field] = text;
    };
    const beside = besideOf(flow.id, flow.source);
    for (const [field, of] of columns) {
      // What nobody said is no statement: the usual level stands in no cell.
      if (field === 'sharing' && flow.sharing === DEFAULT_SHARING && !beside.saysSharing) continue;
      const text = cell(of(flow, company));
      if (NUMBERS.has(field)) put(field as EntryField, localNumber(text, language));
      else put(field as EntryField, WORD_FIELDS.has(field) ? (WORDS[text]?.[language] ?? text) : text);
    }
    if (typeof flow.temperature === 'object' && flow.temperature !== null)
      put('temperature', localNumber(`${cell(flow.temperature.min)} - ${cell(flow.temperature.max)}`, language));
    const stated = flow.resources.find(({ how }) => how === 'code');
    if (stated !== undefined) put('resource_id', stated.resource);
    return { id: flow.id, cells, others: beside.others, question: null, flow: flow.id };
  });
  return {
    cluster,
    company: id,
    facts: {
      company: company.name,
      org_number: company.orgNumber ?? '',
      municipality: company.municipality ?? '',
      nace: company.nace ?? '',
      activity: company.activity ?? '',
    },
    rows,
    decimal: null,
  };
}

type Where = { readonly importId: number; readonly file: string; readonly sheet: string | null } | null;

/** What a record says in columns that the grid does not have, and whether it says who may see the flow. */
type Beside = { readonly others: Readonly<Record<string, string>>; readonly saysSharing: boolean };
const NOTHING: Beside = { others: {}, saysSharing: false };

/** Files that have nothing beside the grid's own columns are looked at once. */
function otherColumns(store: StoreReader, viewer: Viewer): (flow: string, source: Where) => Beside {
  const plain = new Set<string>();
  return (flow, source) => {
    const table = source === null ? '' : `${source.importId}|${source.file}|${source.sheet}`;
    if (source === null || plain.has(table)) return NOTHING;
    const cells = store.sourceOf(viewer, flow)?.cells ?? [];
    const others = cells.filter(({ header }) => isOther(header));
    const sharing = cells.filter(({ header }) => fieldOf(header) === 'sharing');
    if (others.length === 0 && sharing.length === 0) plain.add(table);
    return {
      others: Object.fromEntries(others.flatMap(({ header, text }) => (text.trim() === '' ? [] : [[header, text]]))),
      saysSharing: sharing.some(({ text }) => text.trim() !== ''),
    };
  };
}

const fieldOf = (header: string): string | null => readHeader(header, () => true)?.field ?? null;

function isOther(header: string): boolean {
  if (header.trim() === '') return false;
  const field = fieldOf(header);
  return field === null || !(IN_GRID.has(field) || ELSEWHERE.has(field) || field.startsWith('month_'));
}
