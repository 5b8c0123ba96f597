// `match`: surplus to need, from the database or from two files.
import type { MatchShown } from '../contract/matchAnswer.ts';
import { LOCAL } from '../domain/viewer.ts';
import { matchClusterEach, matchTwoFiles } from '../tasks/matchCluster.ts';
import type { MatchesShown } from '../tasks/matchCluster.ts';
import { openForReading } from '../tasks/open.ts';
import { fileText } from './fileText.ts';
import { flag, text, wrongUse } from './given.ts';
import type { Given, Surroundings } from './given.ts';
import { writeMatches } from './matchesAsJson.ts';
import { matchesInWords } from './matchesInWords.ts';

export async function matchCommand(given: Given, around: Surroundings): Promise<number> {
  const [companies, flows] = [text(given, 'companies'), text(given, 'flows')];
  if ((companies === null) !== (flows === null))
    throw wrongUse(
      'match --companies FILE --flows FILE: both files are needed.',
      'match --companies FILE --flows FILE: begge filene trengs.',
    );
  const why = flag(given, 'why');
  if (why !== (given.words.length === 2))
    throw wrongUse(
      'match --why SURPLUS NEED: the ids of one surplus and one need are expected after --why, and no other names.',
      'match --why SURPLUS NEED: etter --why ventes id-en til ett overskudd og ett behov, og ingen andre navn.',
    );
  const options = { internal: flag(given, 'internal'), language: given.language };
  const tell = async ({ matches, refused, names }: MatchesShown): Promise<void> => {
    const asked = ({ surplus, need }: MatchShown): boolean => !why || (surplus === given.words[0] && need === given.words[1]);
    const [shown, no] = [only(matches, asked), why || flag(given, 'refused') ? only(refused, asked) : []];
    if (given.json) await writeMatches(shown, no, around);
    else around.out(matchesInWords({ matches: [...shown], refused: [...no] }, names, given.language, why));
  };
  if (companies !== null && flows !== null) {
    const found = matchTwoFiles(await fileText(companies), await fileText(flows), options);
    for (const problem of found.problems) around.err(`${problem}\n`);
    await tell(found);
    return found.unread ? 1 : 0;
  }
  const store = openForReading(given.database);
  try {
    await tell(matchClusterEach(store, LOCAL, text(given, 'cluster'), { ...options, statedIds: true }));
  } finally {
    store.close();
  }
  return 0;
}

function* only(matches: Iterable<MatchShown>, asked: (match: MatchShown) => boolean): Generator<MatchShown> {
  for (const match of matches) if (asked(match)) yield match;
}
