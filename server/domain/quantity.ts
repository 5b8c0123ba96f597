// What a company said of an amount, kept as said: exact, about, a range, a bound. Unknown is null, never 0.

/** An amount as stated, in the unit as written; its meaning as a distribution is told by `server/domain/spread.ts`. */
export type Stated =
  | { readonly value: number }
  | { readonly about: number }
  | { readonly min: number; readonly max: number }
  | { readonly less_than: number }
  | { readonly more_than: number }
  | { readonly at_most: number };
