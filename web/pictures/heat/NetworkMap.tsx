// The network on the map: pipes by size, sources, customers, and those with heat who are not on it.
import { MapScale } from '../MapScale.tsx';
import { geoPath } from 'd3';
import type { GeoProjection } from 'd3';
import { useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { DrawnRoute } from '../../../server/contract/drawnRoutes.ts';
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import { money, number } from '../../state/format.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';
import { Legend } from './Axes.tsx';
import type { Mark } from './Axes.tsx';
import { HeatFigure } from './HeatFigure.tsx';
import { length, power, whole } from './kilowatts.ts';
import { useLand } from './land.ts';
import type { Land } from './land.ts';
import { legendRows } from './legendRows.ts';
import { heatMap } from './mapLayout.ts';
import type { HeatMap, SiteRole } from './mapLayout.ts';
import { LEGEND_ROW } from './plot.ts';
import { RouteHandles } from './RouteHandles.tsx';
import { routeMetres, withRoute } from './routeShape.ts';

type Props = {
  readonly page: Pick<HeatPage, 'places' | 'network'>;
  readonly zoom: 'network' | 'all';
  readonly siteName: (site: string) => string;
  readonly roleOf: (site: string) => SiteRole;
  readonly routes: readonly DrawnRoute[];
  readonly onRoutes: (routes: readonly DrawnRoute[]) => void;
};
const HEIGHT = 520;
/** px from a site within which a line that is drawn ends there. */
const NEAR = 16;
const ROLES = ['source', 'customer', 'both', 'off'] as const;

type Coast = { readonly neighbours: string; readonly norway: string };
/** The coast as it was drawn last: it stays while the frame does, and takes longer than all the rest. */
let lastCoast: { readonly land: object; readonly key: string; readonly coast: Coast } | null = null;
function coastOf(land: Land, projection: GeoProjection, width: number, height: number): Coast {
  const key = [width, height, projection.scale(), ...projection.translate()].join(' ');
  if (lastCoast?.land === land && lastCoast.key === key) return lastCoast.coast;
  const path = geoPath(
    projection.clipExtent([
      [-20, -20],
      [width + 20, height + 20],
    ]),
  );
  const coast = { neighbours: path(land.neighbours) ?? '', norway: path(land.norway) ?? '' };
  projection.clipExtent(null);
  lastCoast = { land, key, coast };
  return coast;
}

export function NetworkMap({ page, zoom, siteName, roleOf, routes: settled, onRoutes }: Props): VNode {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const land = useLand();
  const edges = page.network?.edges ?? [];
  // While a point is dragged the map follows at once; the network is asked for when it is let go.
  const [dragged, setDragged] = useState<readonly DrawnRoute[] | null>(null);
  const routes = dragged ?? settled;
  const [line, setLine] = useState<{ readonly from: string; readonly x: number; readonly y: number } | null>(null);
  const frame = useRef<SVGGElement>(null);
  const placeOf = (site: string) => page.places.find((one) => one.site === site) ?? null;
  const inFrame = (event: PointerEvent): { readonly x: number; readonly y: number } => {
    const matrix = frame.current?.getScreenCTM();
    if (!matrix) return { x: 0, y: 0 };
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    return { x, y };
  };
  const siteAt = (map: HeatMap, { x, y }: { readonly x: number; readonly y: number }): string | null =>
    map.sites.find((one) => Math.hypot(one.x - x, one.y - y) < NEAR)?.site ?? null;
  const nameOfRoute = (route: DrawnRoute): string => fill(words.routeName, { from: siteName(route.from), to: siteName(route.to) });
  const marks: Mark[] = [
    ...ROLES.filter((role) => page.places.some((one) => roleOf(one.site) === role)).map((role): Mark => ({
      key: role,
      text: words.mapLegend[role],
      look: `site ${role}`,
      shape: 'dot',
    })),
    ...(edges.length > 0 ? [{ key: 'trench', text: words.mapLegend.trench, look: 'trench', shape: 'line' as const }] : []),
    ...(routes.length > 0 ? [{ key: 'drawn', text: words.mapLegend.drawn, look: 'drawn-route', shape: 'line' as const }] : []),
  ];
  const size = (edge: { readonly dn: number; readonly lines: number }): string =>
    edge.lines > 1 ? fill(words.lines, { lines: edge.lines, dn: edge.dn }) : `DN${edge.dn}`;
  const layout = (width: number, height: number) =>
    heatMap({
      page,
      nameOf: siteName,
      roleOf,
      routes,
      framing: settled,
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
        csvHead: [
          words.from,
          words.to,
          words.dn,
          `${words.lengthM}, m`,
          `${words.flowKw}, kW`,
          `${words.lossKw}, kW`,
          `${words.cost}, NOK`,
        ],
        rows: edges.map((edge) => [
          siteName(edge.from),
          siteName(edge.to),
          size(edge),
          { text: `${whole(edge.length_m, language)} m`, value: edge.length_m },
          { text: power(edge.kw, language), value: edge.kw },
          { text: `${number(edge.loss_kw, language)} kW`, value: edge.loss_kw },
          { text: money(edge.nok, language), value: edge.nok },
        ]),
      }}
      draw={({ width, height, prefix }) => {
        const { placed, rows } = legendRows(marks, width);
        const top = rows * LEGEND_ROW + 4;
        const map = layout(width, height - top);
        const coast = land === null ? null : coastOf(land, map.projection, width, height - top);
        const drawn = new Map(map.trenches.map((one) => [`${one.from} ${one.to}`, one]));
        return (
          <>
            <Legend placed={placed} />
            <defs>
              <clipPath id={`${prefix}-frame`}>
                <rect x="0" y="0" width={width} height={height - top} />
              </clipPath>
            </defs>
            <g ref={frame} transform={`translate(0,${top})`} clip-path={`url(#${prefix}-frame)`}>
              <rect class="sea" x="0" y="0" width={width} height={height - top} />
              {coast && (
                <g aria-hidden="true">
                  <path class="land far" d={coast.neighbours} />
                  <path class="land" d={coast.norway} />
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
              {map.routes.map((one) => {
                const route = routes[one.at];
                const metres = route === undefined ? null : routeMetres(route, placeOf);
                if (route === undefined || metres === null) return null;
                return (
                  <path
                    key={`${route.from} ${route.to}`}
                    class="drawn-route"
                    data-item=""
                    data-route={one.at}
                    role="img"
                    aria-label={fill(words.routeItem, { name: nameOfRoute(route), length: length(metres, language) })}
                    d={one.d}
                  />
                );
              })}
              {line !== null && (
                <path
                  class="drawn-route"
                  d={`M${map.sites.find((one) => one.site === line.from)?.x ?? line.x},${map.sites.find((one) => one.site === line.from)?.y ?? line.y}L${line.x},${line.y}`}
                />
              )}
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
                  onPointerDown={(event) => {
                    if (event.button !== 0) return;
                    event.currentTarget.setPointerCapture(event.pointerId);
                    setLine({ from: one.site, x: one.x, y: one.y });
                    event.preventDefault();
                  }}
                  onPointerMove={(event) => {
                    if (line !== null) setLine({ from: line.from, ...inFrame(event) });
                  }}
                  onPointerUp={(event) => {
                    const to = line === null ? null : siteAt(map, inFrame(event));
                    if (line !== null && to !== null && to !== line.from) onRoutes(withRoute(settled, line.from, to));
                    setLine(null);
                  }}
                  onPointerCancel={() => setLine(null)}
                />
              ))}
              <RouteHandles
                map={map}
                routes={routes}
                nameOf={nameOfRoute}
                placeAt={(event) => {
                  const { x, y } = inFrame(event);
                  const [lon, lat] = map.projection.invert?.([x, y]) ?? [0, 0];
                  return { lat, lon };
                }}
                onDrag={setDragged}
                onRoutes={(next) => {
                  setDragged(null);
                  onRoutes(next);
                }}
              />
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
                <MapScale px={map.scale.px} metres={map.scale.metres} base={height - top} language={language} />
              </g>
            </g>
          </>
        );
      }}
    />
  );
}
