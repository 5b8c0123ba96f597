// How the columns of what is typed, and of the template, are headed in each language; every header reads back as its field.
import type { EntryFact, EntryField } from './entry.ts';

type Header = { readonly nb: string; readonly en: string };

export const ENTRY_HEADERS: Readonly<Record<EntryField | EntryFact | 'screening_date' | 'screened_by', Header>> = {
  company: { nb: 'Bedrift', en: 'Company' },
  org_number: { nb: 'Organisasjonsnummer', en: 'Organisation number' },
  municipality: { nb: 'Kommune', en: 'Municipality' },
  nace: { nb: 'Næringskode', en: 'NACE code' },
  activity: { nb: 'Bransje', en: 'Industry' },
  site: { nb: 'Anlegg', en: 'Site' },
  process: { nb: 'Prosess', en: 'Process' },
  direction: { nb: 'Retning', en: 'Direction' },
  role: { nb: 'Rolle', en: 'Role' },
  resource: { nb: 'Ressurs', en: 'Resource' },
  quantity: { nb: 'Mengde', en: 'Quantity' },
  unit: { nb: 'Enhet', en: 'Unit' },
  temperature: { nb: 'Temperatur', en: 'Temperature' },
  temperature_return: { nb: 'Returtemperatur', en: 'Return temperature' },
  hours: { nb: 'Driftstimer per år', en: 'Operating hours per year' },
  price: { nb: 'Pris per enhet', en: 'Unit price' },
  currency: { nb: 'Valuta', en: 'Currency' },
  data_quality: { nb: 'Datakvalitet', en: 'Data quality' },
  period: { nb: 'Periode', en: 'Period' },
  category: { nb: 'EAL-kode', en: 'Waste code' },
  quality: { nb: 'Kvalitet', en: 'Quality' },
  profile: { nb: 'Månedsprofil', en: 'Monthly profile' },
  sharing: { nb: 'Deling', en: 'Sharing' },
  comment: { nb: 'Kommentar', en: 'Comment' },
  flow_id: { nb: 'Flyt-id', en: 'Flow id' },
  resource_id: { nb: 'Ressurskode', en: 'Resource code' },
  screening_date: { nb: 'Kartlagt dato', en: 'Screening date' },
  screened_by: { nb: 'Kartlagt av', en: 'Screened by' },
};
