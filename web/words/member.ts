// Words of a company's own room.
import type { SharingLevel } from '../../server/domain/sharing.ts';

type Levels = Readonly<Record<SharingLevel, string>>;
const nb = {
  title: 'Vårt eget',
  questions: 'Verdt å svare på',
  questionsInfo: 'Hva ett svar kan bety for gevinsten av det beste treffet som spør. Svar ved å rette kartleggingen.',
  questionsNone: 'Ingen åpne spørsmål.',
  worth: 'opptil {amount} i året',
  worthUnknown: 'verdi ikke kjent',
  asked: '{count} treff spør',
  more: 'Vis alle {count}',
  less: 'Vis færre',
  sharing: 'Hva vi deler',
  sharingInfo: 'Pris, kvalitet og kommentar vises uansett bare for dere, for dem dere har sagt ja til, og for klyngelederen.',
  level: 'Deles med',
  levels: {
    own: 'bare oss selv',
    facilitator: 'klyngelederen',
    partner: 'dem vi har sagt ja til',
    cluster: 'klyngen',
    public: 'alle',
  } as Levels,
  counts: '{count} deles med {level}',
  flow: 'Strøm',
  reads: 'Hvem har sett',
  readsNone: 'Ingen andre har sett på opplysningene deres ennå.',
  who: 'Hvem',
  what: 'Hva',
  whats: { flows: 'strømmene', lead: 'oppfølgingen av en strøm', source: 'kilden', matches: 'treffene' } as Readonly<
    Record<string, string>
  >,
  last: 'Sist',
  times: 'Ganger',
  everything: 'Alt som er vårt',
  everythingInfo: 'Strømmer med radene de kom fra, utvekslinger, mulige treff, spørsmål, registre og hvem som har sett hva, i én fil.',
};
type MemberWords = typeof nb;
const en: MemberWords = {
  title: 'Our own',
  questions: 'Worth answering',
  questionsInfo: 'What one answer could mean for the gain of the best match that asks. Answer by correcting the screening.',
  questionsNone: 'No open questions.',
  worth: 'up to {amount} a year',
  worthUnknown: 'worth not known',
  asked: '{count} matches ask',
  more: 'Show all {count}',
  less: 'Show fewer',
  sharing: 'What we share',
  sharingInfo: 'Price, quality and comment are in any case shown only to you, to those you said yes to, and to the cluster manager.',
  level: 'Shared with',
  levels: {
    own: 'ourselves alone',
    facilitator: 'the cluster manager',
    partner: 'those we said yes to',
    cluster: 'the cluster',
    public: 'everybody',
  },
  counts: '{count} shared with {level}',
  flow: 'Flow',
  reads: 'Who has seen',
  readsNone: 'Nobody else has looked at your data yet.',
  who: 'Who',
  what: 'What',
  whats: { flows: 'the flows', lead: 'the lead on a flow', source: 'the source', matches: 'the matches' },
  last: 'Last',
  times: 'Times',
  everything: 'All that is ours',
  everythingInfo: 'Flows with the rows they came from, exchanges, possible matches, questions, registers and who saw what, in one file.',
};
export const MEMBER_WORDS = { nb, en } satisfies Readonly<Record<'nb' | 'en', MemberWords>>;
