// Words of screenings: when, by whom, how far checked, how old.
import type { ScreeningShown } from '../../server/contract/screenings.ts';
import type { Language } from './words.ts';

type ScreeningWords = {
  readonly title: string;
  readonly period: string;
  readonly site: string;
  readonly noSite: string;
  readonly noPeriod: string;
  readonly by: string;
  readonly date: string;
  readonly state: string;
  readonly states: Readonly<Record<ScreeningShown['state'], string>>;
  /** Beside a day or name that only the import tells. */
  readonly imported: string;
  readonly importedBy: string;
  readonly checkAgain: string;
  readonly age: Readonly<Record<'one' | 'other', string>>;
  readonly stateOf: string;
  readonly dateOf: string;
  readonly byOf: string;
  readonly none: string;
  readonly several: string;
};

export const SCREENING_WORDS = {
  nb: {
    title: 'Kartlegginger',
    period: 'Periode',
    site: 'Sted',
    noSite: 'Hele bedriften',
    noPeriod: 'Ikke oppgitt',
    by: 'Kartlagt av',
    date: 'Dato',
    state: 'Tilstand',
    states: { draft: 'Kladd', checked: 'Kontrollert', approved: 'Godkjent' },
    imported: '{date} (importert)',
    importedBy: 'ikke oppgitt',
    checkAgain: 'Sjekk på nytt',
    age: { one: '{count} måned gammel', other: '{count} måneder gammel' },
    stateOf: 'Tilstand for {which}',
    dateOf: 'Dato for {which}',
    byOf: 'Kartlagt av, for {which}',
    none: 'Ingen',
    several: '{state}, minst av {count}',
  },
  en: {
    title: 'Screenings',
    period: 'Period',
    site: 'Site',
    noSite: 'The whole company',
    noPeriod: 'Not told',
    by: 'Screened by',
    date: 'Date',
    state: 'State',
    states: { draft: 'Draft', checked: 'Checked', approved: 'Approved' },
    imported: '{date} (imported)',
    importedBy: 'not told',
    checkAgain: 'Check again',
    age: { one: '{count} month old', other: '{count} months old' },
    stateOf: 'State of {which}',
    dateOf: 'Date of {which}',
    byOf: 'Screened by, of {which}',
    none: 'None',
    several: '{state}, the least of {count}',
  },
} satisfies Readonly<Record<Language, ScreeningWords>>;
