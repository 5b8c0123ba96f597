// Many at once on one server: editors beside a large import, and the same file imported twice at the same time.
import { checkDatabase } from '../server/tasks/backup.ts';
import { openForReading } from '../server/tasks/open.ts';
import { LOCAL } from '../server/domain/viewer.ts';
import { CLUSTER, prepare, screeningText } from './killedImports.ts';
import { importOver, startServer } from './startedServer.ts';
import type { Drill } from './drilling.ts';

const WRITERS = 8;
/** Between two words of one writer, ms. */
const PAUSE = 20;

export const together = (rows: number): Drill => ({
  what: `${WRITERS} writers beside an import of ${rows} rows, then one file imported twice at once`,
  run: async (folder) => {
    const { base } = await prepare(folder, 0);
    const faults: string[] = [];
    const server = await startServer(base);
    const { origin } = server;
    const json = (path: string, method: string, body: unknown): Promise<Response> =>
      fetch(`${origin}/api/v1${path}`, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    const state = { importing: true };
    /** The last version of each writer's draft that the server said it kept. */
    const acknowledged = new Map<string, number>();
    const times: number[] = [];
    const importing = importOver(origin, CLUSTER, 'large.csv', screeningText(rows, 'Stor')).finally(() => (state.importing = false));
    const writer = async (who: number): Promise<void> => {
      const id = `new:skriver${who}`;
      const facts = { company: `Skriver ${who} AS`, org_number: '', municipality: '', nace: '', activity: '' };
      for (let version = 0; state.importing || version === 0; version += 1) {
        const cells = { direction: 'ut', resource: 'Bark', quantity: String(version + 1), unit: 'tonn/år' };
        const content = {
          cluster: CLUSTER,
          company: null,
          facts,
          rows: [{ id: 'r', cells, others: {}, question: null, flow: null }],
          decimal: null,
        };
        const started = performance.now();
        const response = await json(`/entries/${encodeURIComponent(id)}`, 'PUT', { base: version, content });
        const text = await response.text();
        times.push(performance.now() - started);
        if (response.status !== 200) return void faults.push(`${id}, version ${version}: ${response.status} ${text.slice(0, 200)}`);
        acknowledged.set(id, version + 1);
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, who) => writer(who)));
    const done = await importing;
    if (done.state !== 'committed') faults.push(`the import is ${done.state}`);
    for (const [id, version] of acknowledged) {
      const kept = (await (await fetch(`${origin}/api/v1/entries/${encodeURIComponent(id)}`)).json()) as {
        version: number;
        content: { rows: { cells: { quantity?: string } }[] };
      };
      if (kept.version !== version || kept.content.rows[0]?.cells.quantity !== String(version))
        faults.push(`${id}: version ${version} was acknowledged, ${kept.version} is there`);
    }

    const twice = screeningText(2_000, 'To ganger');
    const both = await Promise.allSettled([importOver(origin, 'To', 'twice.csv', twice), importOver(origin, 'To', 'twice.csv', twice)]);
    const told = both.map((one) => (one.status === 'fulfilled' ? one.value.state : String(one.reason)));
    if (told.every((one) => one !== 'committed')) faults.push(`of two at once none went in: ${told.join(' / ')}`);
    for (const one of told) if (one !== 'committed' && !/busy|Try again/.test(one)) faults.push(`of two at once one said: ${one}`);
    if ((await server.stop()) !== 0) faults.push('the server did not stop well');
    if (/\n\s+at /.test(server.said())) faults.push(`the server said: ${server.said().slice(0, 400)}`);
    faults.push(...checkDatabase(base));
    const store = openForReading(base);
    const flows = [...store.flowCounts(LOCAL, 'To').values()].reduce((sum, one) => sum + one, 0);
    store.close();
    if (flows !== 2_000) faults.push(`two at once left ${flows} flows`);
    times.sort((a, b) => a - b);
    return {
      figures: {
        rows, 'writes acknowledged, all of them there': times.length,
        'a write, 99th percentile ms': Math.round(times[Math.floor(times.length * 0.99)] ?? 0), 'two at once': told.map((one) => (one === 'committed' ? one : 'told to try again')).sort().join(', '),
      },
      faults,
    }; // prettier-ignore
  },
});
