// What flows: an entry of the taxonomy.

/** Dotted path from the root, such as `mat.wood.bark`; the parent is the path without its last part. */
export type ResourceId = string;

export const RESOURCE_KINDS = [
  'material',
  'heat',
  'steam',
  'electricity',
  'water',
  'gas',
  'cooling',
  'fuel',
  'service',
  'need',
  'energy',
] as const;

/** `documented` has a source that says it; `judgement` is ours and is marked so wherever it is shown. */
export type Evidence = 'documented' | 'judgement';

/** A figure of data/ with its likely range; null ends where the source states none. */
export type Ranged = { readonly value: number; readonly low: number; readonly high: number };

export type Resource = {
  readonly id: ResourceId;
  readonly parent: ResourceId | null;
  readonly level: number;
  readonly kind: string;
  readonly leaf: boolean;
  readonly name: { readonly nb: string; readonly en: string };
  readonly synonyms: { readonly nb: readonly string[]; readonly en: readonly string[] };
  /** EAL codes, six digits. */
  readonly wasteCodes: readonly string[];
  readonly hazardous: 'yes' | 'no' | 'possible' | null;
  /** kg/m3 as the resource is delivered (loose for chips and bark); gases kg/Sm3. */
  readonly density: Ranged | null;
  /** Lower heating value, MWh/t as delivered. */
  readonly heatingValue: Ranged | null;
  readonly notes: string | null;
  /** Of density and heating value; names and synonyms are our own wording. */
  readonly evidence: Evidence;
  readonly source: string;
};
