import { describe, expect, it } from 'vitest';
import { loadReference } from '../../server/reference/loadReference.ts';
import { ruleShown } from '../../server/tasks/ruleShown.ts';

const { rules, legalFlags } = loadReference();

describe('a rule in words', () => {
  it('asks what each of its law flags asks, in bokmål and in English', () => {
    expect(ruleShown('SYN001', 'nb').law).toMatchObject([
      { flag: 'BP', ask: expect.stringMatching(/^Er bruken sikker/) as string },
      { flag: 'COINC', ask: expect.stringMatching(/^Avfall som brennes/) as string },
    ]);
    expect(ruleShown('SYN001', 'en').law[0]?.ask).toMatch(/^Is use certain/);
    for (const rule of rules)
      for (const language of ['nb', 'en'] as const) expect(ruleShown(rule.id, language).law).toHaveLength(rule.legalFlags.length);
  });
  it('says the same numbers in both languages', () => {
    const figures = (text: string): string[] => (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map((one) => one.replace(',', '.')).sort();
    for (const { ask } of legalFlags.values())
      if (!/one property|three-year|once a year|chapter/i.test(ask.en)) expect(figures(ask.nb)).toEqual(figures(ask.en));
  });
  it('says that there is no such rule', () => expect(() => ruleShown('none', 'nb')).toThrow('rule.unknown'));
});
