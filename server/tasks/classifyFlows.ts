// Gives each flow what its words may mean. Classified when read, not when stored: the knowledge tables grow, and no import has to be repeated
// for it. What a person decided stands.
import type { Company } from '../domain/company.ts';
import type { Flow, ResourceGuess } from '../domain/flow.ts';
import type { Classifier } from '../taxonomy/classifier.ts';
import { knowledge } from './knowledge.ts';

/** A person's decision, or the taxonomy id that the file states, where the taxonomy has it. */
const decided = (flow: Flow): boolean => flow.resources.some(({ how }) => how === 'person') || isStated(flow.resources);

const isStated = ([first, ...more]: Flow['resources']): boolean =>
  first?.how === 'code' && first.weight === 1 && more.length === 0 && knowledge().reference.resources.has(first.resource);

/** The flow's hottest stated temperature, °C. */
function temperatureOf(flow: Flow): number | null {
  if (flow.temperature === null) return null;
  return typeof flow.temperature === 'object' ? flow.temperature.max : flow.temperature;
}

export function classifyFlows<One extends Flow>(
  flows: readonly One[],
  companies: ReadonlyMap<string, Company>,
  classifier: Classifier,
  kindOf: (flow: One) => string | null = () => null,
): One[] {
  const known = new Map<string, readonly ResourceGuess[]>();
  return flows.map((flow) => {
    if (decided(flow)) return flow;
    const company = companies.get(flow.company);
    const context = {
      direction: flow.direction,
      activity: company?.activity ?? null,
      nace: company?.nace ?? null,
      kind: kindOf(flow),
      unit: flow.annual?.unit ?? null,
      wasteCode: flow.wasteCode,
      temperature: temperatureOf(flow),
    };
    const key = JSON.stringify([flow.words, context]);
    let resources = known.get(key);
    if (resources === undefined) {
      resources = classifier.classify(flow.words, context);
      known.set(key, resources);
    }
    return { ...flow, resources };
  });
}
