// `match`: surplus to need, from the database or from two files.
import type { MatchAnswer } from '../contract/matchAnswer.ts';
import { LOCAL } from '../domain/viewer.ts';
import { matchCluster, matchTwoFiles } from '../tasks/matchCluster.ts';
import type { FlowNames } from '../tasks/matchCluster.ts';
import { openForReading } from '../tasks/open.ts';
import { fileText } from './fileText.ts';
import { flag, text, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';
import { matchesInWords } from './matchesInWords.ts';

export async function matchCommand(given: Given, around: Surroundings): Promise<number> {
  const [companies, flows] = [text(given, 'companies'), text(given, 'flows')];
  if ((companies === null) !== (flows === null)) throw wrongUse('match --companies FILE --flows FILE: both files are needed.');
  const why = flag(given, 'why');
  if (why !== (given.words.length === 2))
    throw wrongUse('match --why SURPLUS NEED: the ids of one surplus and one need are expected after --why, and no other names.');
  const options = { internal: flag(given, 'internal'), language: given.language };
  let answer: MatchAnswer;
  let names: FlowNames;
  let refused = false;
  if (companies !== null && flows !== null) {
    const done = matchTwoFiles(await fileText(companies), await fileText(flows), options);
    for (const problem of done.problems) around.err(`${problem}\n`);
    ({ answer, names, refused } = done);
  } else {
    const store = openForReading(given.database);
    try {
      ({ answer, names } = matchCluster(store, LOCAL, text(given, 'cluster'), { ...options, statedIds: true }));
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
  around.out(given.json ? `${JSON.stringify(answer)}\n` : matchesInWords(answer, names, given.language, why));
  return refused ? 1 : 0;
}
