// What each field of a screening is called on screen; the keys are the fields that the API's mapping names.
import type { Language } from './words.ts';

const NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  company: { nb: 'Bedrift', en: 'Company' },
  company_id: { nb: 'Bedriftens id i filen', en: 'Id of the company in the file' },
  org_number: { nb: 'Organisasjonsnummer', en: 'Organisation number' },
  municipality: { nb: 'Kommune', en: 'Municipality' },
  nace: { nb: 'Næringskode', en: 'NACE code' },
  activity: { nb: 'Hva bedriften gjør', en: 'What the company does' },
  lat: { nb: 'Breddegrad', en: 'Latitude' },
  lon: { nb: 'Lengdegrad', en: 'Longitude' },
  site: { nb: 'Sted', en: 'Site' },
  site_id: { nb: 'Stedets id', en: 'Site id' },
  process: { nb: 'Prosess', en: 'Process' },
  process_id: { nb: 'Prosessens id', en: 'Process id' },
  flow_id: { nb: 'Strømmens id', en: "The flow's id" },
  direction: { nb: 'Retning, inn eller ut', en: 'Direction, in or out' },
  role: { nb: 'Rolle (overskudd, behov …)', en: 'Role (surplus, need …)' },
  resource: { nb: 'Ressurs', en: 'Resource' },
  resource_id: { nb: 'Taksonomiens id', en: 'Taxonomy id' },
  category: { nb: 'EAL-kode', en: 'Waste code' },
  quantity: { nb: 'Mengde', en: 'Quantity' },
  quantity_in: { nb: 'Mengde inn', en: 'Quantity in' },
  quantity_out: { nb: 'Mengde ut', en: 'Quantity out' },
  quantity_min: { nb: 'Minste mengde', en: 'Least quantity' },
  quantity_max: { nb: 'Største mengde', en: 'Largest quantity' },
  unit: { nb: 'Enhet', en: 'Unit' },
  period: { nb: 'Periode', en: 'Period' },
  year: { nb: 'År', en: 'Year' },
  period_from: { nb: 'Første dag', en: 'First day' },
  period_to: { nb: 'Siste dag', en: 'Last day' },
  temperature: { nb: 'Temperatur', en: 'Temperature' },
  temperature_return: { nb: 'Returtemperatur', en: 'Return temperature' },
  temperature_min: { nb: 'Laveste temperatur', en: 'Lowest temperature' },
  temperature_max: { nb: 'Høyeste temperatur', en: 'Highest temperature' },
  temperature_needed: { nb: 'Laveste tur som kan brukes', en: 'Lowest supply that can be used' },
  hours: { nb: 'Driftstimer per år', en: 'Operating hours a year' },
  days: { nb: 'Driftsdager per år', en: 'Operating days a year' },
  price: { nb: 'Pris per enhet', en: 'Price per unit' },
  price_unit: { nb: 'Prisens enhet', en: 'Unit of the price' },
  currency: { nb: 'Valuta', en: 'Currency' },
  profile: { nb: 'Månedsprofil', en: 'Share of each month' },
  data_quality: { nb: 'Målt, beregnet eller anslått', en: 'Measured, calculated or estimated' },
  sharing: { nb: 'Hvem som får se strømmen', en: 'Who may see the flow' },
  quality: { nb: 'Kvalitet', en: 'Quality' },
  dry_matter: { nb: 'Tørrstoff, %', en: 'Dry matter, %' },
  density: { nb: 'Tetthet', en: 'Density' },
  medium: { nb: 'Varmebærer', en: 'Heat medium' },
  power_max: { nb: 'Største effekt', en: 'Peak power' },
  power_mean: { nb: 'Snitteffekt', en: 'Mean power' },
  mass_flow: { nb: 'Massestrøm', en: 'Mass flow' },
  comment: { nb: 'Kommentar', en: 'Comment' },
  source: { nb: 'Fra bedrift', en: 'From company' },
  target: { nb: 'Til bedrift', en: 'To company' },
};

/** Fields a person can say a column holds. */
export const FIELD_KEYS: readonly string[] = Object.keys(NAMES);

/** Null: a column that is kept as it is, under its own header. */
export const fieldName = (field: string | null, language: Language): string | null =>
  field === null ? null : (NAMES[field]?.[language] ?? null);
