// Is what the one gives what the other takes?
import type { Reason } from '../../domain/match.ts';
import type { ResourceId } from '../../domain/resource.ts';
import type { MatchKnowledge } from '../knowledge.ts';
import { judged, type Check } from '../pair.ts';

const named = (name: string, id: ResourceId | null, { tree }: MatchKnowledge): Reason['values'] => {
  const resource = id === null ? undefined : tree.resource(id);
  return resource === undefined ? {} : { [`${name}_nb`]: resource.name.nb, [`${name}_en`]: resource.name.en };
};

export const checkResource: Check = ({ link, meaning }, knowledge) => {
  const sure = meaning >= knowledge.settings['resource.sure'];
  const verdict = sure ? 'pass' : 'warn';
  const values = { rule: link.ruleId, ...named('resource', link.resource, knowledge), ...named('use', link.use, knowledge) };
  switch (link.kind) {
    case 'words':
      return judged('resource', 'warn', 'resource.words');
    case 'kind':
      return judged('resource', 'warn', 'resource.kind');
    case 'via': {
      const plants = link.via.map((id) => knowledge.processors.find((processor) => processor.id === id)?.name ?? { nb: id, en: id });
      const via = { via_nb: plants.map(({ nb }) => nb).join(', '), via_en: plants.map(({ en }) => en).join(', ') };
      return judged('resource', 'warn', 'resource.via', { ...values, ...via });
    }
    case 'same':
      return judged('resource', verdict, sure ? 'resource.same' : 'resource.sameUnsure', values);
    case 'related':
      return judged('resource', verdict, sure ? 'resource.related' : 'resource.relatedUnsure', values);
    default:
      return judged('resource', verdict, sure ? 'resource.rule' : 'resource.ruleUnsure', values);
  }
};
