// The tables of data/ and what each of their cells may hold. A cell is text; what the schema gives is a value.
import { z } from 'zod';
import { RESOURCE_KINDS } from '../domain/resource.ts';
import { USE_RANKS } from '../domain/rule.ts';

const NUMBER = /^-?\d+(?:\.\d+)?(?:e-?\d+)?$/u;

/** Blanks around a cell are the reader's to refuse, for all columns alike. Plain strings cost nothing; a conversion costs a value a cell. */
const text = z.string().min(1, 'a text');
/** '' where the table says nothing. */
const textOrNone = z.string();
const number = z.string().regex(NUMBER, 'a number with a decimal point').transform(Number);
const numberOrNone = z.string().transform((cell, context) => {
  if (cell === '') return null;
  if (!NUMBER.test(cell)) context.addIssue({ code: 'custom', message: 'nothing, or a number with a decimal point' });
  return Number(cell);
});
/** `a|b|c`; nothing is an empty list, an empty or repeated part is a mistake. */
const list = z.string().transform((cell, context): readonly string[] => {
  if (cell === '') return [];
  const parts = cell.split('|');
  if (parts.includes('') || cell.includes(' |') || cell.includes('| '))
    context.addIssue({ code: 'custom', message: 'parts between strokes, none empty or with blanks around it' });
  if (parts.length > 1 && new Set(parts).size !== parts.length)
    context.addIssue({ code: 'custom', message: 'parts between strokes, each once' });
  return Object.freeze(parts);
});
const yesNo = z.enum(['yes', 'no'], 'yes or no').transform((word) => word === 'yes');
const evidence = z.enum(['documented', 'judgement'], 'documented or judgement');
const year = z
  .string()
  .regex(/^\d{4}$/u, 'a year of four digits')
  .transform(Number);
const wasteCode = z.string().regex(/^\d\d \d\d \d\d$/u, 'a waste code such as 03 01 05');
const factorId = z.string().regex(/^[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)+$/u, 'a dotted id such as co2.el.no.default');
const dottedPath = z.string().regex(/^[a-z0-9_]+(?:\.[a-z0-9_]+)*$/u, 'a dotted path such as mat.wood.bark');

export const resourceRow = z.object({
  id: dottedPath,
  parent_id: textOrNone,
  level: number,
  kind: z.enum(RESOURCE_KINDS, `one of ${RESOURCE_KINDS.join(', ')}`),
  is_leaf: yesNo,
  name_nb: text,
  name_en: text,
  synonyms_nb: list,
  synonyms_en: list,
  waste_codes: list,
  hazardous: z.enum(['yes', 'no', 'possible', ''], 'yes, no, possible or nothing'),
  density_kg_m3: numberOrNone,
  density_low: numberOrNone,
  density_high: numberOrNone,
  lhv_mwh_t: numberOrNone,
  lhv_low: numberOrNone,
  lhv_high: numberOrNone,
  notes: textOrNone,
  evidence,
  source: text,
});

export const ruleRow = z.object({
  id: z.string().regex(/^SYN\d{3,}$/u, 'a rule id such as SYN001'),
  resource_id: dottedPath,
  use_id: dottedPath,
  use_type: text,
  conditions: textOrNone,
  pretreatment: textOrNone,
  from_nace: list,
  to_nace: list,
  legal_flags: list,
  trl: numberOrNone,
  commonness: z.enum(['common', 'established', 'occasional', 'emerging', 'rare'], 'common, established, occasional, emerging or rare'),
  example: textOrNone,
  evidence,
  source: text,
});

export const useTypeRow = z.object({
  use_type: text,
  rank: z.enum(USE_RANKS, `one of ${USE_RANKS.join(', ')}`),
  name_nb: text,
  name_en: text,
  evidence,
  source: text,
});

export const sharedWordRow = z.object({ word: text, resource_ids: list, reason: text, evidence, source: text });

export const wasteCodeRow = z.object({
  code: wasteCode,
  chapter: z.string().regex(/^\d\d$/u, 'two digits'),
  chapter_nb: text,
  name_nb: text,
  name_en: text,
  hazardous: yesNo,
  entry_type: z.enum(
    ['Absolute hazardous', 'Absolute non-hazardous', 'Mirror hazardous', 'Mirror non-hazardous'],
    'Absolute or Mirror, hazardous or non-hazardous',
  ),
  resource_ids: list,
  evidence,
  source: text,
});

const figure = { name_nb: text, name_en: text, unit: text };
const ranged = { value: number, low: number, high: number };

export const factorRow = z.object({ id: factorId, group: text, ...figure, year, ...ranged, evidence, source: text });
export const heatRow = z.object({ id: factorId, ...figure, ...ranged, year, evidence, source: text });

export const pipeRow = z.object({
  dn: number,
  bore_mm: number,
  steel_outer_mm: number,
  jacket_mm: number,
  velocity_m_s: number,
  kw_at_30k: number,
  kw_at_45k: number,
  loss_w_m_110_60: number,
  loss_w_m_80_50: number,
  loss_w_m_65_35: number,
  eur_m_street: number,
  eur_m_terrain: number,
  year,
  evidence,
  source: text,
});

export const steamRow = z.object({ bar_abs: number, saturation_c: number, evaporation_kj_kg: number, evidence, source: text });

export const degreeDayRow = z.object({
  place: text,
  month: number,
  days: number,
  mean_c: number,
  degree_days: number,
  share_percent: number,
  evidence,
  source: text,
});

export const legalFlagRow = z.object({
  flag: z.string().regex(/^[A-Z0-9]+$/u, 'a flag in capitals'),
  name_nb: text,
  name_en: text,
  ask_nb: text,
  ask_the_user: text,
  evidence,
  source: text,
});

export const naceRow = z.object({
  code: z.string().regex(/^[A-U]\d\d$/u, 'a section letter and two digits, such as C16'),
  name_nb: text,
  name_en: text,
  evidence,
  source: text,
});

export const glossaryRow = z.object({ en: text, nb: text, explanation: text, evidence, source: text });
export const sourceRow = z.object({ short_name: text, url: text, kind_and_caveat: text });

export const templateRow = z.object({
  sheet: text,
  column: text,
  label_nb: text,
  label_en: text,
  type: text,
  required: text,
  allowed_values: z.string(),
  note: z.string(),
  example: z.string(),
  evidence,
  source: text,
});

/** Every table that this module checks, by file name. `units.csv` and `spreads.csv` are read and checked where they are used. */
export const TABLES = {
  'resources.csv': resourceRow,
  'rules.csv': ruleRow,
  'use-types.csv': useTypeRow,
  'waste-codes.csv': wasteCodeRow,
  'factors.csv': factorRow,
  'heat.csv': heatRow,
  'pipes.csv': pipeRow,
  'steam.csv': steamRow,
  'degree-days.csv': degreeDayRow,
  'legal-flags.csv': legalFlagRow,
  'nace-codes.csv': naceRow,
  'glossary.csv': glossaryRow,
  'sources.csv': sourceRow,
  'screening-template.csv': templateRow,
  'shared-words.csv': sharedWordRow,
} as const;
