// Flow ids as another tool or a person knows them: those of the file where they are unique, else the store's own.
import type { Flow } from '../domain/flow.ts';

export function statedNames(flows: readonly Flow[]): (flow: string) => string {
  const stated = new Map(flows.flatMap(({ id, statedId }) => (typeof statedId === 'string' ? [[id, statedId] as const] : [])));
  const uses = Map.groupBy(stated.values(), (one) => one);
  return (flow) => {
    const name = stated.get(flow);
    return name !== undefined && uses.get(name)?.length === 1 ? name : flow;
  };
}
