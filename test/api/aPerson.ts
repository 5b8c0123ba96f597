// A person with a browser: keeps the cookies it is given, and asks with them.
import type { RouteName } from '../../server/contract/routes.ts';
import type { Asked, TestServer } from './aServer.ts';

export function aPerson(server: TestServer) {
  const jar = new Map<string, string>();
  const keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      const gone = attributes.some((one) => /^\s*max-age=0$/i.test(one));
      if (gone) jar.delete(name);
      else jar.set(name, value.join('='));
    }
  };
  const cookie = (): string => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const withCookies = (asked: Asked): Asked => ({ ...asked, headers: { ...asked.headers, cookie: cookie() } });
  return {
    jar,
    cookie,
    /** Looks as one of its roles from now on. */
    lookAs: (viewer: string): void => void jar.set('flytkart-viewer', encodeURIComponent(viewer)),
    send: async (name: RouteName, asked: Asked = {}): Promise<Response> => {
      const response = await server.send(name, withCookies(asked));
      keep(response);
      return response;
    },
    ask: <Name extends RouteName>(name: Name, asked: Asked = {}) => server.askWith(name, withCookies(asked), keep),
    refused: (name: RouteName, asked: Asked = {}) => server.refused(name, withCookies(asked)),
  };
}
export type TestPerson = ReturnType<typeof aPerson>;
