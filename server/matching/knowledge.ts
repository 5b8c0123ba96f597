// What the matching knows, built once from the reference tables and its own.
import type { Factor, LegalFlag, WasteCode } from '../domain/factor.ts';
import type { Resource, ResourceId } from '../domain/resource.ts';
import type { SynergyRule } from '../domain/rule.ts';
import { createSample, type Sample } from '../domain/sample.ts';
import { gradesFrom, type Grade } from './grades.ts';
import { hardStopsFrom, type HardStop } from './hardStops.ts';
import { createLinkBook, type LinkBook } from './linkBook.ts';
import { createNearNodes, type NearNodes } from './nearNodes.ts';
import { processorsFrom, type Processor } from './processors.ts';
import { propertiesFrom, useLimitsFrom, type Property, type UseLimit } from './qualityLimits.ts';
import { settingsFrom, type Settings } from './settings.ts';
import { createTree, type TaxonomyTree } from './taxonomyTree.ts';
import { treatmentsFrom, worthTableFrom, type Treatment, type WorthTable } from './worth/worthTable.ts';
import { createWordBags, type WordBags } from './wordBag.ts';

/** The reference tables as far as matching reads them. */
export type MatchReference = {
  readonly resources: ReadonlyMap<ResourceId, Resource>;
  readonly rules: readonly SynergyRule[];
  readonly factors: ReadonlyMap<string, Factor>;
  readonly legalFlags: ReadonlyMap<string, LegalFlag>;
  readonly wasteCodes: ReadonlyMap<string, WasteCode>;
  /** By `use_type` of a rule: where it stands on the ladder food, feed, material, nutrients, energy, disposal. */
  readonly useTypes: ReadonlyMap<string, { readonly rank: string }>;
};

type Rows = readonly Readonly<Record<string, string>>[];
/** Matching's own tables, rows by header: `matching.csv`, `processors.csv`, `hard-stops.csv`, `grades.csv`, `quality-properties.csv`, `use-limits.csv`,
 * `worth.csv`, `treatments.csv`. */
export type MatchTables = {
  readonly settings: Rows;
  readonly processors: Rows;
  readonly hardStops: Rows;
  readonly grades: Rows;
  readonly properties: Rows;
  readonly useLimits: Rows;
  readonly worth: Rows;
  readonly treatments: Rows;
};

export type MatchKnowledge = {
  readonly reference: MatchReference;
  readonly settings: Settings;
  readonly processors: readonly Processor[];
  readonly hardStops: readonly HardStop[];
  readonly grades: readonly Grade[];
  readonly properties: readonly Property[];
  readonly useLimits: readonly UseLimit[];
  readonly tree: TaxonomyTree;
  readonly book: LinkBook;
  readonly words: WordBags;
  readonly nearNodes: NearNodes;
  readonly worth: WorthTable;
  readonly treatments: readonly Treatment[];
  /** The one sample that every figure is drawn on. */
  readonly sample: Sample;
};

/** Throws where a row of matching's own tables is missing or broken. */
export function createKnowledge(reference: MatchReference, tables: MatchTables, sample: Sample = createSample()): MatchKnowledge {
  const settings = settingsFrom(tables.settings.map((row) => ({ id: row['id'] ?? '', value: Number(row['value']) })));
  const processors = processorsFrom(tables.processors);
  const resources = [...reference.resources.values()];
  const tree = createTree(resources, settings['link.breadth']);
  const texts = resources.flatMap(({ name, synonyms }) => [name.nb, name.en, ...synonyms.nb, ...synonyms.en]);
  const words = createWordBags(texts);
  return {
    reference,
    settings,
    processors,
    hardStops: hardStopsFrom(tables.hardStops),
    grades: gradesFrom(tables.grades),
    properties: propertiesFrom(tables.properties),
    useLimits: useLimitsFrom(tables.useLimits),
    worth: worthTableFrom(tables.worth, reference.factors),
    treatments: treatmentsFrom(tables.treatments),
    sample,
    tree,
    book: createLinkBook(tree, reference, processors, settings),
    words,
    nearNodes: createNearNodes(resources, words, settings['near.most'], settings['near.least']),
  };
}
