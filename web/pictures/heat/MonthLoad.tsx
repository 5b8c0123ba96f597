// What each month needs and where it comes from, against the surplus there is.
import type { VNode } from 'preact';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Axes, Hatches, Legend } from './Axes.tsx';
import type { Mark } from './Axes.tsx';
import { HeatFigure } from './HeatFigure.tsx';
import { figureIn, power, powerUnit, whole } from './kilowatts.ts';
import { legendRows } from './legendRows.ts';
import type { MonthParts, Part } from './monthParts.ts';
import { plotOf, polyline } from './plot.ts';

/** The bar's share of its month. */
const BAR = 0.72;
const fillOf = (part: Part, prefix: string): Record<string, string> =>
  part === 'outside' ? { fill: `url(#${prefix}-hatch)` } : part === 'own' ? { fill: `url(#${prefix}-dots)` } : {};

export function MonthLoad({ months, scope }: { readonly months: MonthParts; readonly scope: 'cluster' | 'network' }): VNode {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const most = Math.max(0, ...months.demand, ...months.supply);
  const unit = powerUnit(most);
  const shown = months.parts.filter((one) => one.kilowatts.some((kilowatts) => kilowatts > 0));
  return (
    <HeatFigure
      name="month-load"
      title={`${words.monthly}: ${scope === 'network' ? words.scopeNetwork : words.scopeCluster}`}
      caption={words.monthlyCaption}
      heightOf={() => 340}
      says={words.monthlyCaption}
      table={{
        head: [
          words.when,
          ...months.parts.map((one) => `${words.parts[one.part]}, ${unit.name}`),
          `${words.need}, ${unit.name}`,
          `${words.supplyLine}, ${unit.name}`,
        ],
        rows: words.months.map((month, i) => [
          month,
          ...[...months.parts.map((one) => one.kilowatts[i] ?? 0), months.demand[i] ?? 0, months.supply[i] ?? 0].map((kilowatts) =>
            figureIn(kilowatts, unit, language),
          ),
        ]),
      }}
      draw={({ width, height, prefix }) => {
        const marks: Mark[] = [
          ...shown.map(({ part }): Mark => ({
            key: part,
            text: words.parts[part],
            look: `stack ${part}`,
            shape: 'box',
            ...(fillOf(part, prefix)['fill'] === undefined ? {} : { fill: fillOf(part, prefix)['fill'] ?? '' }),
          })),
          { key: 'supply', text: words.supplyLine, look: 'curve hot', shape: 'line' },
        ];
        const { placed, rows } = legendRows(marks, width);
        const plot = plotOf({ width, height, xFrom: 0, xTo: 12, yFrom: 0, yTo: most / unit.kilowatts, legendRows: rows });
        const step = (plot.right - plot.left) / 12;
        const middle = (month: number): number => plot.left + (month + 0.5) * step;
        const y = (kilowatts: number): number => plot.y(kilowatts / unit.kilowatts);
        return (
          <>
            <Hatches prefix={prefix} />
            <Legend placed={placed} />
            <Axes
              plot={{ ...plot, x: middle }}
              xTicks={words.months.map((_, month) => month)}
              xName=""
              yName={unit.name}
              xText={(month) => (step < 44 ? (words.monthsShort[month] ?? '') : (words.months[month] ?? '').slice(0, 3))}
              yText={(value) => whole(value, language, 1)}
            />
            {words.months.map((month, i) => {
              let below = 0;
              return (
                <g
                  key={month}
                  class="month"
                  data-item=""
                  role="img"
                  aria-label={fill(words.monthItem, {
                    month,
                    demand: power(months.demand[i] ?? 0, language),
                    supply: power(months.supply[i] ?? 0, language),
                    parts: shown.map((one) => `${words.parts[one.part]} ${power(one.kilowatts[i] ?? 0, language)}`).join(', '),
                  })}
                >
                  <rect class="row-ground" x={middle(i) - step / 2} y={plot.top} width={step} height={plot.bottom - plot.top} />
                  {shown.map(({ part, kilowatts }) => {
                    const from = below;
                    below += kilowatts[i] ?? 0;
                    return (
                      <rect
                        key={part}
                        class={`stack ${part}`}
                        {...fillOf(part, prefix)}
                        x={middle(i) - (BAR * step) / 2}
                        y={y(below)}
                        width={BAR * step}
                        height={Math.max(0, y(from) - y(below))}
                      />
                    );
                  })}
                </g>
              );
            })}
            <g aria-hidden="true">
              <path class="curve hot" d={polyline(months.supply.map((kilowatts, i) => [middle(i), y(kilowatts)]))} />
              {months.supply.map((kilowatts, i) => (
                <circle key={i} class="point hot" cx={middle(i)} cy={y(kilowatts)} r={3.5} />
              ))}
            </g>
          </>
        );
      }}
    />
  );
}
