// What an answer to each quick question is, before anything is written: which way it goes, its role, and the unit most answers have. Pure.
import type { EntryRowShown } from '../../server/contract/entry.ts';
import type { Direction, Role } from '../../server/domain/flow.ts';
import type { Question } from '../words/quick.ts';
import { blankRow } from './sheet.ts';
import type { Sheet } from './sheet.ts';

type Kind = {
  readonly direction: Direction;
  readonly role: Role;
  readonly unit: 'mass' | 'energy' | 'volume';
  /** Warmth is asked for. */
  readonly hot: boolean;
  /** What nearly every answer is. */
  readonly usual?: { readonly nb: string; readonly en: string };
};

export const KINDS: Readonly<Record<Question, Kind>> = {
  product: { direction: 'out', role: 'product', unit: 'mass', hot: false },
  raw: { direction: 'in', role: 'input', unit: 'mass', hot: false },
  byproduct: { direction: 'out', role: 'surplus', unit: 'mass', hot: false },
  waste: { direction: 'out', role: 'waste', unit: 'mass', hot: false },
  heatOut: { direction: 'out', role: 'surplus', unit: 'energy', hot: true },
  heatIn: { direction: 'in', role: 'need', unit: 'energy', hot: true },
  cold: { direction: 'in', role: 'need', unit: 'energy', hot: true },
  power: { direction: 'in', role: 'input', unit: 'energy', hot: false, usual: { nb: 'Elektrisitet', en: 'Electricity' } },
  fuel: { direction: 'in', role: 'input', unit: 'energy', hot: false },
  water: { direction: 'in', role: 'input', unit: 'volume', hot: false },
  emission: { direction: 'out', role: 'emission', unit: 'mass', hot: false },
  wanted: { direction: 'in', role: 'need', unit: 'mass', hot: false },
};

const TEXTS = {
  nb: { in: 'inn', out: 'ut', mass: 'tonn/år', energy: 'MWh/år', volume: 'm3/år', estimated: 'anslått' },
  en: { in: 'in', out: 'out', mass: 't/year', energy: 'MWh/year', volume: 'm3/year', estimated: 'estimated' },
} as const;

export type AnswerField = 'resource' | 'quantity' | 'unit' | 'temperature';
export const unitOf = (question: Question, language: 'nb' | 'en'): string => TEXTS[language][KINDS[question].unit];

/** Answers of one question, in the order they were given. */
export const answersTo = (sheet: Sheet, question: Question): EntryRowShown[] => sheet.rows.filter((row) => row.question === question);

/**
 * Writes one field of the answer with this id, or of a new one where `id` is null. An answer has the question's direction and role, and is an
 * estimate unless its row says otherwise.
 */
export function answer(
  sheet: Sheet,
  question: Question,
  id: string | null,
  field: AnswerField,
  text: string,
  language: 'nb' | 'en',
): Sheet {
  const kind = KINDS[question];
  const words = TEXTS[language];
  const before = id === null ? blankRow(new Set(sheet.rows.map((row) => row.id)), question) : sheet.rows.find((row) => row.id === id);
  if (before === undefined || (before.cells[field] ?? '') === text) return sheet;
  const cells = { ...before.cells, [field]: text };
  if ((cells.resource ?? '') === '' && kind.usual !== undefined && field === 'quantity') cells.resource = kind.usual[language];
  // Words that are others have another meaning.
  if (field === 'resource') delete cells.resource_id;
  const says = [cells.resource, cells.quantity, cells.temperature].some((one) => (one ?? '').trim() !== '');
  // An answer that says nothing stands blank where it stood, so that the others do not move while somebody types; blank rows are never read.
  if (!says) return id === null ? sheet : { ...sheet, rows: sheet.rows.map((row) => (row.id === id ? { ...row, cells: {} } : row)) };
  const whole = {
    data_quality: words.estimated,
    unit: unitOf(question, language),
    ...cells,
    direction: cells.direction ?? words[kind.direction],
    role: cells.role ?? kind.role,
  };
  const row: EntryRowShown = { ...before, cells: Object.fromEntries(Object.entries(whole).filter(([, one]) => one !== '')) };
  return { ...sheet, rows: id === null ? [...sheet.rows, row] : sheet.rows.map((one) => (one.id === id ? row : one)) };
}

/** The meaning that a person chose for the words of an answer. */
export const mean = (sheet: Sheet, id: string, words: string, resource: string): Sheet => ({
  ...sheet,
  rows: sheet.rows.map((row) => (row.id === id ? { ...row, cells: { ...row.cells, resource: words, resource_id: resource } } : row)),
});

export const removeAnswer = (sheet: Sheet, id: string): Sheet => ({ ...sheet, rows: sheet.rows.filter((row) => row.id !== id) });
