// Supply and demand by temperature, one rung a flow.
import { scaleLinear } from 'd3';
import type { VNode } from 'preact';
import { shortened, textWidth } from '../../sankey/layOut/text.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Legend } from './Axes.tsx';
import type { Mark } from './Axes.tsx';
import { HeatFigure } from './HeatFigure.tsx';
import { figureIn, power, powerUnit, spanOf, whole } from './kilowatts.ts';
import type { LadderRow } from './ladderRows.ts';
import { legendRows } from './legendRows.ts';
import { LEGEND_ROW, polygon } from './plot.ts';

type Props = {
  readonly rows: readonly LadderRow[];
  readonly nameOf: (flow: string) => string;
  /** Asked for where a flow was read. */
  readonly onOpen: (flow: string) => void;
};
const FONT = 12;
/** Narrower than this a name stands over its rung instead of beside it. */
const NARROW = 620;
const ROW = { wide: 22, narrow: 36 };
const NAMES = 290;
const HEAT = 74;
const BAR = 13;

/** Surplus points to where it cools to, need to where it must be heated to: told without colour. */
function arrow(kind: LadderRow['kind'], x: number, y: number, width: number): string {
  const [height, point] = [BAR, Math.min(7, width)];
  return kind === 'hot'
    ? polygon([
        [x, y + height / 2],
        [x + point, y],
        [x + width, y],
        [x + width, y + height],
        [x + point, y + height],
      ])
    : polygon([
        [x, y],
        [x + width - point, y],
        [x + width, y + height / 2],
        [x + width - point, y + height],
        [x, y + height],
      ]);
}

export function Ladder({ rows, nameOf, onOpen }: Props): VNode {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const unit = powerUnit(Math.max(0, ...rows.map((one) => one.heat)));
  const sideOf = (kind: LadderRow['kind']): string => (kind === 'hot' ? words.surplus : words.need);
  const marks: Mark[] = [
    { key: 'hot', text: words.surplus, look: 'rung hot', shape: 'box' },
    { key: 'cold', text: words.need, look: 'rung cold', shape: 'box' },
  ];
  const top = LEGEND_ROW + 8;
  const rowHeight = (width: number): number => (width < NARROW ? ROW.narrow : ROW.wide);
  return (
    <HeatFigure
      name="temperature-ladder"
      title={words.ladder}
      caption={words.ladderCaption}
      heightOf={(width) => top + rows.length * rowHeight(width) + 44}
      says={`${rows.filter((one) => one.kind === 'hot').length} ${words.surplus}, ${rows.filter((one) => one.kind === 'cold').length} ${words.need}.`}
      table={{
        head: [words.flow, words.role, words.temperature, fill(words.heat, { unit: unit.name })],
        rows: rows.map((one) => [
          nameOf(one.flow),
          sideOf(one.kind),
          spanOf(one.bottom, one.top, language, 1),
          figureIn(one.heat, unit, language),
        ]),
      }}
      draw={({ width, height }) => {
        const narrow = width < NARROW;
        const [left, right] = [narrow ? 8 : NAMES, width - HEAT - 8];
        const x = scaleLinear(
          [Math.min(0, ...rows.map((one) => one.bottom)), Math.max(100, ...rows.map((one) => one.top))],
          [left, right],
        ).nice(6);
        const ticks = x.ticks(Math.max(2, Math.floor((right - left) / 70)));
        const bottom = height - 36;
        const { placed } = legendRows(marks, width);
        return (
          <>
            <Legend placed={placed} />
            <g class="axes" aria-hidden="true">
              {ticks.map((tick) => (
                <g key={tick}>
                  <line class="grid" x1={x(tick)} x2={x(tick)} y1={top} y2={bottom} />
                  <text class="tick" x={x(tick)} y={bottom + 15} text-anchor="middle">
                    {whole(tick, language)}
                  </text>
                </g>
              ))}
              <text class="axis-name" x={right} y={bottom + 31} text-anchor="end">
                {words.temperature}
              </text>
            </g>
            {rows.map((one, i) => {
              const y = top + i * rowHeight(width);
              const [from, to] = [x(one.bottom), x(one.top)];
              const drawn = Math.max(6, to - from);
              const barY = narrow ? y + 19 : y + 4;
              const name = nameOf(one.flow);
              return (
                <g
                  key={one.flow}
                  class="rung-row"
                  data-item=""
                  role="img"
                  aria-label={fill(words.rung, {
                    name,
                    bottom: whole(one.bottom, language, 1),
                    top: whole(one.top, language, 1),
                    heat: power(one.heat, language),
                    side: sideOf(one.kind),
                  })}
                  onDblClick={() => onOpen(one.flow)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter') onOpen(one.flow);
                  }}
                >
                  <rect class="row-ground" x={0} y={y} width={width} height={rowHeight(width)} />
                  <text x={narrow ? 8 : left - 10} y={narrow ? y + 14 : y + 15} text-anchor={narrow ? 'start' : 'end'} font-size={FONT}>
                    {shortened(name, narrow ? width - 16 : NAMES - 18, FONT)}
                  </text>
                  <path class={`rung ${one.kind}`} d={arrow(one.kind, Math.min(from, right - drawn), barY, drawn)} />
                  <text class="amount" x={right + 8 + (HEAT - textWidth('0', FONT))} y={barY + 11} text-anchor="end" font-size={FONT}>
                    {power(one.heat, language)}
                  </text>
                </g>
              );
            })}
          </>
        );
      }}
    />
  );
}
