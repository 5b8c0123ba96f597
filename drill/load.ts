// A cluster of 500 companies x 40 flows, read by 50 and edited by 5 while a file is imported: how long an answer takes, and whether memory stays flat.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDatabase } from '../server/tasks/backup.ts';
import { importFiles } from '../server/tasks/importFiles.ts';
import { CLUSTER, screeningText } from './killedImports.ts';
import { importOver, startServer } from './startedServer.ts';
import type { Drill } from './drilling.ts';
import { seeded } from './drilling.ts';

export type Load = {
  readonly companies: number;
  readonly readers: number;
  readonly editors: number;
  readonly minutes: number;
  /** A person looks at an answer for so long before the next question, ms, on average. */
  readonly pause: number;
};
const FLOWS_EACH = 40;
const P99_MOST = 300;
/** Judgement: what a JavaScript heap may wander without growing. */
const GROWTH_MOST = 1.25;

const WARES = ['Treflis', 'Bark', 'Flyveaske', 'Slagg', 'Spillvarme 60 °C', 'Plastavfall', 'Fiskeslam', 'Damp 8 bar'] as const;

function clusterText(companies: number): string {
  const lines = ['Bedrift;Kommune;Lat;Lon;Prosess;Retning;Ressurs;Mengde;Enhet'];
  for (let company = 0; company < companies; company += 1)
    for (let flow = 0; flow < FLOWS_EACH; flow += 1) {
      const ware = WARES[(company * 7 + flow) % WARES.length] ?? '';
      const unit = /varme|Damp/.test(ware) ? 'MWh/år' : 'tonn/år';
      const place = `Kommune ${company % 20};${(59 + (company % 40) / 20).toFixed(3)};${(9 + (company % 25) / 20).toFixed(3)}`;
      lines.push(
        `Bedrift ${company} AS;${place};Linje ${flow % 4};${(company + flow) % 2 ? 'inn' : 'ut'};${ware} ${flow};${((company * 31 + flow * 17) % 9000) + 10};${unit}`,
      );
    }
  return lines.join('\n');
}

const residentMb = (pid: number | undefined): number => {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1] ?? 0) / 1000;
};

export const load = ({ companies, readers, editors, minutes, pause }: Load): Drill => ({
  what: `${readers} readers and ${editors} editors on ${companies} companies x ${FLOWS_EACH} flows for ${minutes} minutes, with imports running`,
  run: async (folder) => {
    const faults: string[] = [];
    const database = join(folder, 'load.db');
    const path = join(folder, 'cluster.csv');
    const text = clusterText(companies);
    writeFileSync(path, text);
    await importFiles({
      database, files: [{ path, name: 'cluster.csv', size: Buffer.byteLength(text) }], cluster: CLUSTER, dryRun: false, withRows: false, choices: {},
      language: 'en', at: '2026-03-01T12:00:00.000Z', signal: new AbortController().signal, progress: () => undefined,
    }); // prettier-ignore
    const server = await startServer(database);
    const { origin } = server;
    const api = `${origin}/api/v1`;
    const cluster = encodeURIComponent(CLUSTER);
    const listed = (await (await fetch(`${api}/clusters/${cluster}/companies`)).json()) as { id: string }[];
    // As a server that has been up for a while: the answers that take long are made once.
    for (const warm of ['', '/matches', '/registers', '/companies']) await (await fetch(`${api}/clusters/${cluster}${warm}`)).text();
    const ends = performance.now() + minutes * 60_000;
    const goesOn = (): boolean => performance.now() < ends;
    const random = seeded(23);
    const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pause * 2 * random()));
    const times = new Map<string, number[]>();
    const timed = async (kind: string, ask: () => Promise<Response>): Promise<void> => {
      const started = performance.now();
      const response = await ask();
      await response.arrayBuffer();
      const list = times.get(kind) ?? [];
      times.set(kind, list);
      list.push(performance.now() - started);
      if (response.status !== 200) faults.push(`${kind}: ${response.status}`);
    };
    const someone = (): string => listed[Math.floor(random() * listed.length)]?.id ?? '';
    const reads: readonly (readonly [string, () => string])[] = [
      ['company', () => `/companies/${someone()}`],
      ['companies', () => `/clusters/${cluster}/companies`],
      ['registers', () => `/clusters/${cluster}/registers`],
      ['imports', () => '/imports'],
      ['leads', () => `/clusters/${cluster}/leads`],
    ];
    const reader = async (): Promise<void> => {
      while (goesOn()) {
        const [kind, where] = reads[Math.floor(random() * reads.length)] ?? (['imports', () => '/imports'] as const);
        await timed(kind, () => fetch(api + where()));
        await rest();
      }
    };
    const editor = async (who: number): Promise<void> => {
      const id = encodeURIComponent(`new:redaktor${who}`);
      const row = {
        id: 'r',
        cells: { direction: 'ut', resource: 'Bark', quantity: '12', unit: 'tonn/år' },
        others: {},
        question: null,
        flow: null,
      };
      const facts = { company: `Ny ${who} AS`, org_number: '', municipality: '', nace: '', activity: '' };
      for (let version = 0; goesOn(); version += 1) {
        const body = JSON.stringify({ base: version, content: { cluster: CLUSTER, company: null, facts, rows: [row], decimal: null } });
        await timed('edit', () => fetch(`${api}/entries/${id}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body }));
        await rest();
      }
    };
    const importer = async (): Promise<number> => {
      let imports = 0;
      for (; goesOn(); imports += 1)
        await importOver(origin, 'Ved siden av', `stor-${imports % 3}.csv`, screeningText(5_000 + imports, `Fil ${imports % 3}`));
      return imports;
    };
    const memory: number[] = [];
    const watch = setInterval(() => memory.push(residentMb(server.child.pid)), Math.max(500, (minutes * 60_000) / 200));
    const [imports] = await Promise.all([
      importer(),
      ...Array.from({ length: readers }, reader),
      ...Array.from({ length: editors }, (_, who) => editor(who)),
    ]);
    clearInterval(watch);
    if ((await server.stop()) !== 0) faults.push('the server did not stop well');
    if (server.said() !== '') faults.push(`the server said: ${server.said().slice(0, 400)}`);
    faults.push(...checkDatabase(database));
    const all = [...times.values()].flat().toSorted((a, b) => a - b);
    const p99 = (list: readonly number[]): number => Math.round(list[Math.floor(list.length * 0.99)] ?? 0);
    if (p99(all) > P99_MOST) faults.push(`99 of 100 answers within ${p99(all)} ms; ${P99_MOST} ms is the aim`);
    const third = (from: number): number =>
      Math.max(...memory.slice(Math.floor(memory.length * from), Math.floor(memory.length * (from + 1 / 3))));
    const growth = third(2 / 3) / third(1 / 3);
    if (growth > GROWTH_MOST) faults.push(`memory grew by ${growth.toFixed(2)} from the second third to the last`);
    return {
      figures: {
        answers: all.length, imports, 'median ms': Math.round(all[Math.floor(all.length / 2)] ?? 0), '99th percentile ms': p99(all),
        ...Object.fromEntries([...times].map(([kind, list]) => [`99th percentile of ${kind}, ms`, p99(list.toSorted((a, b) => a - b))])),
        'memory, second third MB': Math.round(third(1 / 3)), 'memory, last third MB': Math.round(third(2 / 3)),
      },
      faults,
    }; // prettier-ignore
  },
});
