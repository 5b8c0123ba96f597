// What a stranger may try at the door: headers, methods, names, depth, size and patience. Each answer is one sentence, never our insides.
import { request as plainRequest, createServer } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE } from '../../server/cli/serve.ts';
import { errorSchema } from '../../server/contract/routes.ts';
import { API_ROOT } from '../../server/contract/routes.ts';
import { createApp } from '../../server/api/app.ts';
import { guarded } from '../../server/tasks/csvLine.ts';
import { aPerson } from './aPerson.ts';
import { aServer } from './aServer.ts';
import type { TestServer } from './aServer.ts';
import { firstAdministrator, PASSWORD } from './somePeople.ts';

let server: TestServer;
const HEAD = 'Bedrift;Retning;Ressurs;Mengde;Enhet;Kommentar';
let read = '';
beforeAll(async () => {
  server = await aServer();
  const preview = await server.previewed({
    name: 'x.csv',
    content: `${HEAD}\nØre AS;ut;Bark;12;tonn/år;\nØre AS;ut;Aske;mye;tonn/år;=1+1\n`,
  });
  read = preview.id;
});
afterAll(() => server.close());

const SAFE_HEADERS: Readonly<Record<string, string | RegExp>> = {
  'content-security-policy': /default-src 'self'/,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': /./,
  'x-request-id': /^[0-9a-f-]{36}$/,
};

describe('every answer', () => {
  it.each([
    ['a page', '/'],
    ['a diagram page', '/draw'],
    ['a deep page', '/klynge/x'],
    ['a static file', '/icon.svg'],
    ['a missing file', '/missing.js'],
    ['an API answer', `${API_ROOT}/clusters`],
    ['an API refusal', `${API_ROOT}/companies/nobody`],
    ['an unknown route', `${API_ROOT}/nothing`],
    ['a broken address', `${API_ROOT}/companies/%E0%A4%A`],
    ['the description', `${API_ROOT}/openapi.json`],
    ['a file', `${API_ROOT}/templates/csv`],
  ])('carries the headers that keep foreign scripts, frames and guesses out: %s', async (_what, path) => {
    const { headers } = await fetch(server.origin + path);
    for (const [name, value] of Object.entries(SAFE_HEADERS))
      expect([name, headers.get(name)]).toEqual([name, expect.stringMatching(value)]);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('server')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('carries them on streams of events and on files of rejected rows too, and none of these is kept in a cache', async () => {
    for (const name of ['previewEvents', 'rejected'] as const) {
      const { headers } = await server.send(name, { path: { preview: read } });
      for (const [header, value] of Object.entries(SAFE_HEADERS))
        expect([header, headers.get(header)]).toEqual([header, expect.stringMatching(value)]);
      expect(headers.get('cache-control')).toMatch(/no-store|no-cache/);
    }
  });
});

describe('a request that is not what it should be', () => {
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${server.origin}${API_ROOT}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  const refusal = async (response: Response): Promise<string> => {
    const text = await response.text();
    expect(text).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d|SQLITE/);
    return errorSchema.parse(JSON.parse(text)).error.code;
  };

  it('is refused where it is nested ten thousand deep, too large, or another kind than JSON', async () => {
    expect(await refusal(await post('/imports', `${'['.repeat(10_000)}${']'.repeat(10_000)}`))).toBe('request.invalid');
    expect(await refusal(await post('/imports', `{"preview":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`))).toBe('request.invalid');
    expect(await refusal(await post('/imports', JSON.stringify({ preview: 'x'.repeat(1_100_000) })))).toBe('request.tooLarge');
    expect(await refusal(await post('/imports', 'preview=1', { 'content-type': 'application/x-www-form-urlencoded' }))).toBe(
      'request.invalid',
    );
    expect(await refusal(await post('/imports', '<a/>', { 'content-type': 'text/xml' }))).toBe('request.invalid');
  });

  it('does not get a prototype or a field of ours changed', async () => {
    const evil = '{"preview":"nothing","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    expect(await refusal(await post('/imports', evil))).toBe('preview.unknown');
    const again = `{"map":{"__proto__":"company","constructor":"company"},"repairs":[],"viewer":{"kind":"local"},"owner":"x"}`;
    const response = await fetch(`${server.origin}${API_ROOT}/previews/${read}`, {
      method: 'PATCH',
      body: again,
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(200);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(JSON.stringify(await response.json())).not.toContain('"owner"');
    await server.settled(await server.ask('previewState', { path: { preview: read } }));
  });

  it('does not become another method by a header, a field or a query', async () => {
    const answer = await post('/imports?_method=DELETE', '{"_method":"DELETE"}', {
      'x-http-method-override': 'DELETE',
      'x-method-override': 'DELETE',
    });
    expect(await refusal(answer)).toBe('request.invalid');
    for (const method of ['TRACE', 'CONNECT', 'PROPFIND']) {
      const status = await new Promise<number>((resolve) => {
        const asked = plainRequest(`${server.origin}${API_ROOT}/clusters`, { method }, (got) => resolve(got.statusCode ?? 0));
        asked.on('error', () => resolve(400));
        asked.on('connect', () => resolve(0));
        asked.end();
      });
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });

  it('does not leave the folder of the pages, and is not sent elsewhere', async () => {
    const { port, hostname } = new URL(server.origin);
    const raw = (path: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(Number(port), hostname, () =>
          socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: close\r\n\r\n`),
        );
        let told = '';
        socket.on('data', (part) => void (told += part.toString()));
        socket.on('close', () => resolve(told));
      });
    for (const path of [
      '/../package.json',
      '/assets/../../../package.json',
      '/..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/.env',
      '/.git/config',
      '/assets/..\\..\\package.json',
    ])
      expect(await raw(path)).not.toMatch(/"flytkart"|\[core\]/);
    for (const path of ['//evil.example', '//evil.example/%2e%2e', '/\\evil.example', `${API_ROOT}//evil.example`]) {
      const told = await raw(path);
      expect(told).not.toMatch(/^location: *(\/\/|https?:|\/\\)/im);
    }
  });

  it('finds nothing by SQL in a name, and a cluster of that name stays a name', async () => {
    const evil = `x'); DROP TABLE imports; --`;
    expect(await server.refused('cluster', { path: { cluster: evil } })).toBe('cluster.unknown');
    expect(await server.refused('company', { path: { company: `' OR '1'='1` } })).toBe('company.unknown');
    await server.imported({ name: 'y.csv', content: `${HEAD}\n${evil.replaceAll(';', ',')} AS;ut;Bark;12;tonn/år;\n` }, evil);
    expect((await server.ask('clusters')).map(({ name }) => name)).toContain(evil);
    expect(await server.ask('imports')).toHaveLength(1);
  });

  it('gets a file name that cannot break out of its header', async () => {
    const { id } = await server.previewed({
      name: '"; filename="evil.exe\r\nset-cookie: a=b.csv',
      content: `${HEAD}\nØre AS;ut;Aske;mye;tonn/år;\nØre AS;ut;Bark;1;tonn/år;\n`,
    });
    const { headers } = await server.send('rejected', { path: { preview: id } });
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\r\n]*(\\"[^"\r\n]*)*"(; filename\*=UTF-8''[\w%.~!*'()-]+)?$/,
    );
  });

  it('keeps an upload out of reach under a name of our own, wherever its own name points', async () => {
    const { file } = await server.previewed({ name: '../../../../tmp/evil.csv', content: `${HEAD}\nØre AS;ut;Bark;1;tonn/år;\n` });
    expect(file.file).not.toMatch(/^\.\.|^\//);
  });

  it('is cut off where it takes its time: headers that never end do not hold a connection', async () => {
    expect(PATIENCE.headersTimeout).toBeLessThanOrEqual(20_000);
    expect(PATIENCE.requestTimeout).toBeGreaterThan(PATIENCE.headersTimeout);
    const hasty = createServer(
      { ...PATIENCE, headersTimeout: 150, requestTimeout: 300, connectionsCheckingInterval: 50 },
      (_request, response) => response.end(),
    );
    await new Promise<void>((resolve) => hasty.listen(0, '127.0.0.1', resolve));
    const at = hasty.address();
    const told = await new Promise<string>((resolve) => {
      const socket = connect(typeof at === 'object' && at !== null ? at.port : 0, '127.0.0.1', () =>
        socket.write('GET / HTTP/1.1\r\nhost: x\r\nx-slow: '),
      );
      let text = '';
      socket.on('data', (part) => void (text += part.toString()));
      socket.on('close', () => resolve(text));
    });
    expect(told).toMatch(/408/);
    hasty.close();
  });
});

describe('cookies over https', () => {
  it('are secure, for this host alone, out of the reach of scripts, and go with no request from elsewhere', async () => {
    const apart = await aServer({ accounts: { address: () => 'https://flytkart.example.no' } });
    try {
      await firstAdministrator(apart);
      const response = await apart.send('signIn', { body: { email: 'admin@fjord.example', password: PASSWORD } });
      const cookies = response.headers.getSetCookie();
      expect(cookies.length).toBeGreaterThan(0);
      for (const cookie of cookies) {
        expect(cookie).toMatch(/^__Secure-/);
        for (const word of [/; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i, /; Path=\//i]) expect(cookie).toMatch(word);
        expect(cookie).not.toMatch(/; Domain=/i);
      }
    } finally {
      await apart.close();
    }
  });

  it('tell browsers to stay with https there', () => {
    const app = createApp({
      work: server.work,
      pages: server.uploads,
      uploads: server.uploads,
      address: 'https://flytkart.example.no',
      report: () => undefined,
    });
    const https = createServer(app);
    return new Promise<void>((resolve, reject) => {
      https.listen(0, '127.0.0.1', () => {
        const at = https.address();
        void fetch(`http://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}/api/v1/health`)
          .then(({ headers }) => {
            expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
            https.close(() => resolve());
          })
          .catch(reject);
      });
    });
  });

  it('that were stolen before a sign-in are worth nothing after it: each sign-in makes a session of its own', async () => {
    const apart = await aServer({ accounts: {} });
    try {
      const first = await firstAdministrator(apart);
      const before = first.cookie();
      const again = aPerson(apart);
      await again.ask('signIn', { body: { email: 'admin@fjord.example', password: PASSWORD } });
      expect(again.cookie()).not.toBe(before);
      expect((await first.ask('account')).sessions).toHaveLength(2);
      const forged = before.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
      expect(await apart.refused('account', { headers: { cookie: forged } })).toBe('account.signIn');
    } finally {
      await apart.close();
    }
  });
});

describe('a cell that a spreadsheet would run', () => {
  it.each(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '＝1+1', "=HYPERLINK('x')", '-1+cmd', '+1;=2'])(
    '%j gets an apostrophe',
    (text) => expect(guarded(text)).toBe(`'${text}`),
  );
  it.each(['-12', '-12,5', '+3.25', '-1 200', '-1 200,75', '-5 %', '-1e5', '12', 'tonn', 'a=b', '', '- '])(
    '%j stays as it is, or is no formula',
    (text) => expect(text === '- ' || guarded(text) === text).toBe(true),
  );
});
it('reported no fault of its own in all of this', () => expect(server.reported).toEqual([]));
