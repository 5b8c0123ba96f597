// Everything that is a company's own, as the sheets of a workbook. Pure.
import type { CompanyPage } from '../../contract/clusters.ts';
import type { Language } from '../../contract/errors.ts';
import { REASON_WORDS, STAGE_WORDS } from '../../contract/leadWords.ts';
import type { OwnPage } from '../../contract/member.ts';
import type { RegisterEntry } from '../../domain/register.ts';
import type { Cell, Table } from '../exports/tableFile.ts';

const WORDS = {
  nb: {
    company: 'Bedrift', flows: 'Strømmer', records: 'Slik det sto i filene', exchanges: 'Utvekslinger', leads: 'Mulige treff', questions: 'Spørsmål',
    registers: 'Registre', reads: 'Hvem har sett', name: 'Navn', org: 'Org.nr.', nace: 'Næring', activity: 'Virksomhet', municipality: 'Kommune',
    site: 'Sted', process: 'Prosess', direction: 'Retning', resource: 'Ressurs', low: 'Mengde lav', likely: 'Mengde sannsynlig', high: 'Mengde høy',
    unit: 'Enhet', period: 'Periode', sharing: 'Deles', file: 'Fil', line: 'Linje', column: 'Kolonne', text: 'Innhold', from: 'Fra', to: 'Til',
    stage: 'Steg', answer: 'Vårt svar', reason: 'Grunn', question: 'Spørsmål', worth: 'Kan bety, kr i året', kind: 'Slag', what: 'Hva', who: 'Hvem',
    first: 'Først', last: 'Sist', times: 'Ganger',
  },
  en: {
    company: 'Company', flows: 'Flows', records: 'As it stood in the files', exchanges: 'Exchanges', leads: 'Possible matches', questions: 'Questions',
    registers: 'Registers', reads: 'Who has seen', name: 'Name', org: 'Org. no.', nace: 'Industry', activity: 'Activity', municipality: 'Municipality',
    site: 'Site', process: 'Process', direction: 'Direction', resource: 'Resource', low: 'Amount low', likely: 'Amount likely', high: 'Amount high',
    unit: 'Unit', period: 'Period', sharing: 'Shared', file: 'File', line: 'Line', column: 'Column', text: 'Content', from: 'From', to: 'To',
    stage: 'Stage', answer: 'Our answer', reason: 'Reason', question: 'Question', worth: 'Could mean, NOK a year', kind: 'Kind', what: 'What', who: 'Who',
    first: 'First', last: 'Last', times: 'Times',
  },
} as const; // prettier-ignore

type Record0 = {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly { readonly header: string; readonly text: string }[];
};
export type Everything = {
  readonly shown: CompanyPage;
  readonly records: readonly { readonly flow: string; readonly record: Record0 | null }[];
  readonly page: OwnPage;
  readonly registers: readonly RegisterEntry[];
  readonly language: Language;
};

export function everythingTables({ shown, records, page, registers, language }: Everything): Table[] {
  const words = WORDS[language];
  const { company } = shown;
  const leadRows = page.leads.map((one): Cell[] => {
    const own = one.answers.find(({ company: id }) => id === page.company);
    const stage = STAGE_WORDS[language][one.stage];
    return [
      one.surplus_words,
      one.giver_name,
      one.taker_name,
      stage,
      own?.answer ?? null,
      one.ended ? REASON_WORDS[language][one.ended.reason] : null,
    ];
  });
  const blindRows = page.blind.map((one): Cell[] => [one.words, null, null, null, one.answer, null]);
  return [
    {
      name: words.company,
      head: [words.name, words.org, words.nace, words.activity, words.municipality],
      rows: [[company.name, company.org_number, company.nace, company.activity, company.municipality]],
    },
    {
      name: words.flows,
      head: [
        words.site, words.process, words.direction, words.resource, words.low, words.likely, words.high, words.unit, words.period, words.sharing, words.file,
        words.line,
      ], // prettier-ignore
      rows: shown.flows.map((one) => [
        one.site, one.process, one.direction, one.resource, one.annual?.low ?? null, one.annual?.likely ?? null, one.annual?.high ?? null,
        one.annual?.unit ?? one.unit, one.period, one.sharing, one.file, one.line,
      ]), // prettier-ignore
    },
    {
      name: words.records,
      head: [words.file, words.line, words.column, words.text],
      rows: records.flatMap(({ record }) =>
        record === null ? [] : record.cells.map(({ header, text }): Cell[] => [record.file, record.line, header, text]),
      ),
    },
    {
      name: words.exchanges,
      head: [words.from, words.to, words.resource, words.likely, words.unit],
      rows: shown.exchanges.map((one) => [
        one.from_name,
        one.to_name,
        one.resource,
        one.annual?.likely ?? null,
        one.annual?.unit ?? one.unit,
      ]),
    },
    {
      name: words.leads,
      head: [words.resource, words.from, words.to, words.stage, words.answer, words.reason],
      rows: [...leadRows, ...blindRows],
    },
    {
      name: words.questions,
      head: [words.resource, words.question, words.worth],
      rows: page.questions.map((one) => [one.words, one.text, one.worth_nok_per_year]),
    },
    {
      name: words.registers,
      head: [words.kind, words.name, words.text],
      rows: registers.map((one) => [one.kind, one.title, one.text]),
    },
    {
      name: words.reads,
      head: [words.who, words.resource, words.what, words.first, words.last, words.times],
      rows: page.reads.map((one) => [one.who, one.words, one.what, one.first_at, one.last_at, one.times]),
    },
  ];
}
