// The published formula values of fixtures/pinch, each by the function that answers it.
import { describe, expect, it } from 'vitest';
import { judgeOrc, orcCycle } from '../../server/heat/byProducts.ts';
import { acidDewPoint } from '../../server/heat/dewPoint.ts';
import { carnotCop, lorenzCop } from '../../server/heat/heatPump.ts';
import { annuity, breakEvenLength } from '../../server/heat/money.ts';
import { linearDensity, lossOf } from '../../server/heat/pipe.ts';
import { celsius, parameters as p } from './aHeatStream.ts';
import { formulas } from './referenceProblems.ts';

type Inputs = (name: string) => number;
const ANSWERS: Readonly<Record<string, (of: Inputs) => Readonly<Record<string, number>>>> = {
  cop_carnot: (of) => ({ cop: carnotCop(celsius(of('t_sink_c')), celsius(of('t_source_c')), of('efficiency')) }),
  cop_lorenz: (of) => ({
    cop: lorenzCop(
      {
        sourceIn: celsius(of('source_in_c')),
        sourceOut: celsius(of('source_out_c')),
        sinkIn: celsius(of('sink_in_c')),
        sinkOut: celsius(of('sink_out_c')),
      },
      of('efficiency'),
    ),
  }),
  crf: (of) => ({ crf: annuity(of('rate'), of('years')) }),
  acid_dew_point: (of) => ({ dew_point_c: acidDewPoint(of('p_h2o_mmhg'), of('p_so3_mmhg'), p) }),
  orc: (of) => {
    const [source, sink] = [celsius(of('source_c')), celsius(of('sink_c'))];
    const verdict = judgeOrc(source, sink, of('heat_kw'), p);
    return { efficiency_before_exchangers: orcCycle(source, sink, p), power_kw: verdict.possible ? verdict.power : Number.NaN };
  },
  break_even_length: (of) => ({
    length_m: breakEvenLength({
      mwh: of('mwh'),
      marginPerMwh: of('margin_per_mwh'),
      costPerMetre: of('cost_per_m'),
      annuity: annuity(of('rate'), of('years')),
      fixedShare: of('om'),
    }),
  }),
  linear_density: (of) => ({ mwh_per_m: linearDensity(of('mwh'), of('trench_m'), p)?.mwhPerMetre ?? Number.NaN }),
  pipe_loss: (of) => {
    const pipe = p.pipes.find((size) => size.dn === of('dn'));
    return { loss_w_m: pipe === undefined ? Number.NaN : lossOf(pipe, celsius(of('supply_c')), celsius(of('return_c')), p) };
  },
};

describe('published values', () => {
  it.each(formulas)('$name', ({ formula, inputs, expected }) => {
    const found = ANSWERS[formula]?.((name) => inputs[name] ?? Number.NaN);
    for (const [name, { value, tol }] of Object.entries(expected))
      expect(Math.abs((found?.[name] ?? Number.NaN) - value)).toBeLessThanOrEqual(tol);
  });
});
