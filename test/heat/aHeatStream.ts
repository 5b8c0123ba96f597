// Small makers for heat tests: each states only what matters.
import { celsius, kelvin } from '../../server/domain/temperature.ts';
import type { HeatStream } from '../../server/heat/stream.ts';
import { heatParameters } from '../../server/heat/parameters.ts';
import { loadReference } from '../../server/reference/loadReference.ts';
import { loadHeatKnowledge } from '../../server/tasks/heatKnowledge.ts';

export { celsius, kelvin };

type Some = { readonly supply: number; readonly target: number; readonly kw: number } & Partial<
  Pick<HeatStream, 'id' | 'company' | 'soft' | 'kind' | 'months'>
> & { readonly contribution?: number };

export const aHeatStream = ({ supply, target, kw, contribution, ...rest }: Some): HeatStream => ({
  id: 's',
  company: 'A',
  kind: supply >= target ? 'hot' : 'cold',
  supply: celsius(supply),
  target: celsius(target),
  heat: kw,
  contribution: contribution === undefined ? null : kelvin(contribution),
  soft: false,
  months: null,
  ...rest,
});

const reference = loadReference();
/** The values of data/, as the product reads them. */
export const parameters = heatParameters(reference);
export const { rules, heats } = loadHeatKnowledge(reference);
