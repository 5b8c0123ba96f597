// What companies of a branch usually take in, give off and get out of their raw material: rows of data/, offered as such and marked as such.
import type { Direction, Role } from './flow.ts';

type Texts = { readonly nb: string; readonly en: string };

/** So much of a flow for each unit of a driver: what the company makes or handles in a year. */
export type TypicalFlow = {
  readonly id: string;
  /** An activity of the lexicon. */
  readonly branch: string;
  readonly driver: Texts;
  readonly driverUnit: string;
  readonly direction: Direction;
  readonly role: Role;
  readonly words: Texts;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly unit: string;
  /** °C. */
  readonly temperature: number | null;
  readonly year: number;
  readonly evidence: string;
  readonly source: string;
};

/** Product out for each unit of raw material in, both in `unit`. */
export type TypicalYield = {
  readonly id: string;
  readonly branch: string;
  readonly name: Texts;
  readonly unit: string;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly evidence: string;
  readonly source: string;
};
