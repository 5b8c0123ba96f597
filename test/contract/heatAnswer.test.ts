import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { NETWORK_REASON_CODES, heatAnswerSchema } from '../../server/contract/heatAnswer.ts';
import { NETWORK_REASONS } from '../../server/heat/network/reasons.ts';
import type { HeatAnswer } from '../../server/tasks/heatOfCluster.ts';

/** Compiles only while each of the two holds all that the other does. */
const both: {
  readonly told: (answer: HeatAnswer) => z.output<typeof heatAnswerSchema>;
  readonly meant: (answer: z.output<typeof heatAnswerSchema>) => HeatAnswer;
} = { told: (answer) => answer, meant: (answer) => answer };

describe('the heat answer of the contract', () => {
  it('is what the heat task answers, field for field', () => {
    const nothing: HeatAnswer = {
      sharing_potential_kw: 0,
      through_loop_kw: 0,
      months: [],
      companies: {},
      pairs: [],
      network: null,
      without_use: [],
      assumed: [],
      questions: [],
      problems: [],
    };
    expect(heatAnswerSchema.parse(both.told(both.meant(nothing)))).toEqual(nothing);
  });

  it('knows every reason for staying off a network', () =>
    expect([...NETWORK_REASON_CODES].sort()).toEqual(Object.keys(NETWORK_REASONS).sort()));
});
