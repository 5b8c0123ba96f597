// Which column of a flow table is which, by the words people head them with.

export const FIELDS = [
  'id',
  'source',
  'target',
  'value',
  'unit',
  'kind',
  'min',
  'max',
  'temperature',
  'estimated',
  'recycled',
  'status',
  'month',
  'resource',
] as const;
export type Field = (typeof FIELDS)[number];

const NAMES: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'link id', 'flow id', 'nr', 'no', 'nummer', 'number', 'strøm id', 'løpenummer'],
  source: ['source', 'from', 'fra', 'kilde', 'avsender', 'giver', 'source node', 'fra node', 'from node'],
  target: ['target', 'to', 'til', 'mål', 'mottaker', 'taker', 'destination', 'target node', 'til node', 'to node', 'sink'],
  value: ['value', 'amount', 'quantity', 'mengde', 'verdi', 'antall', 'flow', 'flyt', 'size', 'kvantum', 'årsmengde', 'volum', 'weight'],
  unit: ['unit', 'units', 'enhet', 'eining', 'måleenhet'],
  kind: [
    'kind',
    'type',
    'slag',
    'art',
    'material',
    'materiale',
    'strøm',
    'stoff',
    'carrier',
    'energibærer',
    'kategori',
    'category',
    'vare',
    'product',
    'produkt',
  ],
  min: ['min', 'low', 'lav', 'minimum', 'lower', 'nedre', 'fra verdi', 'p10'],
  max: ['max', 'high', 'høy', 'maks', 'maximum', 'upper', 'øvre', 'p90', 'maksimum'],
  temperature: ['temperature', 'temperatur', 'temperature c', 'temperatur c', 'temp', 'temp c', '°c'],
  estimated: ['estimated', 'anslått', 'estimert', 'data quality', 'datakvalitet', 'quality'],
  recycled: ['recycled', 'resirkulert', 'gjenvunnet', 'hint', 'retur', 'return'],
  status: ['status', 'stage', 'stadium'],
  month: ['month', 'måned', 'mnd'],
  resource: ['resource', 'ressurs', 'resource id'],
};

const byName = new Map(FIELDS.flatMap((field) => NAMES[field].map((name) => [name, field] as const)));

export type Header = { readonly field: Field; readonly unit: string | null };

/** The field a header names, and a unit told in it: `Mengde (GWh)`, `value [t]`, `verdi, tonn/år`. Null where it names none. */
export function headerOf(text: string): Header | null {
  const clean = text.normalize('NFC').trim();
  const bare = (name: string): string =>
    name
      .toLowerCase()
      .replaceAll(/[_\-.\s]+/g, ' ')
      .replaceAll(/[:*]/g, '')
      .trim();
  const whole = byName.get(bare(clean));
  if (whole !== undefined) return { field: whole, unit: null };
  const parts = /^(.+?)\s*(?:\(([^)]+)\)|\[([^\]]+)\]|,\s*(.+)|\si\s(.+)|\sin\s(.+))$/iu.exec(clean);
  const field = parts?.[1] === undefined ? undefined : byName.get(bare(parts[1]));
  if (parts === null || field === undefined) return null;
  return { field, unit: (parts[2] ?? parts[3] ?? parts[4] ?? parts[5] ?? parts[6] ?? '').trim() || null };
}
