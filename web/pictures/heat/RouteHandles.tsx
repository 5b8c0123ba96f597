// The points of drawn routes, to be taken hold of: dragged with a pointer, moved with the arrow keys, taken away with Delete.
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { DrawnRoute } from '../../../server/contract/drawnRoutes.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';
import type { HeatMap } from './mapLayout.ts';
import { movedBy, withPoint, withPointAt, withoutPoint } from './routeShape.ts';
import type { Place } from './routeShape.ts';

type Props = {
  readonly map: HeatMap;
  readonly routes: readonly DrawnRoute[];
  readonly nameOf: (route: DrawnRoute) => string;
  readonly placeAt: (event: PointerEvent) => Place;
  /** While a point is dragged, and when it is let go. */
  readonly onDrag: (routes: readonly DrawnRoute[]) => void;
  readonly onRoutes: (routes: readonly DrawnRoute[]) => void;
};
/** px that an arrow key moves a point, as metres on this map, and with Shift. */
const STEP = { small: 4, large: 24 };

export function RouteHandles({ map, routes, nameOf, placeAt, onDrag, onRoutes }: Props): VNode {
  const words = HEAT_WORDS[useLanguage()];
  const held = useRef<{ readonly at: number; readonly point: number } | null>(null);
  const metresPerPx = map.scale.px > 0 ? map.scale.metres / map.scale.px : 1;
  const drag = (event: PointerEvent): void => {
    if (held.current !== null) onDrag(withPointAt(routes, held.current.at, held.current.point, placeAt(event)));
  };
  const letGo = (event: PointerEvent): void => {
    if (held.current !== null) onRoutes(withPointAt(routes, held.current.at, held.current.point, placeAt(event)));
    held.current = null;
  };
  const takeHold = (event: PointerEvent, at: number, point: number): void => {
    if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { at, point };
  };
  const onKeyDown = (event: KeyboardEvent, at: number, point: number): void => {
    const place = routes[at]?.via[point];
    if (place === undefined) return;
    const metres = metresPerPx * (event.shiftKey ? STEP.large : STEP.small);
    const [east, north] =
      { ArrowLeft: [-metres, 0], ArrowRight: [metres, 0], ArrowUp: [0, metres], ArrowDown: [0, -metres] }[event.key] ?? [];
    if (east !== undefined && north !== undefined) onRoutes(withPointAt(routes, at, point, movedBy(place, east, north)));
    else if (event.key === 'Delete' || event.key === 'Backspace') onRoutes(withoutPoint(routes, at, point));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <g class="route-handles">
      {map.routes.map(({ at, points, middles }) => {
        const route = routes[at];
        if (route === undefined) return null;
        return (
          <g key={`${route.from} ${route.to}`}>
            {middles.map(({ x, y }, leg) => (
              <circle
                key={`m${leg}`}
                class="route-middle"
                aria-hidden="true"
                cx={x}
                cy={y}
                r={5}
                onPointerDown={(event) => {
                  onDrag(withPoint(routes, at, leg, placeAt(event)));
                  takeHold(event, at, leg);
                }}
                onPointerMove={drag}
                onPointerUp={letGo}
              />
            ))}
            {points.map(({ x, y }, point) => (
              <circle
                key={`p${point}`}
                class="route-point"
                role="button"
                tabindex={0}
                aria-label={fill(words.routePoint, { point: point + 1, name: nameOf(route) })}
                cx={x}
                cy={y}
                r={7}
                onKeyDown={(event) => onKeyDown(event, at, point)}
                onPointerDown={(event) => takeHold(event, at, point)}
                onPointerMove={drag}
                onPointerUp={letGo}
              />
            ))}
          </g>
        );
      })}
    </g>
  );
}
