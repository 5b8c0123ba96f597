// Names and words that are markup to a careless page: planted in every text field of a screening, walked through on every page, in both languages.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anApp } from './appPage.ts';
import type { App } from './appPage.ts';

const PLANTS = [
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(2)>',
  "javascript:alert(3)//'",
  '<script>alert(4)</script>',
  '</title></style></text><script>alert(5)</script>',
  '{{7*7}}${alert(6)}',
  '&lt;b&gt;&#60;i onclick=alert(7)&#62;',
] as const;
const CLUSTER = `Klynge ${PLANTS[0]}`;
const HEAD = 'Bedrift;Næring;Kommune;Lokalitet;Prosess;Retning;Ressurs;Mengde;Enhet;Kvalitet;Kommentar;Strøm-ID;Lat;Lon;Egen kolonne';
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
/** Each plant in each field of some row: fields take turns. */
const screening = [
  HEAD,
  ...PLANTS.flatMap((plant, at) => {
    const other = PLANTS[(at + 1) % PLANTS.length] ?? '';
    const row = (direction: string, words: string): string =>
      [
        `${direction === 'ut' ? 'Verk' : 'Bruk'} ${plant}`, plant, other, plant, other, direction, words, '120', 'tonn/år', plant, other, `${at}${direction}${plant}`, '59.1', `9.${at}`, plant,
      ].map(quoted).join(';'); // prettier-ignore
    return [row('ut', `Flis ${plant}`), row('inn', `Flis ${other}`), row('ut', plant)];
  }),
  // Rejected, so that its cells stand in an error message.
  `${quoted(PLANTS[1])};;;;;ut;Aske;${quoted(PLANTS[0])};${quoted(PLANTS[3])};;;;;;`,
].join('\n');

let app: App;
beforeAll(async () => {
  app = await anApp();
}, 120_000);
afterAll(() => app.close());

it('is text wherever it is shown: no script runs, no element of it is made, and the content policy has nothing to stop', async () => {
  const { server } = app;
  const file = { name: `${PLANTS[0].replaceAll('/', '')}.csv`, content: screening };
  const preview = await server.previewed(file, CLUSTER);
  expect(preview.file.rows_ok).toBeGreaterThan(15);
  await server.imported(file, CLUSTER);
  const path = { cluster: CLUSTER };
  const page1 = await server.ask('cluster', { path });
  const company = page1.companies[0]?.id ?? '';
  const [row] = (await server.ask('matchRows', { path })).rows;
  const lead = row === undefined ? null : await server.ask('leadCreate', { path, body: { surplus: row.surplus, need: row.need } });
  if (lead !== null) await server.ask('leadNote', { path: { lead: lead.id }, body: { text: PLANTS.join(' ') } });
  await server.ask('registerAdd', { path, body: { kind: 'challenge', title: PLANTS[1], text: PLANTS[3], companies: [company] } });
  await server.ask('scenarioAdd', { path, body: { name: PLANTS[1], changes: [] } });

  const there = `/cluster/${encodeURIComponent(CLUSTER)}`;
  const pages = [
    '/', there, ...['matches', 'leads', 'registers', 'companies', 'heat', 'coverage', 'meeting', 'map', 'report'].map((one) => `${there}/${one}`),
    ...(row === undefined ? [] : [`${there}/match/${encodeURIComponent(row.surplus)}/${encodeURIComponent(row.need)}`]),
    ...(lead === null ? [] : [`/lead/${lead.id}`, `/lead/${lead.id}/letter`]),
    ...['', '/entry', '/quick', '/balance'].map((one) => `/company/${encodeURIComponent(company)}${one}`),
    `/import?cluster=${encodeURIComponent(CLUSTER)}`, '/imports', '/people', `/${encodeURIComponent(PLANTS[0])}`,
  ]; // prettier-ignore
  const { page, faults } = await app.open('/');
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const made: string[] = [];
  for (const lang of ['nb', 'en'])
    for (const one of pages) {
      await page.goto(`${server.origin}${one}${one.includes('?') ? '&' : '?'}lang=${lang}`);
      await page.waitForLoadState('networkidle');
      // Every tooltip and every closed part is opened.
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
        for (const item of document.querySelectorAll('path.link, rect.node, circle, [data-flow]'))
          for (const kind of ['pointerover', 'pointerenter', 'mousemove', 'focus']) item.dispatchEvent(new Event(kind, { bubbles: true }));
      });
      const found = await page.evaluate(() =>
        [
          ...document.querySelectorAll(
            'script:not([src]), [onerror], [onload], [onclick], img[src="x"], a[href^="javascript:" i], svg svg[onload]',
          ),
        ].map((element) => element.outerHTML.slice(0, 200)),
      );
      made.push(...found.map((html) => `${one}: ${html}`));
    }
  // The import page with the file itself: preview, messages and rejected rows.
  await page.goto(`${server.origin}/import`);
  await page.waitForLoadState('networkidle');
  await page.setInputFiles('input[type=file]', { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(screening) });
  await page.waitForTimeout(1_500);
  // The diagram of a flow table that somebody else made.
  await page.goto(`${server.origin}/draw`);
  const table = [
    'id,source,target,value,unit',
    ...PLANTS.map((plant, at) => [`${at}${plant}`, plant, `til ${PLANTS[(at + 1) % 7]}`, '5', plant].map(quoted).join(',')),
  ].join('\n');
  await page.setInputFiles('input[type=file]', { name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await page.waitForSelector('svg.sankey path.link');
  expect(await page.locator('svg.sankey text.label').first().textContent()).toMatch(/\S/);

  expect(dialogs).toEqual([]);
  expect(made).toEqual([]);
  // A page that is not there answers as one; nothing else may have gone wrong, and no policy was broken.
  expect([...new Set(faults)].filter((fault) => !/^4\d\d: .*(lang=|api)|status of 4\d\d/.test(fault))).toEqual([]);
}, 240_000);
