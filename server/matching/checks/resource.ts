// Is what the one gives what the other takes?
import type { CheckResult, Reason, Verdict } from '../../domain/match.ts';
import type { ResourceId } from '../../domain/resource.ts';
import type { MatchKnowledge } from '../knowledge.ts';
import type { Link } from '../link.ts';
import { judged, type Check } from '../pair.ts';

type Names = { readonly nb: string; readonly en: string };
const nameOf = (id: ResourceId | null, { tree }: MatchKnowledge): Names | undefined => (id === null ? undefined : tree.resource(id)?.name);

function valuesOf(link: Link, knowledge: MatchKnowledge): Reason['values'] {
  const [resource, use] = [nameOf(link.resource, knowledge), nameOf(link.use, knowledge)];
  return {
    rule: link.ruleId,
    ...(resource === undefined ? {} : { resource_nb: resource.nb, resource_en: resource.en }),
    ...(use === undefined ? {} : { use_nb: use.nb, use_en: use.en }),
  };
}

const WORDS = judged('resource', 'warn', 'resource.words');
const KIND = judged('resource', 'warn', 'resource.kind');

function answer(link: Link, sure: boolean, knowledge: MatchKnowledge): CheckResult {
  const verdict: Verdict = sure ? 'pass' : 'warn';
  switch (link.kind) {
    case 'words':
      return WORDS;
    case 'kind':
      return KIND;
    case 'via': {
      const plants = link.via.map((id) => knowledge.processors.find((processor) => processor.id === id)?.name ?? { nb: id, en: id });
      const via = { via_nb: plants.map(({ nb }) => nb).join(', '), via_en: plants.map(({ en }) => en).join(', ') };
      return judged('resource', 'warn', 'resource.via', { ...valuesOf(link, knowledge), ...via });
    }
    case 'same':
      return judged('resource', verdict, sure ? 'resource.same' : 'resource.sameUnsure', valuesOf(link, knowledge));
    case 'related':
      return judged('resource', verdict, sure ? 'resource.related' : 'resource.relatedUnsure', valuesOf(link, knowledge));
    default:
      return judged('resource', verdict, sure ? 'resource.rule' : 'resource.ruleUnsure', valuesOf(link, knowledge));
  }
}

type Answers = { sure: CheckResult | null; unsure: CheckResult | null };
const known = new WeakMap<MatchKnowledge, WeakMap<Link, Answers>>();

/** Worked out once a link. */
export const checkResource: Check = ({ link, meaning }, knowledge) => {
  let links = known.get(knowledge);
  if (links === undefined) known.set(knowledge, (links = new WeakMap()));
  let answers = links.get(link);
  if (answers === undefined) links.set(link, (answers = { sure: null, unsure: null }));
  if (meaning >= knowledge.settings['resource.sure']) return (answers.sure ??= answer(link, true, knowledge));
  return (answers.unsure ??= answer(link, false, knowledge));
};
