// How well a company is screened: how many of its flows state what matching and heat ask for.
import type { Flow } from '../domain/flow.ts';
import type { BalanceLimits } from './limits.ts';

export const COVERED = ['quantity', 'temperature', 'price', 'quality', 'period', 'meaning'] as const;
export type Covered = (typeof COVERED)[number];

export type Share = { readonly stated: number; readonly of: number };
export type Coverage = {
  readonly flows: number;
  readonly gives: number;
  readonly takes: number;
  /** Of the flows that could state it. */
  readonly shares: Readonly<Record<Covered, Share>>;
  /** Flows whose number is measured or calculated, of those that have one. */
  readonly measured: Share;
  readonly grade: 'none' | 'little' | 'some' | 'good';
};

type Counted = Pick<Flow, 'direction' | 'annual' | 'temperature' | 'price' | 'dataQuality' | 'period' | 'resources'>;

/** `isWarm`: whether a temperature can be asked of the flow: heat, cold, steam, warm water. */
export function coverageOf<One extends Counted>(flows: readonly One[], isWarm: (flow: One) => boolean, limits: BalanceLimits): Coverage {
  const share = (of: readonly One[], stated: (flow: One) => boolean): Share => ({ stated: of.filter(stated).length, of: of.length });
  const numbered = flows.filter(({ annual }) => annual !== null);
  const shares = {
    quantity: share(flows, ({ annual }) => annual !== null),
    temperature: share(flows.filter(isWarm), ({ temperature }) => temperature !== null),
    price: share(flows, ({ price }) => price !== null),
    quality: share(flows, ({ dataQuality }) => dataQuality !== null),
    period: share(flows, ({ period }) => period !== null),
    meaning: share(flows, ({ resources }) => resources.length > 0),
  };
  // What an exchange stands or falls with; a price and a year make it better, not possible.
  const needed = [shares.quantity, shares.temperature, shares.meaning].filter(({ of }) => of > 0);
  const least = needed.length === 0 ? 0 : Math.min(...needed.map(({ stated, of }) => stated / of));
  return {
    flows: flows.length,
    gives: flows.filter(({ direction }) => direction === 'out').length,
    takes: flows.filter(({ direction }) => direction === 'in').length,
    shares,
    measured: share(numbered, ({ dataQuality }) => dataQuality === 'measured' || dataQuality === 'calculated'),
    grade: flows.length === 0 ? 'none' : least >= limits.good ? 'good' : least >= limits.some ? 'some' : 'little',
  };
}
