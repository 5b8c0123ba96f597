// The cluster on the map: the coast, companies, what runs or could run between them, rings around a chosen company.
import { MapScale } from '../MapScale.tsx';
import { geoPath } from 'd3';
import type { GeoProjection } from 'd3';
import { useMemo } from 'preact/hooks';
import type { VNode } from 'preact';
import { alongMetres } from '../../../server/heat/network/candidates.ts';
import { amount, number } from '../../state/format.ts';
import { MAP_WORDS } from '../../words/map.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Legend } from '../heat/Axes.tsx';
import type { Mark } from '../heat/Axes.tsx';
import { HeatFigure } from '../heat/HeatFigure.tsx';
import { useLand } from '../heat/land.ts';
import type { Land } from '../heat/land.ts';
import { legendRows } from '../heat/legendRows.ts';
import { LEGEND_ROW } from '../heat/plot.ts';
import { clusterMap } from './clusterMap.ts';
import type { Frame, MapCompany, MapTie } from './clusterMap.ts';

export type NamedTie = MapTie & { readonly what: string };
type Props = {
  readonly companies: readonly MapCompany[];
  readonly ties: readonly NamedTie[];
  readonly unit: string;
  readonly chosen: string | null;
  readonly frame: Frame;
  readonly onChoose: (company: string) => void;
  readonly notes: string;
};
const HEIGHT = 620;

function coastOf(land: Land, projection: GeoProjection, width: number, height: number): { readonly far: string; readonly near: string } {
  const path = geoPath(
    projection.clipExtent([
      [-20, -20],
      [width + 20, height + 20],
    ]),
  );
  const coast = { far: path(land.neighbours) ?? '', near: path(land.norway) ?? '' };
  projection.clipExtent(null);
  return coast;
}

export function ClusterMapFigure({ companies, ties, unit, chosen, frame, onChoose, notes }: Props): VNode {
  const language = useLanguage();
  const words = MAP_WORDS[language];
  const land = useLand();
  const byId = useMemo(() => new Map(companies.map((one) => [one.id, one])), [companies]);
  const nameOf = (id: string): string => byId.get(id)?.name ?? id;
  const kmBetween = (from: string, to: string): number | null => {
    const [a, b] = [byId.get(from), byId.get(to)];
    return a === undefined || b === undefined ? null : alongMetres([a, b]) / 1000;
  };
  const kmText = (km: number | null): string => (km === null ? '' : fill(words.km, { km: number(km, language) }));
  const marks: Mark[] = [
    { key: 'company', text: words.legend.company, look: 'map-company', shape: 'dot' },
    ...(chosen === null ? [] : [{ key: 'chosen', text: words.legend.chosen, look: 'map-company chosen', shape: 'dot' as const }]),
    ...(['exchange', 'match'] as const)
      .filter((kind) => ties.some((one) => one.kind === kind))
      .map((kind): Mark => ({ key: kind, text: words.legend[kind], look: `map-tie ${kind}`, shape: 'line' })),
  ];
  const said = (tie: NamedTie): string =>
    `${nameOf(tie.from)} → ${nameOf(tie.to)}: ${tie.what}, ${amount(tie.amount, unit, language)}, ${words.legend[tie.kind]}`;
  const { outside } = clusterMap(companies, ties, chosen, frame, 900, HEIGHT);
  return (
    <HeatFigure
      name="cluster-map"
      title={words.map}
      caption={
        <>
          {words.caption} {outside.length > 0 && fill(words.outside, { names: outside.join(', ') })} {notes}
        </>
      }
      heightOf={(width) => Math.min(HEIGHT, Math.max(420, Math.round(width * 0.7)))}
      says={fill(words.says, { companies: companies.length, ties: ties.length })}
      table={{
        head: [words.from, words.to, words.kind, words.what, words.amount, words.distance],
        csvHead: [words.from, words.to, words.kind, words.what, `${words.amount}, ${unit}`, `${words.distance}, km`],
        rows: ties.map((tie) => {
          const km = kmBetween(tie.from, tie.to);
          return [
            nameOf(tie.from),
            nameOf(tie.to),
            words.legend[tie.kind],
            tie.what,
            { text: amount(tie.amount, unit, language), value: tie.amount },
            km === null ? '' : { text: kmText(km), value: km },
          ];
        }),
      }}
      draw={({ width, height, prefix }) => {
        const { placed, rows } = legendRows(marks, width);
        const top = rows * LEGEND_ROW + 4;
        const map = clusterMap(companies, ties, chosen, frame, width, height - top);
        const coast = land === null ? null : coastOf(land, map.projection, width, height - top);
        const named = new Map(ties.map((tie) => [tie.id, tie]));
        return (
          <>
            <Legend placed={placed} />
            <defs>
              <clipPath id={`${prefix}-frame`}>
                <rect x="0" y="0" width={width} height={height - top} />
              </clipPath>
            </defs>
            <g transform={`translate(0,${top})`} clip-path={`url(#${prefix}-frame)`}>
              <rect class="sea" x="0" y="0" width={width} height={height - top} />
              {coast && (
                <g aria-hidden="true">
                  <path class="land far" d={coast.far} />
                  <path class="land" d={coast.near} />
                </g>
              )}
              <g class="map-rings" aria-hidden="true">
                {map.rings.map(({ km, d, label }) => (
                  <g key={km} data-ring={km}>
                    <path class="map-ring" d={d} />
                    {label && (
                      <text class="map-text ring" x={label.x} y={label.y - 3} text-anchor="middle" font-size={11}>
                        {kmText(km)}
                      </text>
                    )}
                  </g>
                ))}
              </g>
              {map.ties.map((tie) => {
                const one = named.get(tie.id);
                return (
                  <path
                    key={tie.id}
                    class={`map-tie ${tie.kind}${chosen !== null && tie.from !== chosen && tie.to !== chosen ? ' aside' : ''}`}
                    d={tie.d}
                    stroke-width={tie.width}
                    data-item
                    data-kind={tie.kind}
                    data-from={tie.from}
                    data-to={tie.to}
                    data-value={tie.amount}
                    data-unit={unit}
                    {...(tie.hairline ? { 'data-min-width': '' } : {})}
                    role="img"
                    aria-label={one === undefined ? '' : `${said(one)}${tie.hairline ? `, ${words.thin}` : ''}`}
                  />
                );
              })}
              {map.companies.map(({ id, name, x, y }) => {
                const km = chosen === null || chosen === id ? null : kmBetween(chosen, id);
                return (
                  <circle
                    key={id}
                    class={`map-company${id === chosen ? ' chosen' : ''}`}
                    cx={x}
                    cy={y}
                    r={id === chosen ? 8 : 6}
                    data-item
                    data-company={id}
                    role="button"
                    aria-pressed={id === chosen}
                    aria-label={km === null ? name : `${name}, ${kmText(km)}`}
                    onClick={() => onChoose(id === chosen ? '' : id)}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter' && event.key !== ' ') return;
                      event.preventDefault();
                      onChoose(id === chosen ? '' : id);
                    }}
                  />
                );
              })}
              <g aria-hidden="true">
                {map.companies.map(
                  ({ id, label }) =>
                    label && (
                      <text key={id} class="map-text" x={label.x} y={label.y} text-anchor={label.anchor} font-size={12}>
                        {label.text}
                      </text>
                    ),
                )}
                <MapScale px={map.scale.px} metres={map.scale.metres} base={height - top} language={language} />
                {map.key && (
                  <g class="unit-key" data-unit={unit} data-value={map.key.amount}>
                    <path class="map-key" d={`M${width - 40},${height - top - 14}h28`} stroke-width={map.key.px} />
                    <text class="map-text" x={width - 46} y={height - top - 9} text-anchor="end" font-size={11}>
                      {fill(words.key, { amount: amount(map.key.amount, unit, language) })}
                    </text>
                  </g>
                )}
              </g>
            </g>
          </>
        );
      }}
    />
  );
}
