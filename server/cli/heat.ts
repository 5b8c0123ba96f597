// `heat`: how much heat a cluster's companies could pass to each other, and with --network which pipes would do it.
import { LOCAL } from '../domain/viewer.ts';
import type { HeatAnswer } from '../contract/heatAnswer.ts';
import { heatNames, readHeatCluster } from '../tasks/heatCluster.ts';
import { heatOfCluster } from '../tasks/heatOfCluster.ts';
import { knowledge } from '../tasks/knowledge.ts';
import { openForReading } from '../tasks/open.ts';
import { solveWithHighs } from '../tasks/solveWithHighs.ts';
import { flag, text } from './given.ts';
import type { Given, Surroundings } from './given.ts';

export async function heatCommand(given: Given, around: Surroundings): Promise<number> {
  const store = openForReading(given.database);
  try {
    const cluster = readHeatCluster(store, LOCAL, text(given, 'cluster'));
    const answer = await heatOfCluster(
      cluster,
      knowledge().reference,
      heatNames(cluster),
      { network: flag(given, 'network'), off: new Set(), language: given.language },
      solveWithHighs,
    );
    for (const { text: sentence, flow, file, line } of answer.problems)
      around.err(
        `${[file, line === null ? null : `${WORDS[given.language].line} ${line}`, flow].filter((one) => one !== null).join(', ')}: ${sentence}\n`,
      );
    around.out(given.json ? `${JSON.stringify(answer)}\n` : inWords(answer, given));
    // Rows that contradict themselves are in no figure.
    return answer.problems.length > 0 ? 1 : 0;
  } finally {
    store.close();
  }
}

const WORDS = {
  nb: { line: 'linje', potential: 'Delingspotensial', pairs: 'par', network: 'Nett' },
  en: { line: 'line', potential: 'Sharing potential', pairs: 'pairs', network: 'Network' },
} as const;

function inWords({ sharing_potential_kw: potential, pairs, network }: HeatAnswer, { language }: Given): string {
  const words = WORDS[language];
  const whole = (value: number): string => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(value);
  return [
    `${words.potential}: ${whole(potential)} kW`,
    ...pairs.slice(0, 20).map((pair) => `  ${pair.kind}  ${pair.surplus} -> ${pair.need}  ${whole(pair.mwh_per_year)} MWh`),
    ...(pairs.length > 20 ? [`  … ${pairs.length - 20} ${words.pairs}`] : []),
    ...(network === null
      ? []
      : [
          `${words.network}:`,
          ...network.edges.map((edge) => `  ${edge.from} -- ${edge.to}  DN${edge.dn}  ${whole(edge.length_m)} m`),
          ...network.dropped.map((one) => `  - ${one.who}: ${one.why}`),
        ]),
    '',
  ].join('\n');
}
