// The reference tables with the classifier built on them, once a process.
import { loadLexicon } from '../reference/loadLexicon.ts';
import { loadReference } from '../reference/loadReference.ts';
import type { Reference } from '../reference/loadReference.ts';
import { createClassifier } from '../taxonomy/classifier.ts';
import type { Classifier } from '../taxonomy/classifier.ts';

export type Knowledge = { readonly reference: Reference; readonly classifier: Classifier };

let known: Knowledge | null = null;

export function knowledge(): Knowledge {
  if (known === null) {
    const reference = loadReference();
    known = { reference, classifier: createClassifier({ ...reference, lexicon: loadLexicon(new Set(reference.resources.keys())) }) };
  }
  return known;
}
