// What a heat network is chosen from: places, possible trenches, sources, customers, pipe sizes; all money a year.

export type NetworkSource = {
  readonly id: string;
  readonly place: number;
  /** NOK/MWh into the network: the source's price and a heat pump's electricity. */
  readonly cost: number;
  /** Mean kW that it can give in each period. */
  readonly available: readonly number[];
  /** NOK a year if it is used at all: annuity and upkeep of exchanger and heat pump. */
  readonly fixed: number;
};

export type NetworkCustomer = {
  readonly id: string;
  readonly place: number;
  /** NOK/MWh that the heat is worth there: what it replaces, less pumping. */
  readonly worth: number;
  /** Mean kW that it can take in each period. */
  readonly need: readonly number[];
  /** NOK a year if it is served at all: annuity and upkeep of its substation. */
  readonly fixed: number;
};

/** One pipe size (or several lines of the largest), smallest first. */
export type NetworkSize = {
  readonly dn: number;
  readonly lines: number;
  /** Mean kW of a period that it carries, peaks allowed for. */
  readonly capacity: number;
  /** NOK a metre and year: annuity and upkeep of the trench and the heat it loses. */
  readonly perMetre: number;
};

export type NetworkEdge = { readonly a: number; readonly b: number; readonly metres: number };

export type NetworkProblem = {
  /** Ids of the places, each once; edges, sources and customers name them by index. */
  readonly places: readonly string[];
  readonly edges: readonly NetworkEdge[];
  readonly sources: readonly NetworkSource[];
  readonly customers: readonly NetworkCustomer[];
  /** Hours of each period: twelve months, or fewer. */
  readonly hours: readonly number[];
  readonly sizes: readonly NetworkSize[];
};

/** Trenches that are dug, each with the index of its size; and who is left off although it could be reached. */
export type NetworkChoice = {
  readonly trenches: ReadonlyMap<number, number>;
  readonly sourcesOff: ReadonlySet<number>;
  readonly customersOff: ReadonlySet<number>;
};

/** What a choice does; indexes as in the problem, kW by period. */
export type NetworkOutcome = {
  /** NOK a year against leaving everything as it is. */
  readonly value: number;
  /** Only trenches with a flow in some period, each with its size. */
  readonly trenches: ReadonlyMap<number, number>;
  /** From `a` to `b` of the edge where positive. */
  readonly flows: ReadonlyMap<number, readonly number[]>;
  readonly taken: ReadonlyMap<number, readonly number[]>;
  readonly delivered: ReadonlyMap<number, readonly number[]>;
};

export const NOTHING: NetworkOutcome = { value: 0, trenches: new Map(), flows: new Map(), taken: new Map(), delivered: new Map() };
