// The load from the heaviest month down, with what is covered of it.
import type { VNode } from 'preact';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Axes, Hatches, Legend } from './Axes.tsx';
import type { Mark } from './Axes.tsx';
import type { Step } from './duration.ts';
import { HeatFigure } from './HeatFigure.tsx';
import { figureIn, power, powerUnit, spanOf, whole } from './kilowatts.ts';
import { legendRows } from './legendRows.ts';
import { plotOf, polyline } from './plot.ts';

const HOURS = 8760;

type Props = {
  readonly steps: readonly Step[];
  readonly scope: 'cluster' | 'network';
  /** All customers' peaks together, kW; null where it is not known. */
  readonly peak: number | null;
};

export function Duration({ steps, scope, peak }: Props): VNode {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const most = Math.max(0, peak ?? 0, ...steps.map((one) => one.demand));
  const unit = powerUnit(most);
  return (
    <HeatFigure
      name="duration-curve"
      title={`${words.duration}: ${scope === 'network' ? words.scopeNetwork : words.scopeCluster}`}
      caption={words.durationCaption}
      heightOf={() => 340}
      says={words.durationCaption}
      table={{
        head: [words.when, words.hours, `${words.durationDemand}, ${unit.name}`, `${words.durationCovered[scope]}, ${unit.name}`],
        rows: steps.map((one) => [
          words.months[one.month] ?? '',
          spanOf(one.from, one.to, language),
          figureIn(one.demand, unit, language),
          figureIn(one.covered, unit, language),
        ]),
      }}
      draw={({ width, height, prefix }) => {
        const marks: Mark[] = [
          { key: 'covered', text: words.durationCovered[scope], look: 'stack network', shape: 'box' },
          ...(steps.some((one) => one.covered < one.demand)
            ? [{ key: 'outside', text: words.parts.outside, look: 'stack outside', shape: 'box' as const, fill: `url(#${prefix}-hatch)` }]
            : []),
          { key: 'demand', text: words.durationDemand, look: 'curve cold', shape: 'line' },
          ...(peak === null
            ? []
            : [{ key: 'peak', text: fill(words.peak, { peak: power(peak, language) }), look: 'peak', shape: 'line' as const }]),
        ];
        const { placed, rows } = legendRows(marks, width);
        const plot = plotOf({ width, height, xFrom: 0, xTo: HOURS, yFrom: 0, yTo: most / unit.kilowatts, legendRows: rows });
        const y = (kilowatts: number): number => plot.y(kilowatts / unit.kilowatts);
        return (
          <>
            <Hatches prefix={prefix} />
            <Legend placed={placed} />
            <Axes
              plot={plot}
              xName={words.hours}
              yName={unit.name}
              xText={(value) => whole(value, language)}
              yText={(value) => whole(value, language, 1)}
            />
            {steps.map((one) => (
              <g
                key={one.month}
                data-item=""
                role="img"
                aria-label={fill(words.stepItem, {
                  month: words.months[one.month] ?? '',
                  demand: power(one.demand, language),
                  covered: power(one.covered, language),
                  from: whole(one.from, language),
                  to: whole(one.to, language),
                })}
              >
                <rect
                  class="stack network"
                  x={plot.x(one.from)}
                  y={y(one.covered)}
                  width={plot.x(one.to) - plot.x(one.from)}
                  height={plot.bottom - y(one.covered)}
                />
                <rect
                  class="stack outside"
                  fill={`url(#${prefix}-hatch)`}
                  x={plot.x(one.from)}
                  y={y(one.demand)}
                  width={plot.x(one.to) - plot.x(one.from)}
                  height={Math.max(0, y(one.covered) - y(one.demand))}
                />
              </g>
            ))}
            <g aria-hidden="true">
              <path
                class="curve cold"
                d={polyline(
                  steps.flatMap((one): [number, number][] => [
                    [plot.x(one.from), y(one.demand)],
                    [plot.x(one.to), y(one.demand)],
                  ]),
                )}
              />
              {peak !== null && <line class="peak" x1={plot.left} x2={plot.left + 60} y1={y(peak)} y2={y(peak)} />}
            </g>
          </>
        );
      }}
    />
  );
}
