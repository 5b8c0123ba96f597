// The empty table that a screening is written in: its columns, what each wants, and the lists to choose from. Pure.
import type { EntryFact, EntryField } from '../../domain/entry.ts';
import { ENTRY_HEADERS } from '../../domain/entryHeaders.ts';

type Language = 'nb' | 'en';
type Texts = Readonly<Record<Language, string>>;
type Column = {
  readonly field: EntryField | EntryFact | 'screening_date' | 'screened_by';
  readonly help: Texts;
  readonly example: Texts;
  readonly list?: Readonly<Record<Language, readonly string[]>>;
};

const both = (nb: string, en: string = nb): Texts => ({ nb, en });

/** In the order they stand. Everything but the first five may be left open. */
export const TEMPLATE: readonly Column[] = [
  { field: 'company', help: both('Bedriftens navn. Gjenta på hver rad.', 'Name of the company. Repeat it on every row.'), example: both('Eksempel Bakeri AS', 'Example Bakery') },
  { field: 'direction', help: both('inn: bedriften tar det inn. ut: den gir det fra seg.', 'in: the company takes it in. out: it gives it off.'), example: both('ut', 'out'), list: { nb: ['inn', 'ut'], en: ['in', 'out'] } },
  { field: 'resource', help: both('Det som flyter, med bedriftens egne ord.', 'What flows, in the words of the company.'), example: both('Brødrester', 'Bread residues') },
  { field: 'quantity', help: both('Hvor mye. 500, ca. 500, 1 000–2 000, <5, inntil 40 eller ukjent.', 'How much. 500, about 500, 1 000–2 000, <5, up to 40 or unknown.'), example: both('120') },
  { field: 'unit', help: both('Enhet med tidsrom. Andre enheter leses også.', 'Unit with its span. Other units are read too.'), example: both('tonn/år', 't/year'), list: { nb: ['tonn/år', 'kg/år', 'MWh/år', 'GWh/år', 'kWh/år', 'm3/år', 'm3/døgn', 'Sm3/år', 'fm3/år', 'lm3/år', 'stk/år', 'kW', 'MW'], en: ['t/year', 'kg/year', 'MWh/year', 'GWh/year', 'kWh/year', 'm3/year', 'm3/day', 'Sm3/year', 'pcs/year', 'kW', 'MW'] } },
  { field: 'role', help: both('Hva strømmen er for bedriften.', 'What the flow is to the company.'), example: both('overskudd', 'surplus'), list: { nb: ['overskudd', 'avfall', 'produkt', 'utslipp', 'tap', 'behov', 'innsats'], en: ['surplus', 'waste', 'product', 'emission', 'loss', 'need', 'input'] } },
  { field: 'process', help: both('Prosessen eller delen av bedriften.', 'The process or part of the company.'), example: both('Baking') },
  { field: 'site', help: both('Anlegget, der bedriften har flere.', 'The site, where the company has several.'), example: both('Hovedbakeriet', 'Main bakery') },
  { field: 'temperature', help: both('Varme og kulde: turtemperatur, °C.', 'Heat and cold: supply temperature, °C.'), example: both('65') },
  { field: 'temperature_return', help: both('Returtemperatur, °C.', 'Return temperature, °C.'), example: both('40') },
  { field: 'hours', help: both('Driftstimer i året, 0 til 8 760.', 'Operating hours a year, 0 to 8,760.'), example: both('4000') },
  { field: 'price', help: both('Kroner per enhet; positivt når bedriften får betalt, negativt når den betaler.', 'NOK per unit; positive when the company is paid, negative when it pays.'), example: both('-350') },
  { field: 'data_quality', help: both('Hvordan tallet er funnet.', 'How the number was found.'), example: both('målt', 'measured'), list: { nb: ['målt', 'beregnet', 'anslått', 'typisk'], en: ['measured', 'calculated', 'estimated', 'typical'] } },
  { field: 'period', help: both('Året tallet gjelder.', 'The year of the figure.'), example: both('2025') },
  { field: 'category', help: both('EAL-kode for avfall, seks siffer.', 'Waste code (EWC), six digits.'), example: both('02 06 01') },
  { field: 'quality', help: both('Kvalitet og sammensetning.', 'Quality and composition.'), example: both('TS 60 %') },
  { field: 'sharing', help: both('Hvem som får se strømmen, fra tettest til videst.', 'Who may see the flow, from the tightest to the widest.'), example: both('cluster'), list: { nb: ['own', 'facilitator', 'partner', 'cluster', 'public'], en: ['own', 'facilitator', 'partner', 'cluster', 'public'] } },
  { field: 'comment', help: both('Det som ikke passer andre steder.', 'What has no other place.'), example: both('Hentes fredager', 'Collected on Fridays') },
  { field: 'org_number', help: both('Organisasjonsnummer, ni siffer.', 'Organisation number, nine digits.'), example: both('') },
  { field: 'municipality', help: both('Kommunen bedriften ligger i.', 'The municipality of the company.'), example: both('Ålesund') },
  { field: 'nace', help: both('Næringskode (SN2007).', 'NACE code.'), example: both('10.710') },
  { field: 'activity', help: both('Hva bedriften gjør, med egne ord.', 'What the company does, in its own words.'), example: both('Bakeri', 'Bakery') },
  { field: 'screening_date', help: both('Dagen kartleggingen ble gjort.', 'The day of the screening.'), example: both('2026-03-12') },
  { field: 'screened_by', help: both('Hvem som kartla.', 'Who screened.'), example: both('Kari Prøve') },
]; // prettier-ignore

/** What the first cell of a sheet begins with that guides and holds no flows: no reader takes it for a table. */
export const GUIDE_MARK = 'Flytkart:';

export const templateHeaders = (language: Language): string[] => TEMPLATE.map(({ field }) => ENTRY_HEADERS[field][language]);

export const TEMPLATE_TEXTS = {
  nb: { sheet: 'Kartlegging', guide: 'Veiledning', lists: 'Lister', file: 'kartlegging-mal', column: 'Kolonne', want: 'Hva som skal stå der', example: 'Eksempel', must: 'Må fylles ut', yes: 'ja', title: 'Kartlegging av strømmer: én rad per strøm. Bedrift, Retning og Ressurs må fylles ut; la det du ikke vet, stå tomt.' },
  en: { sheet: 'Screening', guide: 'Guidance', lists: 'Lists', file: 'screening-template', column: 'Column', want: 'What goes there', example: 'Example', must: 'Must be filled', yes: 'yes', title: 'Screening of flows: one row a flow. Company, Direction and Resource must be filled; leave blank what you do not know.' },
} as const; // prettier-ignore
