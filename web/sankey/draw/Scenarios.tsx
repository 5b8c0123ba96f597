// The same flows in several states (before and after, stages, months): one scale, every node where it is in all of them. Side by side, or one at
// a time with a smooth change between.
import { useMemo, useState } from 'preact/hooks';
import { layOutTogether } from '../layOut/layOut.ts';
import type { Language, LayOutOptions, SankeyGraph } from '../types.ts';
import type { Colouring } from './colouring.ts';
import { Sankey } from './Sankey.tsx';

export type Scenario = { readonly name: string; readonly graph: SankeyGraph };

type Props = {
  readonly scenarios: readonly Scenario[];
  readonly options: LayOutOptions;
  readonly colours: Colouring;
  readonly title: string;
  readonly language: Language;
  readonly show: 'side' | 'turn';
};

/** Narrower panels than this say too little: they stand below each other. */
const PANEL = 420;
const BETWEEN = 16;

export function Scenarios({ scenarios, options, colours, title, language, show }: Props) {
  const [at, setAt] = useState(0);
  const across = show === 'turn' ? 1 : Math.max(1, Math.min(scenarios.length, Math.floor((options.width + BETWEEN) / (PANEL + BETWEEN))));
  const layouts = useMemo(() => {
    const width = Math.floor((options.width - BETWEEN * (across - 1)) / across);
    return layOutTogether(
      scenarios.map((one) => one.graph),
      { ...options, width },
    );
  }, [scenarios, options, across]);
  const current = Math.min(at, scenarios.length - 1);
  const one = layouts[current];
  if (show === 'turn')
    return (
      <div class="scenarios">
        <div class="scenario-choice" role="group" aria-label={title}>
          {scenarios.map((scenario, i) => (
            <button type="button" aria-pressed={i === current} onClick={() => setAt(i)}>
              {scenario.name}
            </button>
          ))}
        </div>
        {one !== undefined && (
          <Sankey layout={one} title={`${title}: ${scenarios[current]?.name ?? ''}`} language={language} colours={colours} moving />
        )}
      </div>
    );
  return (
    <div class="scenarios side" style={{ gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))` }}>
      {scenarios.map((scenario, i) => {
        const layout = layouts[i];
        return (
          <section data-scenario={scenario.name}>
            <h3>{scenario.name}</h3>
            {layout !== undefined && <Sankey layout={layout} title={`${title}: ${scenario.name}`} language={language} colours={colours} />}
          </section>
        );
      })}
    </div>
  );
}
