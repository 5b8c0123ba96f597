// Words -> what they may mean in the taxonomy, with weights; nothing where nothing is meant.
import type { Direction, ResourceGuess } from '../domain/flow.ts';
import type { Lexicon } from '../domain/lexicon.ts';
import type { Resource } from '../domain/resource.ts';
import type { SynergyRule } from '../domain/rule.ts';
import { createBranchFinder, directionFit, habitFactor, kindFit, kindsOfNode, NO_BRANCH, unitFit } from './context.ts';
import { createGradeReader } from './grades.ts';
import { createHabits } from './habits.ts';
import { languagesOf, weighLine } from './line.ts';
import { createPhraseIndex } from './phraseIndex.ts';
import { phrasesOf } from './phrases.ts';
import { createScoreboard } from './scoreboard.ts';
import { createHeatClasses, temperatureIn } from './temperatureWords.ts';
import { fold, tokensOf, type Token } from './tokens.ts';
import { MOST_GUESSES, WEIGHTS } from './weights.ts';
import { createWordBook, type Language } from './words.ts';

export type ClassifyContext = {
  readonly direction?: Direction | undefined;
  /** What the company does, in its own words. */
  readonly activity?: string | null | undefined;
  readonly nace?: string | null | undefined;
  /** material, heat, steam, electricity, water, gas or cooling, where the file says so. */
  readonly kind?: string | null | undefined;
  /** Unit of the year's amount: MWh, t, m3 and so on. */
  readonly unit?: string | null | undefined;
  /** EAL code, any spacing. */
  readonly wasteCode?: string | null | undefined;
  /** °C, where a column states it. */
  readonly temperature?: number | null | undefined;
};

export type Classifier = {
  /** At most five guesses, best first, weights summing to at most 1; [] is "don't know". */
  readonly classify: (words: string, context?: ClassifyContext) => readonly ResourceGuess[];
};

export type ClassifierReference = {
  /** A map or a list of the taxonomy's nodes. */
  readonly resources: { values(): Iterable<Resource> };
  readonly lexicon: Lexicon;
  /** Which use a branch may want a substance for; without them only words and kinds tell. */
  readonly rules?: readonly SynergyRule[];
};

/** How well each node scores; steps after the words change the value, or add a node. */
export type Scores = Map<string, { value: number; how: ResourceGuess['how'] }>;

/** Builds the index once; the classifier answers the same words always the same. */
export function createClassifier({ resources: byId, lexicon, rules = [] }: ClassifierReference): Classifier {
  const resources = [...byId.values()];
  const book = createWordBook(lexicon.words);
  const index = createPhraseIndex(phrasesOf(resources, lexicon), book);
  const board = createScoreboard(index);
  const branchOf = createBranchFinder(lexicon.activities);
  const kinds = new Map(resources.map((resource) => [resource.id, kindsOfNode(resource.id)]));
  const habits = createHabits(kinds, rules);
  const byWasteCode = nodesByWasteCode(resources);
  const applyGrades = createGradeReader(lexicon.grades);
  const heatClasses = createHeatClasses(lexicon.temperatures);

  /** The kind that a word tells, or the head of a compound ("bassengvarme"); a flow told by its temperature is one of heat. */
  function kindTold(words: string, tokens: readonly Token[], languages: readonly Language[]): string | null {
    for (const { text } of tokens) {
      for (const language of languages) {
        const kind =
          book.kindOf(text, language) ?? (language === 'nb' ? book.kindOf(index.vocabulary.partsOf(text, 'nb').at(-1) ?? '', 'nb') : null);
        if (kind !== null) return kind;
      }
    }
    return DIGIT.test(words) && (temperatureIn(words) ?? 0) >= WEIGHTS.warm ? 'heat' : null;
  }

  function classify(words: string, context: ClassifyContext = {}): readonly ResourceGuess[] {
    const { direction } = context;
    const tokens = tokensOf(fold(words));
    const languages = languagesOf(words, tokens, book, index.vocabulary);
    const kind = context.kind ?? asMeasured(kindTold(words, tokens, languages), context.unit);
    const told = context.kind !== null && context.kind !== undefined;
    const branch = branchOf(context.activity ?? null, context.nace ?? null);
    for (const language of languages)
      board.take(weighLine(tokens, language, direction ?? 'out', kind, book, index.vocabulary), direction, kind);
    const scores: Scores = new Map();
    for (const { resource, value, how } of board.collect()) {
      const fit =
        kindFit(kinds.get(resource) ?? [], kind, told) *
        unitFit(resource, context.unit) *
        directionFit(resource, direction, kind) *
        (resource.includes('.') ? 1 : WEIGHTS.root);
      const habit = branch === NO_BRANCH ? 1 : habitFactor(resource, branch, direction);
      if (value * fit * habit >= WEIGHTS.least / WEIGHTS.sameWasteCode) scores.set(resource, { value: value * fit * habit, how });
    }
    const digits = DIGIT.test(words);
    if (digits || CAPITALS.test(words)) applyGrades(scores, words);
    const code = context.wasteCode ?? (digits ? (EAL.exec(words)?.[0] ?? null) : null);
    if (code !== null) applyWasteCode(scores, byWasteCode.get(code.replace(/\D/g, '')) ?? []);
    habits.add(scores, kind, direction, branch);
    heatClasses.apply(scores, words, digits, context.temperature ?? null, direction);
    preferNarrower(scores);
    return chosen(scores, kinds);
  }

  return { classify };
}

/** Water that is counted in energy is counted for its heat. */
const asMeasured = (kind: string | null, unit: string | null | undefined): string | null =>
  kind === 'water' && unit === 'MWh' ? 'heat' : kind;

function nodesByWasteCode(resources: readonly Resource[]): ReadonlyMap<string, readonly string[]> {
  const nodes = new Map<string, string[]>();
  for (const { id, wasteCodes } of resources) {
    for (const code of wasteCodes) {
      const held = nodes.get(code.replace(/\D/g, ''));
      if (held === undefined) nodes.set(code.replace(/\D/g, ''), [id]);
      else held.push(id);
    }
  }
  return nodes;
}

/** A node of the file's own waste code is likelier; where the words say nothing of it, it is a weak guess. */
function applyWasteCode(scores: Scores, nodes: readonly string[]): void {
  for (const node of nodes) {
    const held = scores.get(node);
    if (held !== undefined) held.value *= WEIGHTS.sameWasteCode;
    else if (nodes.length <= MOST_GUESSES) scores.set(node, { value: WEIGHTS.wasteCodeAlone, how: 'code' });
  }
}

/** Where a node below is said as well, the one above steps back a little. */
function preferNarrower(scores: Scores): void {
  for (const [resource, { value }] of scores) {
    for (let dot = resource.lastIndexOf('.'); dot > 0; dot = resource.lastIndexOf('.', dot - 1)) {
      const above = scores.get(resource.slice(0, dot));
      if (above !== undefined && above.value <= value) above.value = Math.min(above.value, value * WEIGHTS.saidBelow);
    }
  }
}

/** The best few, with weights that fall with the score; the best one's score is how sure we are in all. */
function chosen(scores: Scores, known: ReadonlyMap<string, unknown>): readonly ResourceGuess[] {
  let best = 0;
  for (const { value } of scores.values()) if (value > best) best = value;
  if (best < WEIGHTS.least) return [];
  const least = Math.max(WEIGHTS.least, best * WEIGHTS.leastOfBest);
  const kept: { resource: string; value: number; how: ResourceGuess['how'] }[] = [];
  for (const [resource, { value, how }] of scores) if (value >= least && known.has(resource)) kept.push({ resource, value, how });
  kept.sort((a, b) => b.value - a.value || (a.resource < b.resource ? -1 : 1));
  if (kept.length > MOST_GUESSES) kept.length = MOST_GUESSES;
  let sum = 0;
  for (const { value } of kept) sum += value ** WEIGHTS.sharpness;
  const sure = Math.min(1, best) / sum;
  return kept.map(({ resource, value, how }) => ({ resource, weight: sure * value ** WEIGHTS.sharpness, how }));
}

const DIGIT = /\d/u;
const CAPITALS = /\b[A-Z]{2,}/u;
/** A waste code in the words: three pairs of digits, the last perhaps with a star. */
const EAL = /\b\d{2} ?\d{2} ?\d{2}\b\*?/u;
