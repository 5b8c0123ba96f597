// `allocate`: each surplus once, best for the whole, from the database or from two files.
import { OBJECTIVE_NAMES, type AllocateAnswer } from '../contract/allocateAnswer.ts';
import { LOCAL } from '../domain/viewer.ts';
import { allocateCluster, allocateTwoFiles } from '../tasks/allocateCluster.ts';
import { openForReading } from '../tasks/open.ts';
import { text, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';
import { fileText } from './fileText.ts';

export async function allocateCommand(given: Given, around: Surroundings): Promise<number> {
  const asked = text(given, 'objective') ?? 'value';
  const objective = OBJECTIVE_NAMES.find((one) => one === asked);
  if (objective === undefined)
    throw wrongUse(
      `--objective ${asked}: one of ${OBJECTIVE_NAMES.join(', ')} is expected here.`,
      `--objective ${asked}: her ventes ett av ${OBJECTIVE_NAMES.join(', ')}.`,
    );
  const [companies, flows] = [text(given, 'companies'), text(given, 'flows')];
  if ((companies === null) !== (flows === null))
    throw wrongUse(
      'allocate --companies FILE --flows FILE: both files are needed.',
      'allocate --companies FILE --flows FILE: begge filene trengs.',
    );
  let answer: AllocateAnswer;
  if (companies !== null && flows !== null) {
    const done = await allocateTwoFiles(await fileText(companies), await fileText(flows), objective, given.language);
    for (const problem of done.problems) around.err(`${problem}\n`);
    answer = done.answer;
  } else {
    const store = openForReading(given.database);
    try {
      answer = await allocateCluster(store, LOCAL, text(given, 'cluster'), objective);
    } finally {
      store.close();
    }
  }
  around.out(given.json ? `${JSON.stringify(answer)}\n` : inWords(answer));
  return 0;
}

const UNITS = { value: 'NOK/y', co2e: 't CO2e/y', placed: '' } as const;

function inWords({ allocations, objective, unplaced }: AllocateAnswer): string {
  const figure = (value: number | null): string =>
    value === null ? '?' : objective.name === 'placed' ? `${(100 * value).toFixed(1)} %` : `${Math.round(value)} ${UNITS[objective.name]}`;
  const amount = (quantity: AllocateAnswer['unplaced'][number]['quantity']): string =>
    quantity === null ? '?' : `${Number((quantity.likely ?? quantity.low).toPrecision(4))} ${quantity.unit}/y`;
  return [
    `${objective.name}: ${figure(objective.value)} (greedy ${figure(objective.greedy)}, at most ${figure(objective.bound)})`,
    ...allocations.map(
      (one) =>
        `${one.surplus} -> ${one.need}  ${amount(one.quantity)}  ${(100 * one.share_of_surplus).toFixed(0)} %${one.via.length > 0 ? `  via ${one.via.join(', ')}` : ''}`,
    ),
    ...unplaced.map((one) => `left  ${one.flow}  ${amount(one.quantity)}  ${one.why}`),
    '',
  ].join('\n');
}
