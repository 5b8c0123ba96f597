// One remark of intake on a file, column or row.
import type { Message, Severity } from '../../domain/screening.ts';
import type { ScreeningMessageCode } from './messageTexts.ts';

export type Place = {
  readonly sheet?: string | null;
  readonly line?: number | null;
  /** Column number from 1. */
  readonly column?: number | null;
  readonly header?: string | null;
  readonly found?: string | null;
  readonly values?: Readonly<Record<string, string | number>>;
};

const NO_VALUES: Message['values'] = Object.freeze({});

export const note = (code: ScreeningMessageCode, severity: Severity, place: Place): Message => ({
  code,
  severity,
  sheet: place.sheet ?? null,
  line: place.line ?? null,
  column: place.column ?? null,
  header: place.header ?? null,
  found: place.found ?? null,
  values: place.values ?? NO_VALUES,
});
