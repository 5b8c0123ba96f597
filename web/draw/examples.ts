// Tables to try: the gallery, and a start for one's own. The numbers are rounded from public knowledge or made up; they are examples, not data.
import type { ColourBy } from '../sankey/draw/colouring.ts';

export type Example = {
  readonly file: string;
  readonly csv: string;
  readonly nb: string;
  readonly en: string;
  readonly colours?: ColourBy;
};

/** Built into the page, so that showing one asks for nothing. */
const texts = import.meta.glob('../../fixtures/flow-tables/*.csv', { query: '?raw', import: 'default', eager: true });

const NAMED: readonly Omit<Example, 'csv'>[] = [
  { file: 'energy-balance.csv', nb: 'Energibalanse for et land', en: 'Energy balance of a country' },
  {
    file: 'pulp-mill.csv',

    nb: 'Sulfatfabrikk: tre enheter og lutkretsløp',
    en: 'Kraft pulp mill: three units and the liquor cycle',
  },
  { file: 'aluminium.csv', nb: 'Aluminium med skrap og usikkerhet', en: 'Aluminium with scrap and uncertainty' },
  { file: 'water-energy.csv', nb: 'Vann og energi i en by', en: 'Water and energy of a city' },
  { file: 'two-way-pairs.csv', nb: 'Fjernvarme som går begge veier', en: 'District heating that runs both ways' },
  { file: 'rings.csv', nb: 'Ringer som griper i hverandre', en: 'Interlocking rings' },
  { file: 'long-names.csv', nb: 'Navn på hundre tegn', en: 'Names of a hundred characters' },
  { file: 'eight-orders.csv', nb: 'Åtte tierpotenser', en: 'Eight orders of magnitude' },
  { file: 'fish-cluster.csv', nb: 'Havbruksklynge: målt og anslått', en: 'Aquaculture cluster: measured and estimated' },
  { file: 'heat-ladder.csv', nb: 'Varme fra varmt til kaldt', en: 'Heat from hot to cold', colours: 'temperature' },
  {
    file: 'separate-parts.csv',

    nb: 'Flere deler, ubalanse, null og mangler',
    en: 'Separate parts, imbalance, zero and missing',
  },
  { file: 'cluster-of-22.csv', nb: 'Klynge med 22 bedrifter', en: 'Cluster of 22 companies' },
];

export const EXAMPLES: readonly Example[] = NAMED.map((one) => ({ ...one, csv: texts[`../../fixtures/flow-tables/${one.file}`] ?? '' }));
