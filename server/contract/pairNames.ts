// The two flows of a pair and whose they are, as every answer about pairs tells them.
import { z } from 'zod';

/** Ids of the flows and of the kinds of plant between them, their words, and the companies. */
export const pairNamesShape = {
  surplus: z.string(),
  need: z.string(),
  via: z.array(z.string()),
  surplus_words: z.string(),
  need_words: z.string(),
  giver: z.string(),
  giver_name: z.string(),
  taker: z.string(),
  taker_name: z.string(),
};
