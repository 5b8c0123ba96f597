// What the stages of a lead and the reasons that end it are called, on screen and in exported tables.
import type { Certainty } from '../domain/certainty.ts';
import type { EndReason, Stage } from '../domain/lead.ts';
import type { Language } from './errors.ts';

export const STAGE_WORDS: Readonly<Record<Language, Readonly<Record<Stage, string>>>> = {
  nb: { idea: 'Idé', discussion: 'Samtale', study: 'Utredning', agreement: 'Avtale', operating: 'I drift', ended: 'Avsluttet' },
  en: { idea: 'Idea', discussion: 'Discussion', study: 'Study', agreement: 'Agreement', operating: 'Operating', ended: 'Ended' },
};

export const REASON_WORDS: Readonly<Record<Language, Readonly<Record<EndReason, string>>>> = {
  nb: {
    economy: 'Lønner seg ikke',
    quality: 'Kvaliteten passer ikke',
    amount: 'Mengden passer ikke',
    timing: 'Tidene passer ikke',
    distance: 'For langt eller for vanskelig å frakte',
    technology: 'Teknologien er ikke klar',
    law: 'Regelverk eller tillatelse hindrer det',
    otherTaker: 'Overskuddet går til en annen',
    otherSupply: 'Behovet dekkes av en annen',
    capacity: 'Ingen har tid eller folk nå',
    investment: 'Investeringen er for stor nå',
    trust: 'Vil ikke dele det som må deles',
    notInterested: 'En av bedriftene vil ikke',
    companyLeft: 'En av bedriftene er ikke lenger med',
    completed: 'Fullført, utvekslingen er over',
    duplicate: 'Følges opp et annet sted',
    other: 'Annet (skriv hva)',
  },
  en: {
    economy: 'Does not pay',
    quality: 'The quality does not fit',
    amount: 'The amount does not fit',
    timing: 'The times do not fit',
    distance: 'Too far or too hard to carry',
    technology: 'The technology is not ready',
    law: 'Law or permit stands in the way',
    otherTaker: 'The surplus goes to another',
    otherSupply: 'The need is met by another',
    capacity: 'Nobody has the time or people now',
    investment: 'The investment is too large now',
    trust: 'Unwilling to share what must be shared',
    notInterested: 'One of the companies does not want it',
    companyLeft: 'One of the companies is no longer here',
    completed: 'Completed, the exchange is over',
    duplicate: 'Followed up elsewhere',
    other: 'Other (say what)',
  },
};

export const CERTAINTY_WORDS: Readonly<Record<Language, Readonly<Record<Certainty, string>>>> = {
  nb: { high: 'Stor', medium: 'Middels', low: 'Liten' },
  en: { high: 'High', medium: 'Medium', low: 'Low' },
};
