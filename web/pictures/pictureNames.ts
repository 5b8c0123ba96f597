// The diagram's own node names in the chosen language.
import { fill } from '../words/words.ts';
import type { Words } from '../words/words.ts';
import type { Names } from './flowPictures.ts';

export const pictureNames = (words: Words): Names => ({
  leaves: words.leavesCluster,
  enters: words.entersCluster,
  unknown: words.unknownResource,
  whole: words.wholeCompany,
  receives: (company) => fill(words.receives, { name: company }),
});
