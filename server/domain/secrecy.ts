// Totals that give no company away: which may be told, and which others must be left out so that no difference recovers them.
//
// A table of totals is the same for every member, so it must be safe against each of them: a member knows its own part and takes it away. What is
// left out answers exactly as what is empty.
import type { CompanyId } from './flow.ts';

/** Rows of data/secrecy.csv. */
export type SecrecyRules = {
  /** So many parties besides the one who looks must stand behind a total; a parent with its companies is one party. */
  readonly leastOthers: number;
  readonly largestShare: number;
  readonly estimateWithin: number;
  readonly digits: number;
};

/** What one party adds to a cell; never negative. Companies of one parent are one party. `hidden`: members do not see it as it is. */
export type Part = { readonly party: CompanyId; readonly amount: number; readonly hidden?: boolean };
/** A cell of the finest level: `group` lies within `family`, cells of one `family` and `column` add up to that family's total. */
export type FineCell = { readonly family: string; readonly group: string; readonly column: string; readonly parts: readonly Part[] };
export type Total = { readonly row: string; readonly column: string; readonly amount: number };

/** Each party once, largest first; parties that add nothing are none. */
function merged(parts: readonly Part[]): Part[] {
  const sums = new Map<CompanyId, number>();
  for (const { party, amount } of parts) sums.set(party, (sums.get(party) ?? 0) + amount);
  return [...sums]
    .map(([party, amount]) => ({ party, amount }))
    .filter(({ amount }) => amount > 0)
    .toSorted((a, b) => b.amount - a.amount || (a.party < b.party ? -1 : 1));
}

/** Whether what these parties add up to tells too little of any of them, to an outsider who knows none of it. */
function safeToOutsider(parties: readonly Part[], rules: SecrecyRules): boolean {
  if (parties.length < rules.leastOthers) return false;
  const [first = 0, second = 0] = parties.map(({ amount }) => amount);
  const sum = parties.reduce((total, { amount }) => total + amount, 0);
  if (first > rules.largestShare * sum) return false;
  // The second largest takes its own away and calls the rest the largest: it must be off by more than the rule.
  return sum - first - second > rules.estimateWithin * first;
}

/**
 * Whether the sum may be told to all members: safe to outsiders, and to each contributor once it has taken its own part away. What members see as it
 * is they take away too, so what is hidden of it must be safe on its own.
 */
export function isSafe(parts: readonly Part[], rules: SecrecyRules): boolean {
  const hidden = parts.filter((one) => one.hidden === true && one.amount > 0);
  return isSafeSum(parts, rules) && (hidden.length === 0 || isSafeSum(hidden, rules));
}

function isSafeSum(parts: readonly Part[], rules: SecrecyRules): boolean {
  const parties = merged(parts);
  if (!safeToOutsider(parties, rules)) return false;
  return parties.every((knows) =>
    safeToOutsider(
      parties.filter((one) => one !== knows),
      rules,
    ),
  );
}

/** Added up in one order, so that the last digit does not depend on the order of the rows. */
const sumOf = (parts: readonly Part[]): number => merged(parts).reduce((total, { amount }) => total + amount, 0);

/** To so many significant digits: a small change of one company seldom moves what is shown. */
export function rounded(amount: number, digits: number): number {
  return amount === 0 ? 0 : Number(amount.toPrecision(digits));
}

/**
 * The totals that may be told, family by family with their groups. A family's total stands only where the groups left out under it are together
 * safe too, since the difference tells their sum: the smallest of the other groups are left out with them until that holds, and where none are
 * left the family's total goes.
 */
export function totalsToTell(cells: readonly FineCell[], rules: SecrecyRules): Total[] {
  const families = Map.groupBy(cells, ({ family, column }) => JSON.stringify([family, column]));
  const told: Total[] = [];
  for (const group of families.values()) {
    const [{ family, column } = { family: '', column: '' }] = group;
    const whole = group.flatMap(({ parts }) => parts);
    const byName = [...Map.groupBy(group, (cell) => cell.group)]
      .map(([name, same]) => ({ name, parts: same.flatMap(({ parts }) => parts) }))
      .filter(({ parts }) => sumOf(parts) > 0)
      .toSorted((a, b) => sumOf(a.parts) - sumOf(b.parts) || (a.name < b.name ? -1 : 1));
    const safe = byName.filter(({ parts }) => isSafe(parts, rules));
    const hidden = byName.filter((one) => !safe.includes(one));
    const hiddenParts = (): Part[] => hidden.flatMap(({ parts }) => parts);
    const open = [...safe];
    const familySafe = isSafe(whole, rules);
    if (familySafe)
      while (hidden.length > 0 && open.length > 0 && !isSafe(hiddenParts(), rules)) {
        const next = open.shift();
        if (next !== undefined) hidden.push(next);
      }
    const tellFamily = familySafe && (hidden.length === 0 || open.length === 0 || isSafe(hiddenParts(), rules));
    if (tellFamily) told.push({ row: family, column, amount: rounded(sumOf(whole), rules.digits) });
    for (const { name, parts } of open) told.push({ row: name, column, amount: rounded(sumOf(parts), rules.digits) });
  }
  return told.toSorted((a, b) => (a.row === b.row ? (a.column < b.column ? -1 : 1) : a.row < b.row ? -1 : 1));
}
