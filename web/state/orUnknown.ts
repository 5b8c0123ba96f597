// A figure in words, or what stands for one that is not known.
type Span = { readonly low: number; readonly likely: number | null; readonly high: number | null };

export const orUnknown = (value: number | null | undefined, unknown: string, show: (value: number) => string): string =>
  value === null || value === undefined ? unknown : show(value);

/** The ends of a figure that has both; null for others. */
export const endsOf = (span: Pick<Span, 'low' | 'high'> | null): { readonly low: number; readonly high: number } | null =>
  span === null || span.high === null ? null : { low: span.low, high: span.high };
