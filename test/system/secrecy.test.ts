// What one company keeps to itself makes no difference to anybody else: two databases that differ only in hidden values answer every other viewer
// alike, byte for byte, over every route there is; and no word of what is hidden is found in any answer.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_ROOT, ROUTES } from '../../server/contract/routes.ts';
import type { RouteName } from '../../server/contract/routes.ts';
import { ACCOUNT_ROUTES } from '../../server/contract/accounts.ts';
import { aServer } from '../api/aServer.ts';
import type { TestServer } from '../api/aServer.ts';
import { lookingAs } from '../api/leadVisits.ts';

const CLUSTER = 'Rana';
const HIDDEN = 'Hemmelig Verk AS';
/** Stand in every hidden field; no other text of the cluster holds them. */
const MARK = 'zqx';
const MARKED_NUMBER = 918_273;

type Hidden = { readonly tonnes: number; readonly price: number; readonly degrees: number; readonly mark: string };
const HEAD = 'Bedrift;Kommune;Lat;Lon;Prosess;Retning;Rolle;Ressurs;Mengde;Enhet;Temperatur;Pris;Kvalitet;Kommentar;Deling';

/** A cluster of eight; one of them keeps some flows to itself, some to facilitators, some to partners, and opens two to the cluster. */
function screening({ tonnes, price, degrees, mark }: Hidden): string {
  const place = 'Rana;66.3;14.1';
  const secret = (words: string, role: string, amount: number, level: string): string =>
    `${HIDDEN};${place};Ovn ${mark};${role === 'need' ? 'inn' : 'ut'};${role};${words};${amount};tonn/år;${words.startsWith('Varm') ? degrees : ''};${price};Cd ${mark};${mark};${level}`;
  const open = (company: string, lat: number, direction: string, role: string, words: string, amount: number): string =>
    `${company};Rana;${lat};14.2;;${direction};${role};${words};${amount};tonn/år;;;;;`;
  return [
    HEAD,
    secret(`Slam ${mark}`, 'waste', tonnes, 'own'),
    secret(`Slagg ${mark}`, 'surplus', tonnes, 'facilitator'),
    secret('Bark', 'surplus', tonnes, 'partner'),
    secret('Flis', 'need', tonnes, 'partner'),
    // Open to the cluster: the amount is everybody's, price, quality and comment are not.
    `${HIDDEN};${place};;ut;surplus;Flyveaske;400;tonn/år;;${price};Pb ${mark};${mark};cluster`,
    open('Sagbruket AS', 66.31, 'ut', 'surplus', 'Flis', 700),
    open('Varmeverket AS', 66.32, 'inn', 'need', 'Bark til fyring', 900),
    open('Betongen AS', 66.33, 'inn', 'need', 'Flyveaske til betong', 800),
    open('Gartneriet AS', 66.34, 'inn', 'need', 'Bark til jordblanding', 300),
    open('Asfalten AS', 66.35, 'inn', 'need', 'Slagg som tilslag', 1200),
    open('Bruket AS', 66.36, 'ut', 'surplus', 'Bark', 250),
    open('Spon AS', 66.37, 'ut', 'surplus', 'Kutterflis', 260),
  ].join('\n');
}

type World = {
  readonly server: TestServer;
  readonly companies: ReadonlyMap<string, string>;
  readonly flows: readonly string[];
  readonly leads: readonly string[];
};
async function world(hidden: Hidden): Promise<World> {
  const server = await aServer();
  await server.imported({ name: 'rana.csv', content: screening(hidden) }, CLUSTER);
  await server.imported(
    { name: 'far.csv', content: `${HEAD}\nLangt Borte AS;Porsgrunn;59.1;9.6;;ut;surplus;Gips;500;tonn/år;;;;;public` },
    'Herøya',
  );
  const page = await server.ask('cluster', { path: { cluster: CLUSTER } });
  const manager = lookingAs(`manager:${encodeURIComponent(CLUSTER)}`);
  const { rows } = await server.ask('matchRows', { path: { cluster: CLUSTER }, headers: manager });
  // Pairs of the flows that are open to partners, whose words are the same in every world.
  const ofHidden = rows.filter(
    (row) => (row.giver_name === HIDDEN && row.surplus_words === 'Bark') || (row.taker_name === HIDDEN && row.need_words === 'Flis'),
  );
  const leads: string[] = [];
  for (const { surplus, need } of ofHidden.toSorted((x, y) => (x.surplus + x.need < y.surplus + y.need ? -1 : 1)).slice(0, 3))
    leads.push((await server.ask('leadCreate', { path: { cluster: CLUSTER }, body: { surplus, need }, headers: manager })).id);
  return { server, companies: new Map(page.companies.map(({ name, id }) => [name, id])), flows: page.flows.map(({ id }) => id), leads };
}

/** Every question of the API that reads, with each value its path may take. */
function questions(worlds: readonly World[]): string[] {
  const all = (pick: (one: World) => readonly string[]): string[] => [...new Set(worlds.flatMap(pick))];
  const values: Readonly<Record<string, readonly string[]>> = {
    cluster: [CLUSTER, 'Herøya', 'Nowhere'],
    company: [...all((one) => [...one.companies.values()]), 'nobody'],
    flow: [...all((one) => one.flows), 'nothing'],
    lead: ['LEAD-0', 'LEAD-1', 'LEAD-2', 'nothing'],
    entry: [...all((one) => [...one.companies.values()].map((id) => `company:${id}`)), 'new:x'],
    table: ['matches', 'leads', 'registers', 'funnel', 'none'],
    format: ['csv', 'json', 'none'],
    scenario: ['1', 'nothing'],
    import: ['1'],
    preview: ['x'],
  };
  const free = new Set<RouteName>([...(Object.keys(ACCOUNT_ROUTES) as RouteName[]), 'viewer', 'previewEvents', 'heatBound']);
  return (Object.keys(ROUTES) as RouteName[]).flatMap((name) => {
    const { method, path } = ROUTES[name];
    if (method !== 'get' || free.has(name)) return [];
    const names = [...path.matchAll(/\{(\w+)\}/g)].map((one) => one[1] ?? '');
    let filled: string[] = [path];
    for (const one of names)
      filled = filled.flatMap((each) => (values[one] ?? ['x']).map((value) => each.replace(`{${one}}`, encodeURIComponent(value))));
    const queries = name === 'matches' ? ['?lang=nb&refused=yes&limit=5000', '?lang=en'] : ['?lang=nb', '?lang=en'];
    return filled.flatMap((each) => queries.map((query) => API_ROOT + each + query));
  });
}

/** Status, headers and body. Ids of leads are drawn at random: they are told by their order here, and so is the mark of a body that holds one. */
async function answer({ server, leads }: World, path: string, viewer: string): Promise<string> {
  const own = leads.reduce((text, id, at) => text.replaceAll(`LEAD-${at}`, id), path);
  const response = await fetch(server.origin + own, { headers: lookingAs(viewer) });
  const raw = await response.text();
  const body = leads.reduce((text, id, at) => text.replaceAll(id, `LEAD-${at}`), raw);
  const left = ['date', 'keep-alive', 'connection', 'x-request-id', ...(body === raw ? [] : ['etag'])];
  const headers = [...response.headers].filter(([name]) => !left.includes(name));
  return JSON.stringify([response.status, headers, body]);
}

let one: World;
let other: World;
/** Lies in another band of size. */
let far: World;
/** As the first, and asked as often as the far one. */
let near: World;
beforeAll(async () => {
  one = await world({ tonnes: 520, price: MARKED_NUMBER, degrees: 71, mark: `${MARK}a` });
  other = await world({ tonnes: 640, price: MARKED_NUMBER + 11, degrees: 77, mark: `${MARK}b` });
  near = await world({ tonnes: 520, price: MARKED_NUMBER, degrees: 71, mark: `${MARK}a` });
  far = await world({ tonnes: 52_000, price: MARKED_NUMBER, degrees: 71, mark: `${MARK}a` });
}, 60_000);
afterAll(async () => {
  for (const { server } of [one, other, near, far]) await server.close();
});

/** Everyone but the company itself and its facilitators. */
function others(): string[] {
  const members = [...one.companies].filter(([name]) => name !== HIDDEN).map(([, id]) => id);
  const [first = '', second = ''] = members;
  return [
    ...members.slice(0, 6).map((id) => `member:${id}`),
    'member:910000099',
    `consultant:${first},${second}`,
    `manager:${encodeURIComponent('Herøya')}`,
  ];
}

describe('what a company keeps to itself', () => {
  it('stands in both databases, for its owner and for the person at this machine', async () => {
    const own = `member:${one.companies.get(HIDDEN) ?? ''}`;
    for (const viewer of ['local', own]) {
      const page = `${API_ROOT}/companies/${one.companies.get(HIDDEN) ?? ''}`;
      expect(await answer(one, page, viewer)).toContain(`Slam ${MARK}a`);
      expect(await answer(other, page, viewer)).toContain(`Slam ${MARK}b`);
    }
    expect(one.leads.length).toBeGreaterThan(0);
  });

  it('changes no byte of any answer to anybody else, as long as it stays within its band', async () => {
    const asked = questions([one, other]);
    expect(asked.length).toBeGreaterThan(100);
    for (const viewer of others())
      for (const path of asked) {
        const [a, b] = await Promise.all([answer(one, path, viewer), answer(other, path, viewer)]);
        if (a !== b) expect({ viewer, path, answer: b }).toEqual({ viewer, path, answer: a });
      }
  }, 240_000);

  it('is found by no word and no number in any answer to anybody else', async () => {
    for (const viewer of others())
      for (const path of questions([one])) {
        const text = await answer(one, path, viewer);
        for (const mark of [MARK, String(MARKED_NUMBER)])
          if (text.includes(mark))
            expect({ viewer, path, near: text.slice(Math.max(0, text.indexOf(mark) - 200), text.indexOf(mark) + 40) }).toBeNull();
      }
  }, 240_000);

  it('lets a neighbour see no pair between two others, nor its own before both said yes', async () => {
    const neighbour = `member:${one.companies.get('Varmeverket AS') ?? ''}`;
    const path = { cluster: CLUSTER };
    expect((await one.server.ask('matches', { path, query: { refused: 'yes' } })).matches.length).toBeGreaterThan(3);
    expect(await one.server.ask('matches', { path, query: { refused: 'yes' }, headers: lookingAs(neighbour) })).toEqual({
      matches: [],
      refused: [],
    });
  });

  it('moves only the band of a blind lead when it goes over into another', async () => {
    const taker = `member:${one.companies.get('Varmeverket AS') ?? ''}`;
    const changed: string[] = [];
    for (const path of questions([near, far])) {
      const [a, b] = await Promise.all([answer(near, path, taker), answer(far, path, taker)]);
      if (a === b || path.includes('/totals')) continue;
      changed.push(path);
      const same = (text: string): string =>
        text
          .replaceAll(/\\"size\\":(\{[^}]*\}|null)/g, '')
          .replaceAll(/\["content-length","\d+"\],?/g, '')
          .replaceAll(/\["etag","[^"]*(\\")?[^"]*"\],?/g, '');
      expect(same(b)).toBe(same(a));
    }
    expect(changed.every((path) => /leads|own/.test(path))).toBe(true);
  }, 120_000);
});
