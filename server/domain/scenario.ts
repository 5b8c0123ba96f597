// A named difference on top of a cluster's data: a list of changes as plain data, and what the flows and companies are with them.
import type { Company } from './company.ts';
import type { Annual, AnnualUnit } from './estimate.ts';
import type { CompanyId, Flow, FlowId } from './flow.ts';
import { celsius } from './temperature.ts';
import type { Viewer } from './viewer.ts';

/** A flow of a company that is not here yet. `amount` in `unit` a year, `temperature` °C; null: not known. */
export type NewFlow = {
  readonly gives: boolean;
  readonly words: string;
  readonly amount: number | null;
  readonly unit: AnnualUnit;
  readonly temperature: number | null;
};
/** A company that might join. `key` is unique in its scenario. */
export type NewCompany = {
  readonly key: string;
  readonly name: string;
  readonly activity: string | null;
  readonly nace: string | null;
  readonly place: { readonly lat: number; readonly lon: number } | null;
  readonly flows: readonly NewFlow[];
};

export type Change =
  /** °C at which the flow is supplied. */
  | { readonly kind: 'temperature'; readonly flow: FlowId; readonly to: number }
  /** The amount a year, times so much; a flow of unknown amount stays unknown. */
  | { readonly kind: 'amount'; readonly flow: FlowId; readonly times: number }
  /** The factors of a lever (a row of data/levers.csv), times so much. */
  | { readonly kind: 'price'; readonly lever: string; readonly times: number }
  | { readonly kind: 'leaves'; readonly company: CompanyId }
  | { readonly kind: 'joins'; readonly company: NewCompany };

export type ClusterData = { readonly companies: readonly Company[]; readonly flows: readonly Flow[] };

/** A scenario somebody keeps. */
export type Scenario = {
  readonly id: string;
  readonly cluster: string;
  readonly name: string;
  readonly changes: readonly Change[];
  /** Who made it, as `viewerText` writes it. */
  readonly author: string;
  readonly madeAt: string;
  readonly changedAt: string;
  /** Grows by one with each change; who changes it says which one it saw. */
  readonly version: number;
};

/**
 * Figures that hang on all companies at once are for those who look after the cluster; to a member, and to the manager of another, there is no such
 * thing. Which flows they are made of is decided flow by flow.
 */
export const mayTryScenarios = (viewer: Viewer, cluster: string): boolean =>
  viewer.kind === 'manager' ? viewer.cluster === cluster : viewer.kind !== 'member';

/** What a change is about: a later one about the same replaces it. */
export function subjectOf(change: Change): string {
  switch (change.kind) {
    case 'temperature':
    case 'amount':
      return `${change.kind} ${change.flow}`;
    case 'price':
      return `price ${change.lever}`;
    case 'leaves':
      return `leaves ${change.company}`;
    case 'joins':
      return `joins ${change.company.key}`;
  }
}

const isNothing = (change: Change): boolean => (change.kind === 'amount' || change.kind === 'price') && change.times === 1;

/** The list with one more change: in the place of an earlier one about the same, and gone where it changes nothing. */
export function withChange(changes: readonly Change[], change: Change): readonly Change[] {
  const subject = subjectOf(change);
  const known = changes.some((one) => subjectOf(one) === subject);
  const put = isNothing(change) ? [] : [change];
  return known ? changes.flatMap((one) => (subjectOf(one) === subject ? put : [one])) : [...changes, ...put];
}
export const withoutChange = (changes: readonly Change[], subject: string): readonly Change[] =>
  changes.filter((one) => subjectOf(one) !== subject);

/** Id under which a company that joins stands among the others. */
export const joinedId = (key: string): CompanyId => `joins:${key}`;

/**
 * Companies and flows as they would be. What no change speaks of is handed through as the same value. Changes about different things may come in
 * any order. A change about a flow or a company that is not there changes nothing: `unknownIn` tells which.
 */
export function applyScenario(changes: readonly Change[], { companies, flows }: ClusterData): ClusterData {
  if (changes.length === 0) return { companies, flows };
  const left = new Set(changes.flatMap((one) => (one.kind === 'leaves' ? [one.company] : [])));
  const degrees = new Map(changes.flatMap((one) => (one.kind === 'temperature' ? [[one.flow, one.to] as const] : [])));
  const times = new Map(changes.flatMap((one) => (one.kind === 'amount' ? [[one.flow, one.times] as const] : [])));
  const joined = changes.flatMap((one) => (one.kind === 'joins' ? [one.company] : []));
  const kept = flows.flatMap((flow): Flow[] => {
    if (left.has(flow.company)) return [];
    const [to, factor] = [degrees.get(flow.id), times.get(flow.id)];
    if (to === undefined && factor === undefined) return [flow];
    return [
      {
        ...flow,
        ...(to === undefined ? {} : { temperature: celsius(to) }),
        ...(factor === undefined || flow.annual === null ? {} : { annual: scaled(flow.annual, factor) }),
      },
    ];
  });
  return {
    companies: [...companies.filter(({ id }) => !left.has(id)), ...joined.map(companyOf)],
    flows: [...kept, ...joined.flatMap(flowsOf)],
  };
}

const scaled = ({ low, likely, high, unit }: Annual, times: number): Annual => ({
  low: low * times,
  likely: likely === null ? null : likely * times,
  high: high === null ? null : high * times,
  unit,
});

const companyOf = ({ key, name, activity, nace, place }: NewCompany): Company => ({
  id: joinedId(key),
  name,
  orgNumber: null,
  parent: null,
  nace,
  activity,
  municipality: null,
  country: 'NO',
  place,
  sites: [],
});

const flowsOf = ({ key, flows }: NewCompany): Flow[] =>
  flows.map(({ gives, words, amount, unit, temperature }, at) => ({
    id: `${joinedId(key)}:${at}`,
    company: joinedId(key),
    site: null,
    process: null,
    direction: gives ? 'out' : 'in',
    role: gives ? 'surplus' : 'need',
    words,
    resources: [],
    kind: null,
    wasteCode: null,
    stated: amount === null ? null : { value: amount },
    unit,
    annual: amount === null ? null : { low: amount, likely: amount, high: amount, unit },
    temperature: temperature === null ? null : celsius(temperature),
    temperatureReturn: null,
    hours: null,
    profile: null,
    price: null,
    dataQuality: null,
    quality: null,
    comment: null,
    period: null,
    sharing: 'facilitator',
    source: null,
  }));

/** Changes that speak of what is not there: the data changed after the scenario was made. */
export function unknownIn(changes: readonly Change[], { companies, flows }: ClusterData): readonly Change[] {
  const [known, here] = [new Set(flows.map(({ id }) => id)), new Set(companies.map(({ id }) => id))];
  return changes.filter((one) => {
    if (one.kind === 'temperature' || one.kind === 'amount') return !known.has(one.flow);
    return one.kind === 'leaves' && !here.has(one.company);
  });
}

/** How much each lever is moved. */
export const leversIn = (changes: readonly Change[]): ReadonlyMap<string, number> =>
  new Map(changes.flatMap((one) => (one.kind === 'price' ? [[one.lever, one.times] as const] : [])));
