// When a balance is doubted, and how much stated is good coverage: rows of data/balance.csv.

export type BalanceLimits = {
  readonly over: number;
  readonly unexplained: number;
  readonly slip: number;
  readonly least: number;
  readonly good: number;
  readonly some: number;
};

/** Throws RangeError where a row is missing. */
export function balanceLimitsFrom(records: readonly Readonly<Record<string, string>>[]): BalanceLimits {
  const of = (id: string): number => {
    const text = records.find((record) => record['id'] === id)?.['value'] ?? '';
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) throw new RangeError(`data/balance.csv: ${id} is missing`);
    return value;
  };
  return {
    over: of('balance.over'),
    unexplained: of('balance.unexplained'),
    slip: of('balance.slip'),
    least: of('balance.least'),
    good: of('coverage.good'),
    some: of('coverage.some'),
  };
}
