// Which one new plant type would open most value among these companies?
import { gives, type Flow } from '../domain/flow.ts';
import type { AnnualUnit } from '../domain/estimate.ts';
import { likelyOf } from './checks/volume.ts';
import type { MatchKnowledge } from './knowledge.ts';
import type { Processor } from './processors.ts';

export type MissingProcessor = {
  readonly processor: string;
  readonly name: { readonly nb: string; readonly en: string };
  /** Surpluses that could go in, and needs that could be met by what comes out, best fit first. */
  readonly inputs: readonly { readonly flow: string; readonly fit: number }[];
  readonly outputs: readonly { readonly flow: string; readonly fit: number }[];
  /** Likely amounts that could go in, by unit. */
  readonly amounts: readonly { readonly unit: AnnualUnit; readonly likely: number }[];
  /** Sum of the fits of both sides: how much would come into play. Judgement, to compare plant types with. */
  readonly score: number;
  /** Companies whose NACE says they may run such a plant already. */
  readonly present: readonly string[];
};

type Input = { readonly companies: readonly { readonly id: string; readonly nace: string | null }[]; readonly flows: readonly Flow[] };

const runs = (nace: string | null, { nace: prefixes }: Processor): boolean => {
  const digits = (nace ?? '').replaceAll(/\D/gu, '');
  return digits !== '' && prefixes.some((prefix) => digits.startsWith(prefix.replaceAll(/\D/gu, '')));
};

/** Plant types with something to take and something to give here, the most useful first; equal ones by id. */
export function missingProcessors({ companies, flows }: Input, { processors, book, settings }: MatchKnowledge): MissingProcessor[] {
  const least = settings['processor.leastFit'];
  const surpluses = flows.filter((flow) => gives(flow) && flow.role !== 'product');
  const needs = flows.filter((flow) => !gives(flow));
  const fitInto = (flow: Flow, nodes: readonly string[]): number =>
    flow.resources.reduce((best, { resource, weight }) => {
      const links = book.directFrom(resource);
      return nodes.reduce((most, node) => {
        const link = links.get(node);
        return link === undefined || link.kind === 'related' ? most : Math.max(most, weight * link.strength);
      }, best);
    }, 0);
  const fitOut = (flow: Flow, nodes: readonly string[]): number =>
    flow.resources.reduce(
      (best, { resource, weight }) =>
        nodes.reduce((most, node) => Math.max(most, weight * (book.directFrom(node).get(resource)?.strength ?? 0)), best),
      0,
    );
  const fitting = (list: readonly Flow[], fit: (flow: Flow) => number): { readonly flow: Flow; readonly fit: number }[] =>
    list
      .map((flow) => ({ flow, fit: fit(flow) }))
      .filter((one) => one.fit >= least)
      .sort((a, b) => b.fit - a.fit || (a.flow.id < b.flow.id ? -1 : 1));

  return processors
    .map((processor) => {
      const inputs = fitting(surpluses, (flow) => fitInto(flow, processor.takes));
      const outputs = fitting(needs, (flow) => fitOut(flow, processor.gives));
      const amounts = new Map<AnnualUnit, number>();
      for (const { flow } of inputs) {
        if (flow.annual !== null) amounts.set(flow.annual.unit, (amounts.get(flow.annual.unit) ?? 0) + likelyOf(flow.annual));
      }
      const sum = (list: readonly { readonly fit: number }[]): number => list.reduce((total, { fit }) => total + fit, 0);
      return {
        processor: processor.id,
        name: processor.name,
        inputs: inputs.map(({ flow, fit }) => ({ flow: flow.id, fit })),
        outputs: outputs.map(({ flow, fit }) => ({ flow: flow.id, fit })),
        amounts: [...amounts].map(([unit, likely]) => ({ unit, likely })).sort((a, b) => (a.unit < b.unit ? -1 : 1)),
        score: inputs.length === 0 || outputs.length === 0 ? 0 : sum(inputs) + sum(outputs),
        present: companies
          .filter(({ nace }) => runs(nace, processor))
          .map(({ id }) => id)
          .sort(),
      };
    })
    .filter(({ score, present }) => score > 0 && present.length === 0)
    .sort((a, b) => b.score - a.score || (a.processor < b.processor ? -1 : 1));
}
