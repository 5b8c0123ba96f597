// `match`: surplus to need, from the database or from two files.
import { readFile } from 'node:fs/promises';
import type { MatchAnswer } from '../contract/matchAnswer.ts';
import { AppError } from '../domain/errors.ts';
import { LOCAL } from '../domain/viewer.ts';
import { matchCluster, matchTwoFiles } from '../tasks/matchCluster.ts';
import { openForReading } from '../tasks/open.ts';
import { flag, text, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';

export async function fileText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new AppError('file.unreadable', {
      file: path,
      problem: error instanceof Error && 'code' in error ? String(error.code) : 'not found',
    });
  }
}

export async function matchCommand(given: Given, around: Surroundings): Promise<number> {
  const [companies, flows] = [text(given, 'companies'), text(given, 'flows')];
  if ((companies === null) !== (flows === null)) throw wrongUse('match --companies FILE --flows FILE: both files are needed.');
  const why = flag(given, 'why');
  if (why !== (given.words.length === 2))
    throw wrongUse('match --why SURPLUS NEED: the ids of one surplus and one need are expected after --why, and no other names.');
  const options = { internal: flag(given, 'internal'), language: given.language };
  let answer: MatchAnswer;
  if (companies !== null && flows !== null) {
    const done = matchTwoFiles(await fileText(companies), await fileText(flows), options);
    for (const problem of done.problems) around.err(`${problem}\n`);
    answer = done.answer;
  } else {
    const store = openForReading(given.database);
    try {
      answer = matchCluster(store, LOCAL, text(given, 'cluster'), { ...options, statedIds: true });
    } finally {
      store.close();
    }
  }
  if (why) {
    const one = [...answer.matches, ...answer.refused].filter((match) => match.surplus === given.words[0] && match.need === given.words[1]);
    answer = {
      matches: one.filter((match) => answer.matches.includes(match)),
      refused: one.filter((match) => answer.refused.includes(match)),
    };
  } else if (!flag(given, 'refused')) answer = { ...answer, refused: [] };
  around.out(given.json ? `${JSON.stringify(answer)}\n` : inWords(answer, why));
  return 0;
}

function inWords(answer: MatchAnswer, everything: boolean): string {
  const line = (match: MatchAnswer['matches'][number]): string =>
    [
      `${match.score.toFixed(2)}  ${match.surplus} -> ${match.need}  ${match.rule}${match.via.length > 0 ? `  via ${match.via.join(', ')}` : ''}`,
      ...(everything ? match.checks.map((one) => `      ${one.check}: ${one.verdict}. ${one.reason}`) : []),
      ...(everything ? match.questions.map((one) => `      ? ${one.text}`) : []),
    ].join('\n');
  return [...answer.matches.map(line), ...answer.refused.map((one) => `no    ${line(one)}`), ''].join('\n');
}
