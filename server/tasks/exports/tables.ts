// Leads, matches and registers as tables, in the words of a language. Pure.
import { CERTAINTY_WORDS, REASON_WORDS, STAGE_WORDS } from '../../contract/leadWords.ts';
import type { Language } from '../../contract/errors.ts';
import type { LeadsPage, MatchRows, SnapshotShown } from '../../contract/leads.ts';
import type { RegistersPage } from '../../contract/registers.ts';
import type { Cell, Table } from './tableFile.ts';

const WORDS = {
  nb: {
    leads: 'Oppfølging', matches: 'Treff', realised: 'Virkelig', challenges: 'Utfordringer', projects: 'Prosjekter', services: 'Tjenester', local: 'Lokale innkjøp',
    together: 'Hvem arbeider sammen', surplus: 'Overskudd', need: 'Behov', from: 'Fra', to: 'Til', stage: 'Steg', reason: 'Grunn', inWords: 'Med egne ord',
    responsible: 'Ansvarlig', step: 'Neste steg', date: 'Dato', made: 'Laget', changed: 'Endret', score: 'Poeng', via: 'Via', resource: 'Ressurs',
    certainty: 'Sikkerhet', km: 'Avstand, km', low: 'lav', likely: 'sannsynlig', high: 'høy', amount: 'Mengde', unit: 'Enhet', nok: 'Kr i året', co2: 't CO2e spart i året',
    year: 'År', t: 'Tonn', mwh: 'MWh', kroner: 'Kroner', tCo2e: 't CO2e', name: 'Navn', text: 'Beskrivelse', why: 'Hvorfor ikke', companies: 'Bedrifter', company: 'Bedrift',
    side: 'Side', offers: 'tilbyr', needs: 'trenger', hours: 'Timer i måneden', fits: 'Passer med', other: 'Annen bedrift', what: 'Hva', kind: 'Slag',
    exchange: 'utveksling', lead: 'oppfølging', challenge: 'utfordring', offer: 'Tilbys av', said: 'Nei sagt',
  },
  en: {
    leads: 'Leads', matches: 'Matches', realised: 'Realised', challenges: 'Challenges', projects: 'Projects', services: 'Services', local: 'Local purchase',
    together: 'Who works together', surplus: 'Surplus', need: 'Need', from: 'From', to: 'To', stage: 'Stage', reason: 'Reason', inWords: 'In their words',
    responsible: 'Responsible', step: 'Next step', date: 'Date', made: 'Made', changed: 'Changed', score: 'Score', via: 'Via', resource: 'Resource',
    certainty: 'Certainty', km: 'Distance, km', low: 'low', likely: 'likely', high: 'high', amount: 'Amount', unit: 'Unit', nok: 'NOK a year', co2: 't CO2e avoided a year',
    year: 'Year', t: 'Tonnes', mwh: 'MWh', kroner: 'NOK', tCo2e: 't CO2e', name: 'Name', text: 'Description', why: 'Why not', companies: 'Companies', company: 'Company',
    side: 'Side', offers: 'offers', needs: 'needs', hours: 'Hours a month', fits: 'Fits with', other: 'Other company', what: 'What', kind: 'Kind',
    exchange: 'exchange', lead: 'lead', challenge: 'challenge', offer: 'Offered by', said: 'No said',
  },
} as const; // prettier-ignore

type Range = { readonly low: number; readonly likely: number | null; readonly high: number | null } | null;
const ends = (range: Range): Cell[] => (range === null ? [null, null, null] : [range.low, range.likely, range.high]);
const figureHead = (words: (typeof WORDS)[Language]): string[] => [
  ...[words.low, words.likely, words.high].map((end) => `${words.amount} ${end}`),
  words.unit,
  ...[words.low, words.likely, words.high].map((end) => `${words.nok} ${end}`),
  ...[words.low, words.likely, words.high].map((end) => `${words.co2} ${end}`),
  words.km,
];
const figures = (one: Omit<SnapshotShown, 'checks'>): Cell[] => [
  ...ends(one.volume),
  one.volume?.unit ?? null,
  ...ends(one.nok_per_year),
  ...ends(one.t_co2e_per_year),
  one.distance_km,
];

export function leadTables(page: LeadsPage, language: Language): Table[] {
  const words = WORDS[language];
  const names = new Map(page.leads.map((one) => [one.id, one]));
  return [
    {
      name: words.leads,
      head: [
        words.surplus, words.from, words.need, words.to, words.via, words.stage, words.reason, words.inWords, words.responsible, words.step, words.date,
        ...figureHead(words), words.made, words.changed,
      ], // prettier-ignore
      rows: page.leads.map((one) => [
        one.surplus_words,
        one.giver_name,
        one.need_words,
        one.taker_name,
        one.via.join(', '),
        STAGE_WORDS[language][one.stage],
        one.ended === null ? null : REASON_WORDS[language][one.ended.reason],
        one.ended?.text ?? null,
        one.responsible,
        one.next_step,
        one.next_date,
        ...figures(one.made),
        one.made_at,
        one.changed_at,
      ]),
    },
    {
      name: words.realised,
      head: [words.surplus, words.from, words.to, words.year, words.t, words.mwh, words.kroner, words.tCo2e],
      rows: page.realised.map((one) => {
        const lead = names.get(one.lead);
        const pair = [lead?.surplus_words ?? null, lead?.giver_name ?? null, lead?.taker_name ?? null];
        return [...pair, one.year, one.t, one.mwh, one.nok, one.t_co2e];
      }),
    },
  ];
}

export function matchTables({ rows }: MatchRows, language: Language): Table[] {
  const words = WORDS[language];
  return [
    {
      name: words.matches,
      head: [
        words.score, words.surplus, words.from, words.need, words.to, words.via, words.resource, words.certainty, ...figureHead(words), words.stage, words.said,
      ], // prettier-ignore
      rows: rows.map((one) => [
        Math.round(one.score * 100),
        one.surplus_words,
        one.giver_name,
        one.need_words,
        one.taker_name,
        one.via.join(', '),
        one.resource,
        CERTAINTY_WORDS[language][one.certainty],
        ...figures(one),
        one.lead === null ? null : STAGE_WORDS[language][one.lead.stage],
        one.declined === null ? null : REASON_WORDS[language][one.declined.reason],
      ]),
    },
  ];
}

export function registerTables(page: RegistersPage, language: Language): Table[] {
  const words = WORDS[language];
  const entries = (kind: 'challenge' | 'project') =>
    page.entries
      .filter((one) => one.kind === kind)
      .map((one): Cell[] => [one.title, one.text, one.why, one.year, one.companies.map(({ name }) => name).join(', '), one.changed_at]);
  const head = [words.name, words.text, words.why, words.year, words.companies, words.changed];
  return [
    { name: words.challenges, head, rows: entries('challenge') },
    { name: words.projects, head, rows: entries('project') },
    {
      name: words.services,
      head: [words.company, words.side, words.name, words.resource, words.hours, words.fits],
      rows: page.services.map((one) => [
        one.company.name,
        words[one.side],
        one.title,
        one.resource_name,
        one.hours_per_month,
        one.fits.map(({ company, title }) => `${company.name}: ${title}`).join('; '),
      ]),
    },
    {
      name: words.local,
      head: [words.company, words.need, words.amount, words.unit, words.offer, words.what, words.km],
      rows: page.local.flatMap((one) =>
        one.offers.map((offer): Cell[] => [
          one.company.name,
          one.words,
          one.annual?.likely ?? null,
          one.annual?.unit ?? null,
          offer.company.name,
          offer.words,
          offer.distance_km,
        ]),
      ),
    },
    {
      name: words.together,
      head: [words.company, words.other, words.kind, words.what],
      rows: page.together.flatMap(({ a, b, ties }) => ties.map((tie): Cell[] => [a.name, b.name, words[tie.kind], tie.what])),
    },
  ];
}
