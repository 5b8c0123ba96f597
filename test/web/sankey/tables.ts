// Flow tables of every shape for the laws of the Sankey engine.
import fc from 'fast-check';
import type { SankeyFlow } from '../../../web/sankey/types.ts';

export const aFlow = (source: string, target: string, value: number | null, rest: Partial<SankeyFlow> = {}): SankeyFlow => ({
  id: `${source}>${target}`,
  source,
  target,
  value,
  unit: 't',
  ...rest,
});

const NAMES = [
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'Ålesund fjernvarme',
  'Øye mølle',
  'Næringsmiddelbedriften Sørøyfjærens Brønnbåt- og Fiskeoppdrettsselskap på Værøy, avdeling Øvre Åsgård',
  'Spillvarmegjenvinningsanleggsdriftsoperatørselskapet',
];

/** Circles, two-way pairs, self-links, parallel links, three units, zero and missing values, eight orders of magnitude. */
export const flowTable: fc.Arbitrary<SankeyFlow[]> = fc
  .array(
    fc.record({
      source: fc.constantFrom(...NAMES),
      target: fc.constantFrom(...NAMES),
      size: fc.double({ min: -3, max: 5, noNaN: true }),
      gone: fc.constantFrom<'no' | 'zero' | 'missing'>('no', 'no', 'no', 'no', 'no', 'no', 'zero', 'missing'),
      unit: fc.constantFrom('t', 't', 'MWh', 'm3'),
      kind: fc.constantFrom('flis', 'damp', undefined),
      recycled: fc.constantFrom(true, false, false, false),
      estimated: fc.boolean(),
      ranged: fc.boolean(),
    }),
    { minLength: 1, maxLength: 45 },
  )
  .map((rows) =>
    rows.map((row, i): SankeyFlow => {
      const value = row.gone === 'zero' ? 0 : row.gone === 'missing' ? null : Number((10 ** row.size).toPrecision(4));
      return {
        id: `f${i + 1}`,
        source: row.source,
        target: row.target,
        value,
        unit: row.unit,
        kind: row.kind,
        estimated: row.estimated,
        hint: row.recycled ? 'recycled' : undefined,
        ...(row.ranged && value !== null ? { min: value * 0.8, max: value * 1.3 } : {}),
      };
    }),
  );

export const screen = fc.constantFrom({ width: 1400, height: 700 }, { width: 960, height: 420 }, { width: 390, height: 640 });
