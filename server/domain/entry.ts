// A screening as it is being typed: cells as a person writes them, not yet read.
import type { CompanyId } from './flow.ts';
import { mayChange } from './policy.ts';
import type { Viewer } from './viewer.ts';

/** Columns of the grid, by their field of a screening, in the order they stand. */
export const ENTRY_FIELDS = [
  'site',
  'process',
  'direction',
  'role',
  'resource',
  'quantity',
  'unit',
  'temperature',
  'temperature_return',
  'hours',
  'price',
  'currency',
  'data_quality',
  'period',
  'category',
  'quality',
  'profile',
  'sharing',
  'comment',
  'flow_id',
  'resource_id',
] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** What is said once of the company and holds for every row. */
export const ENTRY_FACTS = ['company', 'org_number', 'municipality', 'nace', 'activity'] as const;
export type EntryFact = (typeof ENTRY_FACTS)[number];

export type EntryRow = {
  /** Unique in the draft; never shown. */
  readonly id: string;
  /** Cells that are not empty. */
  readonly cells: Readonly<Partial<Record<EntryField, string>>>;
  /** Cells of columns that the grid does not have, by the header of the file they came from: kept as they are. */
  readonly others: Readonly<Record<string, string>>;
  /** The question of the quick screening that this row answers; null for rows of the grid. */
  readonly question: string | null;
  /** The stored flow that the row shows; null for one that was typed. */
  readonly flow: string | null;
};

export type EntryContent = {
  readonly cluster: string;
  /** Null: not stored yet. */
  readonly company: CompanyId | null;
  readonly facts: Readonly<Record<EntryFact, string>>;
  readonly rows: readonly EntryRow[];
  /** As a person decided where numbers could be read two ways. */
  readonly decimal: ',' | '.' | null;
};

/** A draft as it is kept. `version` counts the times; 0: it was never kept. */
export type EntryDraft = {
  readonly id: string;
  readonly version: number;
  /** ISO 8601. */
  readonly changedAt: string;
  readonly who: Viewer;
  readonly content: EntryContent;
};

const NEW = 'new:';

/** One draft for each stored company; a new company's draft has an id that its writer made up. */
export const draftIdOf = (company: CompanyId): string => `company:${company}`;
export const isNewDraft = (id: string): boolean => id.startsWith(NEW) && id.length > NEW.length;
export const companyOfDraft = (id: string): CompanyId | null => (id.startsWith('company:') ? id.slice('company:'.length) : null);

/** Whether the viewer may type in a company that is not stored yet. */
export const mayAddCompany = (viewer: Viewer): boolean => viewer.kind === 'local' || viewer.kind === 'consultant';

/** Whether the viewer may type in this company's flows. */
export const mayType = (viewer: Viewer, company: CompanyId | null): boolean =>
  company === null ? mayAddCompany(viewer) : mayChange(viewer, company);

/** Whether nothing at all is written in the row. */
export const isBlank = (row: Pick<EntryRow, 'cells'>): boolean => Object.values(row.cells).every((text) => text.trim() === '');
