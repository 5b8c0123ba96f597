// The classifier as the product builds it, once for all tests of this room.
import { loadLexicon } from '../../server/reference/loadLexicon.ts';
import { loadReference } from '../../server/reference/loadReference.ts';
import { createClassifier, type ClassifyContext } from '../../server/taxonomy/classifier.ts';

export const reference = loadReference();
export const lexicon = loadLexicon(new Set(reference.resources.keys()));
export const classifier = createClassifier({ resources: reference.resources, lexicon, rules: reference.rules });

/** The nodes guessed, best first. */
export const nodes = (words: string, context: ClassifyContext = {}): readonly string[] =>
  classifier.classify(words, context).map(({ resource }) => resource);
export const best = (words: string, context: ClassifyContext = {}): string | undefined => nodes(words, context)[0];
