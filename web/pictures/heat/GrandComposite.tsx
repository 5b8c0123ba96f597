// Heat that passes each temperature when all is shared, with what must be supplied above and what is left below.
import type { VNode } from 'preact';
import type { Cascade } from '../../../server/heat/cascade.ts';
import { grandComposite } from '../../../server/heat/curves.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Axes, Hatches, Legend } from './Axes.tsx';
import type { Mark } from './Axes.tsx';
import { temperatureSpan } from './compositeShape.ts';
import { HeatFigure } from './HeatFigure.tsx';
import { figureIn, figureOf, power, powerUnit, whole } from './kilowatts.ts';
import { legendRows } from './legendRows.ts';
import { plotOf, polygon, polyline } from './plot.ts';
import { pocketsOf } from './pockets.ts';

export function GrandComposite({ targets }: { readonly targets: Cascade }): VNode {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const curve = grandComposite(targets);
  const pockets = pocketsOf(curve);
  const most = Math.max(0, ...curve.map((one) => one.heat));
  const unit = powerUnit(most);
  const [top, bottom] = [curve[0], curve.at(-1)];
  const utilities = [
    ...(top !== undefined && top.heat > 0 ? [{ key: 'supplied', at: top, text: `${words.hotUtility} ${power(top.heat, language)}` }] : []),
    ...(bottom !== undefined && bottom.heat > 0
      ? [{ key: 'left', at: bottom, text: `${words.coldUtility} ${power(bottom.heat, language)}` }]
      : []),
  ];
  const pinches = targets.pinches.map((one) => fill(words.pinch, { shifted: whole(one.shifted, language, 1) }));
  return (
    <HeatFigure
      name="grand-composite"
      title={words.grand}
      caption={words.grandCaption}
      heightOf={() => 400}
      says={[...utilities.map((one) => `${one.text}.`), ...pinches.map((one) => `${one}.`)].join(' ')}
      table={{
        head: [words.shifted, fill(words.heat, { unit: unit.name })],
        rows: curve.map((one) => [figureOf(one.temperature, language, 1), figureIn(one.heat, unit, language)]),
      }}
      draw={({ width, height, prefix }) => {
        const marks: Mark[] = [
          { key: 'curve', text: words.grandCurve, look: 'curve grand', shape: 'line' },
          ...(pockets.length > 0
            ? [{ key: 'pocket', text: words.pocket, look: 'pocket', shape: 'box' as const, fill: `url(#${prefix}-hatch)` }]
            : []),
          ...utilities.map(({ key, text }): Mark => ({ key, text, look: `utility ${key}`, shape: 'line' })),
        ];
        const { placed, rows } = legendRows(marks, width);
        const span = temperatureSpan([curve]);
        const plot = plotOf({ width, height, xFrom: 0, xTo: most / unit.kilowatts, yFrom: span.from, yTo: span.to, legendRows: rows });
        const at = (one: { readonly heat: number; readonly temperature: number }): [number, number] => [
          plot.x(one.heat / unit.kilowatts),
          plot.y(one.temperature),
        ];
        return (
          <>
            <Hatches prefix={prefix} />
            <Legend placed={placed} />
            <Axes
              plot={plot}
              xName={fill(words.heat, { unit: unit.name })}
              yName={words.shifted}
              xText={(value) => whole(value, language, 2)}
              yText={(value) => whole(value, language)}
            />
            <g aria-hidden="true">
              {pockets.map((pocket, i) => (
                <path key={i} class="pocket" fill={`url(#${prefix}-hatch)`} d={polygon(pocket.map(at))} />
              ))}
            </g>
            {targets.pinches.map((one, i) => (
              <line
                key={one.shifted}
                class="pinch"
                data-item=""
                role="img"
                aria-label={pinches[i]}
                x1={plot.left}
                x2={plot.right}
                y1={plot.y(one.shifted)}
                y2={plot.y(one.shifted)}
              />
            ))}
            <path class="curve grand" d={polyline(curve.map(at))} />
            {utilities.map(({ key, at: point, text }) => (
              <path
                key={key}
                class={`utility ${key}`}
                data-item=""
                role="img"
                aria-label={text}
                d={polyline([
                  [plot.left, plot.y(point.temperature)],
                  [plot.x(point.heat / unit.kilowatts), plot.y(point.temperature)],
                ])}
              />
            ))}
            {curve.map((one, i) => {
              const [x, y] = at(one);
              return (
                <circle
                  key={i}
                  class="point grand"
                  data-item=""
                  role="img"
                  aria-label={fill(words.point, {
                    curve: words.grandCurve,
                    temperature: whole(one.temperature, language, 1),
                    heat: power(one.heat, language),
                  })}
                  cx={x}
                  cy={y}
                  r={3.5}
                />
              );
            })}
          </>
        );
      }}
    />
  );
}
