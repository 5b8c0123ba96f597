// What a command gets: the words and options it was given, and what it may touch of the world.
import type { Language } from '../contract/errors.ts';
import { AppError } from '../domain/errors.ts';
import type { OptionName } from './commands.ts';

/** What a command may touch of the world. Numbers, clock and streams come in here, nowhere else. */
export type Surroundings = {
  readonly root: string;
  readonly version: string;
  readonly database: string | null;
  readonly language: Language;
  /** Letters with links: an SMTP address with its password, and whom they are from; null: links are shown instead. */
  readonly mail: { readonly smtp: string; readonly from: string } | null;
  /** Signs cookies instead of the secret kept in the database. */
  readonly secret: string | null;
  readonly now: () => string;
  readonly out: (text: string) => void;
  /** Waits until what was written has gone out; absent where writing never runs ahead of it. */
  readonly drained?: () => Promise<void>;
  readonly err: (text: string) => void;
  readonly interactive: boolean;
  /** Calls back once when the process is asked to stop. */
  readonly onStop: (stop: () => void) => void;
};

export type Given = {
  readonly words: readonly string[];
  readonly options: Readonly<Partial<Record<OptionName, string | boolean | readonly string[]>>>;
  readonly json: boolean;
  readonly language: Language;
  readonly database: string;
  /** True when neither --db nor FLYTKART_DB named the database. */
  readonly databaseByDefault: boolean;
};

export const text = (given: Given, name: OptionName): string | null => {
  const value = given.options[name];
  return typeof value === 'string' ? value : null;
};
export const flag = (given: Given, name: OptionName): boolean => given.options[name] === true;

/** The command was used wrongly: the sentence in English and in Norwegian. */
export function wrongUse(en: string, nb: string): AppError {
  return new AppError('usage.wrong', { problem: en, problem_en: en, problem_nb: nb });
}

/** A whole number of an option, or wrong use. */
export function wholeNumber(given: Given, name: OptionName, least: number): number | null {
  const value = text(given, name);
  if (value === null) return null;
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < least)
    throw wrongUse(
      `--${name} ${value}: a whole number of at least ${least} is expected here.`,
      `--${name} ${value}: her ventes et helt tall på minst ${least}.`,
    );
  return number;
}
