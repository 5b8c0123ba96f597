// What can be done with a company or a cluster, in the words of the buttons.
import type { Language } from './words.ts';

const nb = {
  edit: 'Rediger strømmene',
  quick: 'Hurtigkartlegging',
  balance: 'Balanse',
  newCompany: 'Ny bedrift',
  coverage: 'Dekning',
  drafts: 'Skrevet, ikke lagret ennå',
  draftOf: '{name}, {rows} rader, {at}',
  unnamed: 'uten navn',
};
const en: typeof nb = {
  edit: 'Edit the flows',
  quick: 'Quick screening',
  balance: 'Balance',
  newCompany: 'New company',
  coverage: 'Coverage',
  drafts: 'Typed, not saved yet',
  draftOf: '{name}, {rows} rows, {at}',
  unnamed: 'unnamed',
};
export const TASK_WORDS = { nb, en } satisfies Readonly<Record<Language, typeof nb>>;
