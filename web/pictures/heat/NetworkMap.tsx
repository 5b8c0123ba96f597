// The network on the map: pipes by size, sources, customers, and those with heat who are not on it.
import { geoPath } from 'd3';
import type { VNode } from 'preact';
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import { money, number } from '../../state/format.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Legend } from './Axes.tsx';
import type { Mark } from './Axes.tsx';
import { HeatFigure } from './HeatFigure.tsx';
import { length, power, whole } from './kilowatts.ts';
import { useLand } from './land.ts';
import { legendRows } from './legendRows.ts';
import { heatMap } from './mapLayout.ts';
import type { SiteRole } from './mapLayout.ts';
import { LEGEND_ROW } from './plot.ts';

type Props = {
  readonly page: Pick<HeatPage, 'places' | 'network'>;
  readonly zoom: 'network' | 'all';
  readonly siteName: (site: string) => string;
  readonly roleOf: (site: string) => SiteRole;
};
const HEIGHT = 520;
const ROLES = ['source', 'customer', 'both', 'off'] as const;

export function NetworkMap({ page, zoom, siteName, roleOf }: Props): VNode {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const land = useLand();
  const edges = page.network?.edges ?? [];
  const marks: Mark[] = [
    ...ROLES.filter((role) => page.places.some((one) => roleOf(one.site) === role)).map((role): Mark => ({
      key: role,
      text: words.mapLegend[role],
      look: `site ${role}`,
      shape: 'dot',
    })),
    ...(edges.length > 0 ? [{ key: 'trench', text: words.mapLegend.trench, look: 'trench', shape: 'line' as const }] : []),
  ];
  const size = (edge: { readonly dn: number; readonly lines: number }): string =>
    edge.lines > 1 ? fill(words.lines, { lines: edge.lines, dn: edge.dn }) : `DN${edge.dn}`;
  const layout = (width: number, height: number) =>
    heatMap({
      page,
      nameOf: siteName,
      roleOf,
      trenchText: (edge) => `${size(edge)} · ${length(edge.length_m, language)}`,
      width,
      height,
      zoom,
    });
  const outside = layout(900, HEIGHT).outside;
  return (
    <HeatFigure
      name="heat-network"
      title={words.map}
      caption={
        <>
          {words.networkCaption} {outside.length > 0 && fill(words.outsideFrame, { names: outside.join(', ') })}
        </>
      }
      heightOf={() => HEIGHT}
      says={`${edges.length} ${words.trenches}.`}
      table={{
        head: [words.from, words.to, words.dn, words.lengthM, words.flowKw, words.lossKw, words.cost],
        rows: edges.map((edge) => [
          siteName(edge.from),
          siteName(edge.to),
          size(edge),
          { text: `${whole(edge.length_m, language)} m` },
          { text: power(edge.kw, language) },
          { text: `${number(edge.loss_kw, language)} kW` },
          { text: money(edge.nok, language) },
        ]),
      }}
      draw={({ width, height, prefix }) => {
        const { placed, rows } = legendRows(marks, width);
        const top = rows * LEGEND_ROW + 4;
        const map = layout(width, height - top);
        const path = geoPath(
          map.projection.clipExtent([
            [-20, -20],
            [width + 20, height - top + 20],
          ]),
        );
        const drawn = new Map(map.trenches.map((one) => [`${one.from} ${one.to}`, one]));
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
              {land && (
                <g aria-hidden="true">
                  <path class="land far" d={path(land.neighbours) ?? ''} />
                  <path class="land" d={path(land.norway) ?? ''} />
                </g>
              )}
              {edges.map((edge) => {
                const trench = drawn.get(`${edge.from} ${edge.to}`);
                return trench === undefined ? null : (
                  <path
                    key={`${edge.from} ${edge.to}`}
                    class="trench"
                    data-item=""
                    data-dn={edge.dn}
                    role="img"
                    aria-label={fill(words.trenchItem, {
                      from: siteName(edge.from),
                      to: siteName(edge.to),
                      dn: edge.dn,
                      length: length(edge.length_m, language),
                      heat: power(edge.kw, language),
                      loss: `${number(edge.loss_kw, language)} kW`,
                      cost: money(edge.nok, language),
                    })}
                    d={trench.d}
                    stroke-width={trench.stroke}
                  />
                );
              })}
              {map.sites.map((one) => (
                <circle
                  key={one.site}
                  class={`site ${one.role}`}
                  data-item=""
                  data-site={one.site}
                  role="img"
                  aria-label={fill(words.siteItem[one.role], { name: one.name })}
                  cx={one.x}
                  cy={one.y}
                  r={one.role === 'off' ? 4.5 : 6.5}
                />
              ))}
              <g aria-hidden="true">
                {map.trenches.map(
                  ({ from, to, label }) =>
                    label && (
                      <text key={`${from} ${to}`} class="map-text pipe" x={label.x} y={label.y} text-anchor={label.anchor} font-size={11}>
                        {label.text}
                      </text>
                    ),
                )}
                {map.sites.map(
                  ({ site, role, label }) =>
                    label && (
                      <text
                        key={site}
                        class={`map-text${role === 'off' ? ' quiet-text' : ''}`}
                        x={label.x}
                        y={label.y}
                        text-anchor={label.anchor}
                        font-size={12}
                      >
                        {label.text}
                      </text>
                    ),
                )}
                {map.scale.px > 0 && (
                  <g class="map-scale">
                    <path d={`M10,${height - top - 16}v5h${map.scale.px.toFixed(1)}v-5`} />
                    <text class="map-text" x={16 + map.scale.px} y={height - top - 9} font-size={11}>
                      {map.scale.metres >= 1000
                        ? `${whole(map.scale.metres / 1000, language)} km`
                        : `${whole(map.scale.metres, language)} m`}
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
