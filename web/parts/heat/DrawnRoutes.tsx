// Routes that somebody draws for the pipes: chosen from two lists here or drawn from site to site on the map, with their length and what they did.
import { useState } from 'preact/hooks';
import type { DrawnRoute } from '../../../server/contract/drawnRoutes.ts';
import type { HeatPage } from '../../../server/contract/heatAnswer.ts';
import { length } from '../../pictures/heat/kilowatts.ts';
import { routeBetween, routeMetres, withMiddlePoint, withRoute, withoutPoint, withoutRoute } from '../../pictures/heat/routeShape.ts';
import { HEAT_WORDS } from '../../words/heat.ts';
import { fill, useLanguage } from '../../words/words.ts';

type Props = {
  readonly page: HeatPage;
  readonly routes: readonly DrawnRoute[];
  readonly onRoutes: (routes: readonly DrawnRoute[]) => void;
  readonly siteName: (site: string) => string;
};

export function DrawnRoutes({ page, routes, onRoutes, siteName }: Props) {
  const language = useLanguage();
  const words = HEAT_WORDS[language];
  const sites = page.places.map(({ site }) => ({ site, name: siteName(site) })).sort((a, b) => a.name.localeCompare(b.name, language));
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const placeOf = (site: string) => page.places.find((one) => one.site === site) ?? null;
  const carries = (route: DrawnRoute): boolean =>
    (page.network?.edges ?? []).some((edge) => routeBetween([route], edge.from, edge.to) !== undefined);
  const status = (route: DrawnRoute, metres: number | null): string =>
    metres === null ? words.routeUnknown : carries(route) ? words.routeUsed : words.routeUnused;
  const choose = (label: string, value: string, onChange: (site: string) => void) => (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{words.routeChoose}</option>
        {sites.map(({ site, name }) => (
          <option key={site} value={site}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
  const possible = from !== '' && to !== '' && from !== to && routeBetween(routes, from, to) === undefined;
  return (
    <section aria-labelledby="routes-title" class="heat-routes">
      <h3 id="routes-title">{words.routes}</h3>
      <p class="quiet heat-help">{words.routesHelp}</p>
      <form
        class="controls"
        onSubmit={(event) => {
          event.preventDefault();
          if (possible) onRoutes(withRoute(routes, from, to));
        }}
      >
        {choose(words.from, from, setFrom)}
        {choose(words.to, to, setTo)}
        <button type="submit" disabled={!possible}>
          {words.routeAdd}
        </button>
      </form>
      {routes.length > 0 && (
        <ul class="heat-route-list">
          {routes.map((route, i) => {
            const metres = routeMetres(route, placeOf);
            const name = fill(words.routeName, { from: siteName(route.from), to: siteName(route.to) });
            return (
              <li key={`${route.from} ${route.to}`} data-route={`${route.from} ${route.to}`}>
                <strong>{name}</strong> {metres !== null && <span data-figure="route-length">{length(metres, language)}</span>}{' '}
                <span class="quiet">{status(route, metres)}</span>{' '}
                <button
                  type="button"
                  aria-label={`${words.routePointAdd}: ${name}`}
                  disabled={metres === null}
                  onClick={() => onRoutes(withMiddlePoint(routes, i, placeOf))}
                >
                  {words.routePointAdd}
                </button>{' '}
                {route.via.length > 0 && (
                  <button
                    type="button"
                    aria-label={`${words.routePointRemove}: ${name}`}
                    onClick={() => onRoutes(withoutPoint(routes, i, route.via.length - 1))}
                  >
                    {words.routePointRemove}
                  </button>
                )}{' '}
                <button type="button" aria-label={`${words.routeRemove}: ${name}`} onClick={() => onRoutes(withoutRoute(routes, i))}>
                  {words.routeRemove}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
