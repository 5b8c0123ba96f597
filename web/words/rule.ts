// Words of the rule behind a match.
const nb = {
  title: 'Regelen bak',
  serves: '{resource} kan brukes som {use}.',
  from: 'Regel {id}: {source}.',
  judgement: 'faglig skjønn',
  conditions: 'Vilkår',
  pretreatment: 'Forbehandling',
  law: 'Spørsmål fra regelverket',
};
type RuleWords = typeof nb;
const en: RuleWords = {
  title: 'The rule behind it',
  serves: '{resource} can serve as {use}.',
  from: 'Rule {id}: {source}.',
  judgement: 'professional judgement',
  conditions: 'Conditions',
  pretreatment: 'Pretreatment',
  law: 'What the law asks',
};
export const RULE_WORDS = { nb, en } satisfies Readonly<Record<'nb' | 'en', RuleWords>>;
