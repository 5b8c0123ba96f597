// A rule of matching in words, with the questions of the law flags that it raises. Reference data: the same for everybody.
import type { Language } from '../contract/errors.ts';
import type { RuleShown } from '../contract/rules.ts';
import { AppError } from '../domain/errors.ts';
import { knowledge } from './knowledge.ts';

/** Throws `rule.unknown`. */
export function ruleShown(id: string, language: Language): RuleShown {
  const { reference } = knowledge();
  const rule = reference.rules.find((one) => one.id === id);
  if (rule === undefined) throw new AppError('rule.unknown', { id });
  const nameOf = (resource: string): string => reference.resources.get(resource)?.name[language] ?? resource;
  const written = (en: string | null, nb: string | null | undefined): string | null => (language === 'nb' ? (nb ?? en) : en);
  return {
    id,
    resource: nameOf(rule.resource),
    use: nameOf(rule.use),
    conditions: written(rule.conditions, rule.conditionsNb),
    pretreatment: written(rule.pretreatment, rule.pretreatmentNb),
    law: rule.legalFlags.flatMap(({ flag }) => {
      const known = reference.legalFlags.get(flag);
      return known === undefined ? [] : [{ flag, name: known.name[language], ask: known.ask[language], source: known.source }];
    }),
    evidence: rule.evidence,
    source: rule.source,
  };
}
