// How long does /draw take from a chosen table to the last frame, in a real Chromium? By the clock, and by what the page's and the worker's
// threads worked, which a busy machine does not change.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveDraw } from '../test/browser/drawPage.ts';
import type { Served } from '../test/browser/drawPage.ts';
import { madeUp } from './sankey.ts';

/** Links, most milliseconds to the last frame (design, figures to reach). */
const REACH = [
  [300, 300],
  [5000, 2000],
] as const;
const LONGEST_TASK = 200;
const SCREEN = { width: 1400, height: 900 };

type Event = { name: string; ph: string; pid: number; tid: number; ts: number; tdur?: number; args?: { name?: string } };
type Drawn = { readonly clock: number; readonly work: number; readonly longest: number };

async function draw(served: Served, links: number): Promise<Drawn> {
  const rows = madeUp(6, Math.round(links / 25), links, 11).map((flow) =>
    [flow.id, flow.source, flow.target, flow.value, flow.unit].join(','),
  );
  const table = JSON.stringify(`id,source,target,value,unit\n${rows.join('\n')}\n`);
  // The bench's own steps are texts, which the page's content policy would not run.
  const page = await served.browser.newPage({ viewport: SCREEN, bypassCSP: true });
  await page.goto(`${served.url}/draw`);
  // The small pictures of the start page are there, and with them the parsers and the worker.
  await page.waitForFunction("document.querySelectorAll('[data-start] .band').length > 60");
  const folder = mkdtempSync(join(tmpdir(), 'flytkart-bench-'));
  const path = join(folder, 'trace.json');
  await served.browser.startTracing(page, { path, categories: ['toplevel'] });
  const clock = await page.evaluate<number>(`(async () => {
    const started = performance.now();
    const data = new DataTransfer();
    data.items.add(new File([${table}], 'bench.csv'));
    const input = document.querySelector('input[type=file]');
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    while (document.querySelectorAll('g.links:not([visibility]) path.link').length < ${links}) await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - started;
  })()`);
  await served.browser.stopTracing();
  const { traceEvents } = JSON.parse(readFileSync(path, 'utf8')) as { traceEvents: Event[] };
  rmSync(folder, { recursive: true });
  await page.close();
  const threads = new Map(traceEvents.filter((one) => one.name === 'thread_name').map((one) => [`${one.pid} ${one.tid}`, one.args?.name]));
  const tasks = traceEvents.filter((one) => one.ph === 'X' && one.name === 'ThreadControllerImpl::RunTask');
  const of = (thread: string): number[] =>
    tasks.filter((one) => threads.get(`${one.pid} ${one.tid}`)?.startsWith(thread) === true).map((one) => (one.tdur ?? 0) / 1000);
  const [main, worker] = [of('CrRendererMain'), of('DedicatedWorker')];
  const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
  return { clock, work: sum(main) + sum(worker), longest: Math.max(0, ...main) };
}

const served = await serveDraw();
for (const [links, reach] of REACH) {
  const runs: Drawn[] = [];
  for (let i = 0; i < 3; i++) runs.push(await draw(served, links));
  const least = (of: (run: Drawn) => number): number => Math.round(Math.min(...runs.map(of)));
  const [clock, work, longest] = [least((run) => run.clock), least((run) => run.work), least((run) => run.longest)];
  const line = (what: string, value: number, most: number, more: string): void =>
    console.log(`${value <= most ? 'ok  ' : 'MISS'} ${what}: ${value} ms${more} (reach ${most} ms)`);
  line(`picture of ${links} links on /draw, to the last frame`, clock, reach, `, ${work} ms of work`);
  line(`longest task of the page meanwhile, ${links} links`, longest, LONGEST_TASK, ' of work');
}
await served.close();
