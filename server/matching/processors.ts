// Which plant types turn one resource into another: the middle of a two-step match.
import type { ResourceId } from '../domain/resource.ts';

export type Processor = {
  readonly id: string;
  readonly name: { readonly nb: string; readonly en: string };
  /** Nodes of what it takes in. */
  readonly takes: readonly ResourceId[];
  /** Nodes of what it gives off. */
  readonly gives: readonly ResourceId[];
  /** NACE divisions of companies that run such a plant, such as `35.2` or `38`. */
  readonly nace: readonly string[];
};

const list = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** From the rows of data/processors.csv by header. Throws where a row is not whole: the program's own data is then broken. */
export function processorsFrom(rows: Iterable<Readonly<Record<string, string>>>): readonly Processor[] {
  return [...rows].map((row) => {
    const processor = {
      id: row['id'] ?? '',
      name: { nb: row['name_nb'] ?? '', en: row['name_en'] ?? '' },
      takes: list(row['takes']),
      gives: list(row['gives']),
      nace: list(row['nace']),
    };
    if (processor.id === '' || processor.takes.length === 0 || processor.gives.length === 0)
      throw new Error(`data/processors.csv: the row "${Object.values(row).join(',')}" is not whole`);
    return processor;
  });
}
