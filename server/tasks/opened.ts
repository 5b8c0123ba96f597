// The open database as the tasks of a workspace see it; which file it is may change (the demo is left for one's own).
import type { Answers } from './askAnswers.ts';
import type { StoreReader } from './open.ts';
import type { Writer } from './writer/protocol.ts';

export type Opened = {
  readonly store: () => StoreReader;
  readonly answers: () => Answers;
  /** Starts the one writer when first needed. */
  readonly writer: () => Promise<Writer>;
  /** ISO 8601 with time. */
  readonly now: () => string;
};
