// Words -> what they may mean in the taxonomy, with weights; nothing where nothing is meant.
import type { Direction, ResourceGuess } from '../domain/flow.ts';
import type { Lexicon } from '../domain/lexicon.ts';
import type { Resource } from '../domain/resource.ts';
import { createBranchFinder, directionFit, kindFit, kindsOfNode, usual } from './context.ts';
import { languagesOf, weighLine } from './line.ts';
import { createPhraseIndex } from './phraseIndex.ts';
import { phrasesOf } from './phrases.ts';
import { classAt, mediumOf, temperatureIn } from './temperatureWords.ts';
import { fold, tokensOf } from './tokens.ts';
import { MOST_GUESSES, WEIGHTS } from './weights.ts';
import { createWordBook, type Language } from './words.ts';

export type ClassifyContext = {
  readonly direction?: Direction | undefined;
  /** What the company does, in its own words. */
  readonly activity?: string | null | undefined;
  readonly nace?: string | null | undefined;
  /** material, heat, steam, electricity, water, gas or cooling, where the file says so. */
  readonly kind?: string | null | undefined;
  /** EAL code, any spacing. */
  readonly wasteCode?: string | null | undefined;
  /** °C, where a column states it. */
  readonly temperature?: number | null | undefined;
};

export type Classifier = {
  /** At most five guesses, best first, weights summing to at most 1; [] is "don't know". */
  readonly classify: (words: string, context?: ClassifyContext) => readonly ResourceGuess[];
};

export type ClassifierReference = { readonly resources: { values(): Iterable<Resource> }; readonly lexicon: Lexicon };

type Score = { value: number; how: ResourceGuess['how'] };

/** Builds the index once; the classifier answers the same words always the same. */
export function createClassifier({ resources: byId, lexicon }: ClassifierReference): Classifier {
  const resources = [...byId.values()];
  const book = createWordBook(lexicon.words);
  const index = createPhraseIndex(phrasesOf(resources, lexicon), book);
  const branchOf = createBranchFinder(lexicon.activities);
  const ids = new Set(resources.map((resource) => resource.id));
  const kinds = new Map(resources.map((resource) => [resource.id, kindsOfNode(resource.id)]));
  const byWasteCode = new Map<string, string[]>();
  for (const resource of resources)
    for (const code of resource.wasteCodes) byWasteCode.set(code, [...(byWasteCode.get(code) ?? []), resource.id]);
  const grades = lexicon.grades.map((grade) => ({ ...grade, expression: new RegExp(grade.pattern, 'iu') }));

  function kindTold(tokens: readonly { readonly text: string }[], languages: readonly Language[]): string | null {
    for (const { text } of tokens)
      for (const language of languages) {
        const kind = book.kindOf(text, language);
        if (kind !== null) return kind;
      }
    return null;
  }

  function classify(words: string, context: ClassifyContext = {}): readonly ResourceGuess[] {
    const tokens = tokensOf(fold(words));
    const languages = languagesOf(words, tokens, book, index.vocabulary);
    const kind = context.kind ?? kindTold(tokens, languages);
    const told = context.kind !== null && context.kind !== undefined;
    const branch = branchOf(context.activity ?? null, context.nace ?? null);
    const scores = new Map<string, Score>();
    const raise = (resource: string, value: number, how: ResourceGuess['how']): void => {
      const held = scores.get(resource);
      if (held === undefined) scores.set(resource, { value, how });
      else if (value > held.value) {
        held.value = value;
        held.how = how;
      }
    };

    for (const language of languages) {
      const line = weighLine(tokens, language, context.direction ?? 'out', book, index.vocabulary);
      const hasHead = line.some((word) => word.head);
      index.search(line, LEAST_COVERED, (at, phraseCovered, lineCovered, headCovered, ownHeadCovered) => {
        const phrase = index.phrases[at];
        if (phrase === undefined) return;
        if (phrase.direction !== null && context.direction !== undefined && phrase.direction !== context.direction) return;
        if (phrase.kinds.length > 0 && (kind === null || !phrase.kinds.includes(kind))) return;
        const head = hasHead ? part(WEIGHTS.withoutHead, headCovered) : 1;
        const own = part(WEIGHTS.withoutOwnHead, ownHeadCovered);
        raise(phrase.resource, powerOf(PHRASE_POWERS, phraseCovered) * powerOf(LINE_POWERS, lineCovered) * head * own * phrase.weight, phrase.how);
      });
    }
    applyGrades(scores, words, raise);

    for (const [resource, score] of scores) {
      score.value *= kindFit(kinds.get(resource) ?? [], kind, told) * directionFit(resource, context.direction);
      if (usual(resource, branch, context.direction)) score.value *= WEIGHTS.usualInBranch;
    }
    applyWasteCode(scores, context.wasteCode ?? null, words);
    applyTemperature(scores, context.temperature ?? temperatureIn(words));
    return chosen(scores);
  }

  /** A designation names its own family and speaks against the others of its kind. */
  function applyGrades(
    scores: ReadonlyMap<string, Score>,
    words: string,
    raise: (resource: string, value: number, how: ResourceGuess['how']) => void,
  ): void {
    if (!HAS_GRADE.test(words)) return;
    for (const grade of grades) {
      if (!grade.expression.test(words)) continue;
      for (const [resource, score] of scores) score.value *= within(resource, grade.resource) ? WEIGHTS.sameGrade : WEIGHTS.otherGrade;
      raise(grade.resource, grade.weight, grade.how);
    }
  }

  function applyWasteCode(scores: Map<string, Score>, wasteCode: string | null, words: string): void {
    const digits = (wasteCode ?? EAL.exec(words)?.[0] ?? '').replace(/\D/g, '');
    if (digits.length !== 6) return;
    const nodes = byWasteCode.get(digits) ?? [];
    for (const node of nodes) {
      const held = scores.get(node);
      if (held !== undefined) held.value *= WEIGHTS.sameWasteCode;
      else if (nodes.length <= MOST_GUESSES) scores.set(node, { value: WEIGHTS.wasteCodeAlone, how: 'code' });
    }
  }

  /** A told temperature moves a heat flow to its class; the other classes of the medium give way. */
  function applyTemperature(scores: Map<string, Score>, at: number | null): void {
    if (at === null) return;
    let best: { resource: string; value: number } | null = null;
    for (const [resource, { value }] of scores) if (best === null || value > best.value) best = { resource, value };
    if (best === null) return;
    const medium = mediumOf(lexicon.temperatures, best.resource);
    if (medium === null) return;
    const right = classAt(lexicon.temperatures, medium, at);
    if (right === null) return;
    for (const [resource, score] of scores)
      if (resource !== right && mediumOf(lexicon.temperatures, resource) === medium) score.value *= 0.4;
    scores.set(right, { value: best.value, how: scores.get(right)?.how ?? 'synonym' });
  }

  function chosen(scores: ReadonlyMap<string, Score>): readonly ResourceGuess[] {
    const ranked = [...scores]
      .filter(([resource, { value }]) => value >= WEIGHTS.least && ids.has(resource))
      .map(([resource, { value, how }]) => ({ resource, value: Math.min(1, value), raw: value, how }))
      .sort((a, b) => b.raw - a.raw || (a.resource < b.resource ? -1 : 1));
    const best = ranked[0];
    if (best === undefined) return [];
    const kept = ranked.filter((one) => one.raw >= best.raw * WEIGHTS.leastOfBest).slice(0, MOST_GUESSES);
    let sum = 0;
    for (const one of kept) sum += one.raw ** WEIGHTS.sharpness;
    return kept.map(({ resource, raw, how }) => ({ resource, weight: (best.value * raw ** WEIGHTS.sharpness) / sum, how }));
  }

  return { classify };
}

/** A phrase covered less than this cannot reach the least score. */
const LEAST_COVERED = WEIGHTS.least ** (1 / WEIGHTS.phraseCovered);

/** Powers of shares in steps of 1/1000: the same for every line, and quicker than working each out. */
const STEPS = 1000;
const powersTo = (exponent: number): Float64Array => Float64Array.from({ length: STEPS + 1 }, (_, at) => (at / STEPS) ** exponent);
const PHRASE_POWERS = powersTo(WEIGHTS.phraseCovered);
const LINE_POWERS = powersTo(WEIGHTS.lineCovered);
const powerOf = (powers: Float64Array, share: number): number => powers[Math.round(Math.min(1, share) * STEPS)] ?? 0;

/** What a phrase keeps when a share of what should be covered is. */
const part = (least: number, covered: number): number => least + (1 - least) * covered;

/** Whether the node lies under the other or is it. */
const within = (resource: string, above: string): boolean => resource === above || resource.startsWith(`${above}.`);

const HAS_GRADE = /\d|\b[A-Z]{2,}/u;

/** A waste code in the words: three pairs of digits, the last perhaps with a star. */
const EAL = /\b\d{2} ?\d{2} ?\d{2}\b\*?/;
