// Pipe routes that somebody drew on the map, as they stand in an address and in a question to the API.
import { z } from 'zod';

const point = z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });
/** From one site to another by the points between, in order; none is a straight line. */
export const drawnRouteSchema = z.object({ from: z.string().min(1), to: z.string().min(1), via: z.array(point).max(100).readonly() });
export type DrawnRoute = z.output<typeof drawnRouteSchema>;

/** Six decimals of a degree are a decimetre. */
const DECIMALS = 6;
/** `!` stands between routes and `~` between the parts of one, so names may hold neither as they are. */
const shielded = (name: string): string =>
  encodeURIComponent(name).replaceAll(/[!~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
const rounded = (degrees: number): string => String(Number(degrees.toFixed(DECIMALS)));

/** `site~site~lat,lon~lat,lon!site~site`; no routes are an empty text. */
export const routesText = (routes: readonly DrawnRoute[]): string =>
  routes
    .map(({ from, to, via }) => [shielded(from), shielded(to), ...via.map(({ lat, lon }) => `${rounded(lat)},${rounded(lon)}`)].join('~'))
    .join('!');

/** The routes of such a text; null where it is none. */
export function readRoutes(text: string): readonly DrawnRoute[] | null {
  if (text === '') return [];
  const routes = text.split('!').map((one): unknown => {
    const [from = '', to = '', ...points] = one.split('~');
    try {
      return {
        from: decodeURIComponent(from),
        to: decodeURIComponent(to),
        via: points.map((pair) => {
          const [lat, lon, ...more] = pair.split(',').map((number) => (number.trim() === '' ? Number.NaN : Number(number)));
          return { lat: more.length > 0 ? Number.NaN : lat, lon };
        }),
      };
    } catch {
      return null;
    }
  });
  const read = z.array(drawnRouteSchema).safeParse(routes);
  return read.success ? read.data : null;
}
