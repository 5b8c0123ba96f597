// How fast rows go into the store, beside `sqlite3 .import` of the same CSV into a file: node bench/store-insert.ts [ROWS] [COMPANIES] [clustered|mixed]
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { createRowIdentifier } from '../server/domain/rowIdentifier.ts';
import type { ScreeningRow } from '../server/domain/screening.ts';
import { LOCAL } from '../server/domain/viewer.ts';
import { openStore } from '../server/store/store.ts';
import { packRows } from '../server/store/packRows.ts';

const ROWS = Number(process.argv[2] ?? 1_000_000);
const COMPANIES = Number(process.argv[3] ?? 50_000);
const MIXED = process.argv[4] === 'mixed';
const BATCH = 2_000;
const HEADERS = [
  'company',
  'org_number',
  'municipality',
  'site',
  'process',
  'direction',
  'resource',
  'quantity',
  'unit',
  'temperature_c',
  'period',
  'comment',
];
const WORDS = [
  'bark',
  'flis',
  'spillvarme',
  'damp 8 bar',
  'fiskeslam',
  'kjølevann',
  'slagg',
  'plastfolie',
  'papir',
  'oksygen',
  'aske',
  'trevirke',
  'slam',
  'kalk',
  'metallskrap',
  'sagflis',
];

/** One row as intake hands it on; the same for the same number. */
function rowAt(i: number): ScreeningRow {
  const company = MIXED ? (i * 7919) % COMPANIES : Math.floor((i * COMPANIES) / ROWS);
  const words = WORDS[i % WORDS.length] ?? '';
  const quantity = ((i * 37) % 9000) + 10;
  const hot = i % 5 === 0;
  const name = `Bedrift ${company} AS`;
  const org = String(910_000_000 + company);
  const site = `Anlegg ${company % 3}`;
  const process = `Linje ${i % 7}`;
  const direction = i % 2 === 0 ? 'out' : 'in';
  const unit = hot ? 'MWh/år' : 't/år';
  return {
    sheet: null, line: i + 2, flowId: null, company: name, orgNumber: org, municipality: 'Rana', nace: null, activity: null, place: null, site, process, direction,
    role: 'unknown', words, resource: null, wasteCode: null, stated: { value: quantity }, unit,
    annual: { low: quantity * 0.9, likely: quantity, high: quantity * 1.1, unit: hot ? 'MWh' : 't' }, period: '2024',
    temperature: hot ? (60 as ScreeningRow['temperatureReturn']) : null, temperatureReturn: null, hours: null, profile: null, price: null, dataQuality: null,
    sharing: null, quality: null, comment: null, others: {},
    cells: [name, org, 'Rana', site, process, direction, words, String(quantity), unit, hot ? '60' : '', '2024', `nr ${i}`],
  }; // prettier-ignore
}

const folder = mkdtempSync(join(tmpdir(), 'flytkart-bench-'));
try {
  const csv = join(folder, 'rows.csv');
  const out = createWriteStream(csv);
  out.write(`${HEADERS.join(',')}\n`);
  for (let from = 0; from < ROWS; from += BATCH) {
    let text = '';
    for (let i = from; i < Math.min(ROWS, from + BATCH); i++) text += `${rowAt(i).cells.join(',')}\n`;
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');

  const cliStart = performance.now();
  execFileSync('sqlite3', [join(folder, 'cli.db'), '.mode csv', `.import ${csv} rows`]);
  const cli = performance.now() - cliStart;

  const store = openStore(join(folder, 'store.db'), { mode: 'write', create: true });
  const id = store.beginImport({
    viewer: LOCAL,
    cluster: 'Bench',
    files: ['rows.csv'],
    startedAt: '2026-01-01T00:00:00Z',
    bytesHash: null,
    options: {},
  });
  const table = store.beginTable(id, { file: 'rows.csv', sheet: null, headers: HEADERS });
  const identify = createRowIdentifier();
  const spent = { make: 0, identify: 0, pack: 0, stage: 0, plan: 0, commit: 0 };
  let longest = 0;
  const timed = <T>(what: keyof typeof spent, work: () => T): T => {
    const start = performance.now();
    const answer = work();
    const took = performance.now() - start;
    spent[what] += took;
    if (what === 'stage') longest = Math.max(longest, took);
    return answer;
  };
  for (let from = 0; from < ROWS; from += BATCH) {
    const rows = timed('make', () => Array.from({ length: Math.min(BATCH, ROWS - from) }, (_, i) => rowAt(from + i)));
    const staged = timed('identify', () => rows.map((row) => ({ row, ...identify(row) })));
    const packed = timed('pack', () => packRows(staged));
    timed('stage', () => store.stagePacked(id, table, packed));
  }
  timed('plan', () => store.planImport(id));
  timed('commit', () => store.commitImport(id, '2026-01-01T00:01:00Z'));
  store.close();
  const all = spent.identify + spent.pack + spent.stage + spent.plan + spent.commit;
  const rate = (ms: number): number => Math.round(ROWS / (ms / 1000));
  console.log(
    JSON.stringify({
      rows: ROWS,
      companies: COMPANIES,
      mixed: MIXED,
      sqlite_import_rows_s: rate(cli),
      store_rows_s: rate(all),
      stage_only_rows_s: rate(spent.stage),
      ratio: Number((cli / all).toFixed(3)),
      ratio_stage_only: Number((cli / spent.stage).toFixed(3)),
      longest_transaction_ms: Math.round(longest),
      spent_ms: Object.fromEntries(Object.entries(spent).map(([what, ms]) => [what, Math.round(ms)])),
      mb: Math.round(statSync(join(folder, 'store.db')).size / 1e6),
      memory_mb: Object.fromEntries(Object.entries(process.memoryUsage()).map(([what, bytes]) => [what, Math.round(bytes / 1e6)])),
    }),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
