// Which amounts a diagram shows: energy, material, volume, or all with a key for each unit. Only what the flows have is offered.
import type { FlowShown } from '../../server/contract/clusters.ts';
import type { Scope } from '../pictures/flowPictures.ts';
import { useWords } from '../words/words.ts';

export function ScopeControl({ flows, scope, onChange }: { flows: readonly FlowShown[]; scope: Scope; onChange: (scope: Scope) => void }) {
  const words = useWords();
  const units = new Set(flows.flatMap((flow) => (flow.annual ? [flow.annual.unit] : [])));
  const choices: readonly [Scope, string, boolean][] = [
    ['all', words.showAll, true],
    ['energy', words.showEnergy, units.has('MWh')],
    ['mass', words.showMass, units.has('t')],
    ['volume', words.showWater, units.has('m3')],
    ['other', words.showOther, [...units].some((unit) => !['MWh', 't', 'm3'].includes(unit))],
  ];
  return (
    <label>
      {words.show}
      <select value={scope} onChange={(event) => onChange(choices.find(([one]) => one === event.currentTarget.value)?.[0] ?? 'all')}>
        {choices
          .filter(([, , offered]) => offered)
          .map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
      </select>
    </label>
  );
}
