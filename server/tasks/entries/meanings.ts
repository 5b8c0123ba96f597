// What words may mean in the taxonomy: what the classifier reads in them, and names that begin so while somebody is still typing.
import type { MeaningShown } from '../../contract/entry.ts';
import type { Language } from '../../contract/errors.ts';
import type { Direction } from '../../domain/flow.ts';
import type { Resource } from '../../domain/resource.ts';
import { knowledge } from '../knowledge.ts';
import { familyOf } from '../shown.ts';

export type WordsAsked = {
  readonly words: string;
  readonly direction: Direction | null;
  readonly nace: string | null;
  readonly activity: string | null;
  readonly unit?: string | null;
  readonly wasteCode?: string | null;
  readonly temperature?: number | null;
};

/** Suggestions beyond these are read by nobody. */
const MOST = 8;
/** Shorter beginnings fit too much. */
const SHORTEST = 2;

const shown = (id: string, weight: number, language: Language): MeaningShown => {
  const { resources } = knowledge().reference;
  return {
    resource: id,
    name: resources.get(id)?.name[language] ?? id,
    group: familyOf(id, { resources, language }),
    kind: resources.get(id)?.kind ?? 'unknown',
    weight,
  };
};

/** What a person chose for the words; null where none was chosen, or what was chosen is no resource any more. */
export const chosenMeaning = (id: string | undefined, language: Language): MeaningShown[] | null =>
  id !== undefined && knowledge().reference.resources.has(id) ? [shown(id, 1, language)] : null;

/** Readings kept: while somebody types, all rows but one are as they were. */
const KEPT = 5_000;
const readings = new Map<string, MeaningShown[]>();

/** The classifier's reading of each, best first. */
export const meaningsOf = (asked: readonly WordsAsked[], language: Language): MeaningShown[][] =>
  asked.map((one) => meaningOf(one, language));

function meaningOf(asked: WordsAsked, language: Language): MeaningShown[] {
  const { words, ...context } = asked;
  if (words.trim() === '') return [];
  const key = JSON.stringify([asked, language]);
  const known = readings.get(key);
  if (known !== undefined) return known;
  const read = knowledge()
    .classifier.classify(words, { ...context, direction: context.direction ?? undefined })
    .map((one) => shown(one.resource, one.weight, language));
  if (readings.size >= KEPT) readings.clear();
  readings.set(key, read);
  return read;
}

/** For a person who is typing: the classifier's reading first, then names and synonyms that begin so or have a word that does. */
export function suggestions(asked: WordsAsked, language: Language): MeaningShown[] {
  const [read = []] = meaningsOf([asked], language);
  const known = new Set(read.map(({ resource }) => resource));
  const typed = asked.words.trim().toLowerCase();
  if (typed.length < SHORTEST) return read;
  const found: { readonly resource: Resource; readonly rank: number }[] = [];
  for (const resource of knowledge().reference.resources.values()) {
    if (known.has(resource.id)) continue;
    const rank = rankOf(resource, typed, language, asked.direction);
    if (rank !== null) found.push({ resource, rank });
  }
  const more = found
    .toSorted(
      (a, b) =>
        a.rank - b.rank || a.resource.name[language].length - b.resource.name[language].length || (a.resource.id < b.resource.id ? -1 : 1),
    )
    .map(({ resource }) => shown(resource.id, 0, language));
  return [...read, ...more].slice(0, MOST);
}

/** Lower is nearer; null: it does not fit. */
function rankOf(resource: Resource, typed: string, language: Language, direction: Direction | null): number | null {
  const name = resource.name[language].toLowerCase();
  const names = [name, ...resource.synonyms[language].map((one) => one.toLowerCase())];
  const begins = names.some((one) => one.startsWith(typed));
  if (!begins && !names.some((one) => one.includes(` ${typed}`) || (typed.length > 3 && one.includes(typed)))) return null;
  // What is taken in is a use or a supply; what is given off is never a use.
  const against = direction === 'out' && /^(?:mat\.prod|en\.need|wat\.need)/.test(resource.id) ? 2 : 0;
  return (name.startsWith(typed) ? 0 : begins ? 1 : 2) + against;
}
