// The cascade: 64 streams (reach 0.2 ms), and a cluster of 200 companies by month (reach 1 s). `npm run bench heat` or `node bench/heat.ts`.
import { cascade } from '../server/heat/cascade.ts';
import { judgeSides, sideOf } from '../server/heat/judgePair.ts';
import { transferOf } from '../server/heat/pairTransfer.ts';
import { heatParameters } from '../server/heat/parameters.ts';
import { sharing } from '../server/heat/sharing.ts';
import { inMonth, type HeatStream } from '../server/heat/stream.ts';
import { celsius, kelvin } from '../server/domain/temperature.ts';
import { loadReference } from '../server/reference/loadReference.ts';

const TEN = kelvin(10);
/** Temperatures to a tenth of a degree, so that few coincide: the hard case. */
const stream = (i: number, company: string): HeatStream => {
  const [a, b] = [15 + ((i * 7919) % 3500) / 10, 12 + ((i * 104_729) % 2900) / 10];
  const months = Array.from({ length: 12 }, (_, month) => 50 + ((i * 31 + month * 17) % 400));
  return {
    id: `${i}`,
    company,
    kind: a > b ? 'hot' : 'cold',
    supply: celsius(a),
    target: celsius(b),
    heat: 50 + ((i * 13) % 900),
    contribution: null,
    soft: false,
    months,
  };
};
const median = (values: readonly number[]): number => values.toSorted((x, y) => x - y)[values.length >> 1] ?? Number.NaN;
const timed = (runs: number, work: () => unknown): number =>
  median(
    Array.from({ length: runs }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );

const one = Array.from({ length: 64 }, (_, i) => stream(i, 'A')).map((each) => ({ ...each, months: null }));
timed(200, () => cascade(one, TEN));
console.log(`cascade, 64 streams: ${timed(500, () => cascade(one, TEN)).toFixed(4)} ms (reach 0.2)`);

const p = heatParameters(loadReference());
const cluster = Array.from({ length: 1000 }, (_, i) => stream(i + 1, `C${i % 200}`));
const pooled = timed(3, () => {
  for (let month = 0; month < 12; month++) sharing(inMonth(cluster, month), TEN);
});
const pairs = timed(3, () => {
  const [hot, cold] = (['hot', 'cold'] as const).map((kind) =>
    cluster.filter((each) => each.kind === kind).map((each) => ({ each, side: sideOf([each], p, true) })),
  );
  let mwh = 0;
  for (const give of hot ?? [])
    for (const take of cold ?? []) {
      if (give.each.company === take.each.company) continue;
      const { kind, transfer } = judgeSides(give.side, take.side, p);
      if (kind === 'none') continue;
      for (let month = 0; month < 12; month++) mwh += transferOf(transfer, give.each.months?.[month] ?? 0, take.each.months?.[month] ?? 0);
    }
  return mwh;
});
console.log(
  `200 companies x 5 streams: pooled and each company, 12 months ${pooled.toFixed(0)} ms; all pairs, 12 months ${pairs.toFixed(0)} ms; together ${(pooled + pairs).toFixed(0)} ms (reach 1000)`,
);
