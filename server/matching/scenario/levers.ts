// What a price lever moves: factors of data/factors.csv by the patterns of data/levers.csv, and matching's knowledge with them moved.
import type { Factor } from '../../domain/factor.ts';
import type { MatchKnowledge } from '../knowledge.ts';

export type Lever = {
  readonly id: string;
  readonly name: { readonly nb: string; readonly en: string };
  /** How far it may be moved, as times today's factor, and in which steps. */
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Ids of the factors it moves. */
  readonly factors: readonly string[];
};

/**
 * From the rows of data/levers.csv by header. Of the factors that a pattern names, those told in NOK are moved; of several patterns the longest
 * decides. Throws where a row is broken or moves nothing: the program's own data is then wrong.
 */
export function leversFrom(rows: Iterable<Readonly<Record<string, string>>>, factors: ReadonlyMap<string, Factor>): readonly Lever[] {
  const patterns: { readonly lever: string; readonly start: string; readonly whole: boolean }[] = [];
  const list = [...rows].map((row) => {
    const id = row['id'] ?? '';
    for (const text of (row['factors'] ?? '').split('|'))
      patterns.push({ lever: id, start: text.replace(/\*$/u, ''), whole: !text.endsWith('*') });
    return row;
  });
  const leverOf = (factor: string): string | undefined =>
    patterns
      .filter(({ start, whole }) => (whole ? factor === start : factor.startsWith(start)))
      .toSorted((a, b) => b.start.length - a.start.length)[0]?.lever;
  const money = [...factors.values()].filter(({ unit }) => unit.startsWith('NOK'));
  const moved = Map.groupBy(money, ({ id }) => leverOf(id));
  return list.map((row) => {
    const id = row['id'] ?? '';
    const [least, most, step] = [Number(row['least']), Number(row['most']), Number(row['step'])];
    const own = (moved.get(id) ?? []).map((factor) => factor.id);
    if (own.length === 0 || !(least >= 0 && least <= 1 && most >= 1 && step > 0))
      throw new Error(`data/levers.csv: the row "${id}" moves no factor, or its ends are no numbers around 1`);
    return { id, name: { nb: row['name_nb'] ?? '', en: row['name_en'] ?? '' }, least, most, step, factors: own };
  });
}

/** The same knowledge where no lever is moved. Draws stay the same draws, so that two scenarios differ by their prices alone. */
export function withLevers(knowledge: MatchKnowledge, levers: readonly Lever[], moved: ReadonlyMap<string, number>): MatchKnowledge {
  const times = new Map<string, number>();
  for (const { id, factors } of levers) {
    const much = moved.get(id) ?? 1;
    if (much !== 1) for (const factor of factors) times.set(factor, much);
  }
  if (times.size === 0) return knowledge;
  const { worth } = knowledge;
  const made = new Map<string, Factor>();
  const factorOf = (id: string): Factor | null => {
    const [known, much] = [made.get(id), times.get(id)];
    if (known !== undefined) return known;
    const factor = worth.factor(id);
    if (factor === null || much === undefined) return factor;
    const scaled = { ...factor, value: factor.value * much, low: factor.low * much, high: factor.high * much };
    made.set(id, scaled);
    return scaled;
  };
  return {
    ...knowledge,
    // Draws of a factor are kept by sample: the factors differ, so the sample is another value with the same draws.
    sample: { ...knowledge.sample },
    worth: {
      nearest: worth.nearest,
      factor: factorOf,
      value: (id) => (times.has(id) ? (factorOf(id)?.value ?? worth.value(id)) : worth.value(id)),
    },
  };
}
