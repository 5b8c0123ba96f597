// The published problems of fixtures/pinch.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HeatStream } from '../../server/heat/stream.ts';
import { aHeatStream } from './aHeatStream.ts';

const folder = join(import.meta.dirname, '..', '..', 'fixtures', 'pinch');

const stream = z.object({
  name: z.string(),
  zone: z.string().optional(),
  kind: z.enum(['hot', 'cold']).optional(),
  ts: z.number(),
  tt: z.number(),
  q: z.number().optional(),
  cp: z.number().optional(),
  dt_cont: z.number().optional(),
});
const targets = z.object({ qh_min: z.number(), qc_min: z.number() });
const pinchProblem = z.object({
  name: z.string(),
  type: z.literal('pinch'),
  source: z.string().min(10),
  dtmin: z.number(),
  streams: z.array(stream),
  expected: targets.extend({
    recovery: z.number(),
    kind: z.string(),
    tol_q: z.number(),
    pinch_shifted: z.array(z.number()).nullish(),
    pinch_hot: z.array(z.number()).optional(),
    pinch_cold: z.array(z.number()).optional(),
  }),
});
const siteProblem = pinchProblem.omit({ expected: true }).extend({
  type: z.literal('pinch_multisite'),
  expected: z.object({ zones: z.record(z.string(), targets), pooled: targets, sharing_potential: z.number(), tol_q: z.number() }),
});
const formula = z.object({
  name: z.string(),
  type: z.literal('formula'),
  source: z.string().min(10),
  formula: z.string(),
  inputs: z.record(z.string(), z.number()),
  expected: z.record(z.string(), z.object({ value: z.number(), tol: z.number() })),
});
export type ReferenceStream = z.infer<typeof stream>;

const problems = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) =>
    z.discriminatedUnion('type', [pinchProblem, siteProblem, formula]).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  );

export const pinchProblems = problems.filter((problem) => problem.type === 'pinch');
export const siteProblems = problems.filter((problem) => problem.type === 'pinch_multisite');
export const formulas = problems.filter((problem) => problem.type === 'formula');

export const heatOf = (one: ReferenceStream): number => one.q ?? (one.cp ?? Number.NaN) * Math.abs(one.ts - one.tt);

export const streamOf = (one: ReferenceStream): HeatStream =>
  aHeatStream({
    id: one.name,
    company: one.zone ?? 'A',
    supply: one.ts,
    target: one.tt,
    kw: heatOf(one),
    ...(one.kind === undefined ? {} : { kind: one.kind }),
    ...(one.dt_cont === undefined ? {} : { contribution: one.dt_cont }),
  });
