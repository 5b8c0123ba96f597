// All surplus and all need by temperature, with a grip that changes the least difference between them.
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Cascade } from '../../../server/heat/cascade.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Axes, Legend } from './Axes.tsx';
import type { Mark } from './Axes.tsx';
import { temperatureSpan } from './compositeShape.ts';
import type { CompositeShape } from './compositeShape.ts';
import { HeatFigure } from './HeatFigure.tsx';
import { figureIn, figureOf, power, powerUnit, whole } from './kilowatts.ts';
import { legendRows } from './legendRows.ts';
import { plotOf, polygon, polyline } from './plot.ts';
import type { Plot } from './plot.ts';

export type Approach = {
  readonly kelvin: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (kelvin: number) => void;
};
type Props = {
  readonly shape: CompositeShape;
  readonly targets: Cascade;
  readonly approach: Approach;
  /** K at which heat first runs short; null where it does at any, or never. */
  readonly lackAt: number | null;
};

const HEIGHT = 400;
/** Room under the curves for the bar of recovered heat. */
const BAR = 16;

export function CompositeCurves({ shape, targets, approach, lackAt }: Props): VNode {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const most = Math.max(shape.hot.at(-1)?.heat ?? 0, shape.cold.at(-1)?.heat ?? 0);
  const unit = powerUnit(most);
  const parts = [
    { key: 'left', text: `${words.coldUtility} ${power(shape.left, language)}`, from: 0, heat: shape.left },
    { key: 'recovered', text: `${words.recovery} ${power(shape.recovered, language)}`, from: shape.left, heat: shape.recovered },
    {
      key: 'supplied',
      text: `${words.hotUtility} ${power(shape.supplied, language)}`,
      from: shape.left + shape.recovered,
      heat: shape.supplied,
    },
  ].filter((one) => one.heat > 0);
  const marks: Mark[] = [
    { key: 'hot', text: words.hotCurve, look: 'curve hot', shape: 'line' },
    { key: 'cold', text: words.coldCurve, look: 'curve cold', shape: 'line' },
    ...parts.map(({ key, text }): Mark => ({ key, text, look: `part ${key}`, shape: 'box' })),
  ];
  const curves = [
    { key: 'hot', name: words.hotCurve, points: shape.hot },
    { key: 'cold', name: words.coldCurve, points: shape.cold },
  ];
  return (
    <HeatFigure
      name="composite-curves"
      title={words.composite}
      caption={
        <>
          {words.compositeCaption}{' '}
          {targets.kind === 'threshold_no_hot' &&
            (lackAt === null ? words.threshold : fill(words.thresholdAt, { kelvin: whole(lackAt, language) }))}{' '}
          {targets.coldUtility > 0 && `${words.mustCool}: ${power(targets.coldUtility, language)}.`}
        </>
      }
      heightOf={(width) => HEIGHT + (width < 560 ? 40 : 0)}
      says={`${parts.map((one) => one.text).join(', ')}.`}
      table={{
        head: [words.curve, words.temperature, fill(words.heat, { unit: unit.name })],
        rows: curves.flatMap(({ name, points }) =>
          points.map((one) => [name, figureOf(one.temperature, language, 1), figureIn(one.heat, unit, language)]),
        ),
      }}
      draw={({ width, height }) => {
        const { placed, rows } = legendRows(marks, width);
        const span = temperatureSpan([shape.hot, shape.cold]);
        const plot = plotOf({
          width,
          height: height - BAR,
          xFrom: 0,
          xTo: most / unit.kilowatts,
          yFrom: span.from,
          yTo: span.to,
          legendRows: rows,
        });
        const x = (kilowatts: number): number => plot.x(kilowatts / unit.kilowatts);
        const barTop = height - BAR - 2;
        return (
          <>
            <Legend placed={placed} />
            <Axes
              plot={plot}
              xName={fill(words.heat, { unit: unit.name })}
              yName={words.temperature}
              xText={(value) => whole(value, language, 2)}
              yText={(value) => whole(value, language)}
            />
            <path class="overlap" d={overlapOf(shape, plot, x)} />
            {curves.map(({ key, name, points }) => (
              <g key={key} class={key}>
                <path class={`curve ${key}`} d={polyline(points.map((one) => [x(one.heat), plot.y(one.temperature)]))} />
                {points.map((one, i) => (
                  <circle
                    key={i}
                    class={`point ${key}`}
                    data-item=""
                    role="img"
                    aria-label={fill(words.point, {
                      curve: name,
                      temperature: whole(one.temperature, language, 1),
                      heat: power(one.heat, language),
                    })}
                    cx={x(one.heat)}
                    cy={plot.y(one.temperature)}
                    r={4}
                  />
                ))}
              </g>
            ))}
            {parts.map(({ key, from, heat, text }) =>
              heat > 0 ? (
                <rect
                  key={key}
                  class={`part ${key}`}
                  data-item=""
                  role="img"
                  aria-label={text}
                  x={x(from)}
                  y={barTop}
                  width={Math.max(1, x(from + heat) - x(from))}
                  height={BAR}
                />
              ) : null,
            )}
            {shape.closest && (
              <Grip
                x={x(shape.closest.heat)}
                top={plot.y(shape.closest.hot)}
                bottom={plot.y(shape.closest.cold)}
                perPx={Math.abs(plot.valueAtY(0) - plot.valueAtY(1))}
                text={fill(words.gap, { kelvin: whole(shape.closest.hot - shape.closest.cold, language, 1) })}
                toLeft={x(shape.closest.heat) > (plot.left + plot.right) / 2}
                approach={approach}
                valueText={fill(words.kelvin, { value: whole(approach.kelvin, language, 1) })}
                name={words.grip}
              />
            )}
          </>
        );
      }}
    />
  );
}

/** The area between the curves where they lie over each other. */
function overlapOf({ hot, cold, left }: CompositeShape, plot: Plot, x: (kilowatts: number) => number): string {
  const end = hot.at(-1)?.heat ?? 0;
  const within = (points: CompositeShape['hot'], from: number, to: number): [number, number][] => {
    const cut: [number, number][] = [];
    points.forEach((one, i) => {
      const next = points[i + 1];
      if (one.heat >= from && one.heat <= to) cut.push([one.heat, one.temperature]);
      if (next === undefined) return;
      for (const at of [from, to])
        if (one.heat < at && at < next.heat)
          cut.push([at, one.temperature + ((at - one.heat) / (next.heat - one.heat)) * (next.temperature - one.temperature)]);
    });
    return cut.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  };
  if (end <= left) return '';
  const points = [...within(hot, left, end), ...within(cold, left, end).reverse()];
  return polygon(points.map(([heat, temperature]) => [x(heat), plot.y(temperature)]));
}

type GripProps = {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** K to a px. */
  readonly perPx: number;
  readonly text: string;
  readonly toLeft: boolean;
  readonly approach: Approach;
  readonly valueText: string;
  readonly name: string;
};
/** Steps of the arrow keys and of Page Up and Down, K. */
const STEP = { small: 1, large: 5 };

function Grip({ x, top, bottom, perPx, text, toLeft, approach, valueText, name }: GripProps): VNode {
  const start = useRef<{ readonly y: number; readonly kelvin: number } | null>(null);
  const { kelvin, least, most, onChange } = approach;
  const set = (value: number): void => onChange(Math.min(most, Math.max(least, Math.round(value * 2) / 2)));
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = {
      ArrowUp: STEP.small,
      ArrowRight: STEP.small,
      ArrowDown: -STEP.small,
      ArrowLeft: -STEP.small,
      PageUp: STEP.large,
      PageDown: -STEP.large,
      Home: least - kelvin,
      End: most - kelvin,
    }[event.key];
    if (by === undefined) return;
    set(kelvin + by);
    event.preventDefault();
    event.stopPropagation();
  };
  const middle = (top + bottom) / 2;
  return (
    <g
      class="grip"
      role="slider"
      tabindex={0}
      aria-label={name}
      aria-orientation="vertical"
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={kelvin}
      aria-valuetext={valueText}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        start.current = { y: event.clientY, kelvin };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (start.current !== null) set(start.current.kelvin + (start.current.y - event.clientY) * perPx);
      }}
      onPointerUp={() => (start.current = null)}
      onPointerCancel={() => (start.current = null)}
    >
      <line class="gap" x1={x} x2={x} y1={top} y2={bottom} />
      <circle class="knob" cx={x} cy={middle} r={9} />
      <path
        class="knob-mark"
        d={`M${x - 3.5},${middle - 1.5}L${x},${middle - 5}L${x + 3.5},${middle - 1.5}M${x - 3.5},${middle + 1.5}L${x},${middle + 5}L${x + 3.5},${middle + 1.5}`}
      />
      <text class="gap-text" x={toLeft ? x - 14 : x + 14} y={middle + 4} text-anchor={toLeft ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  );
}
