// Tables to try: the gallery, and a start for one's own. The numbers are rounded from public knowledge or made up; they are examples, not data.
import type { ColourBy } from '../sankey/draw/colouring.ts';
import aluminium from '../../fixtures/flow-tables/aluminium.csv?raw';
import cluster from '../../fixtures/flow-tables/cluster-of-22.csv?raw';
import eightOrders from '../../fixtures/flow-tables/eight-orders.csv?raw';
import energyBalance from '../../fixtures/flow-tables/energy-balance.csv?raw';
import fishCluster from '../../fixtures/flow-tables/fish-cluster.csv?raw';
import heatLadder from '../../fixtures/flow-tables/heat-ladder.csv?raw';
import longNames from '../../fixtures/flow-tables/long-names.csv?raw';
import pulpMill from '../../fixtures/flow-tables/pulp-mill.csv?raw';
import rings from '../../fixtures/flow-tables/rings.csv?raw';
import separateParts from '../../fixtures/flow-tables/separate-parts.csv?raw';
import twoWayPairs from '../../fixtures/flow-tables/two-way-pairs.csv?raw';
import waterEnergy from '../../fixtures/flow-tables/water-energy.csv?raw';

export type Example = {
  readonly file: string;
  readonly csv: string;
  readonly nb: string;
  readonly en: string;
  readonly colours?: ColourBy;
};

export const EXAMPLES: readonly Example[] = [
  { file: 'energy-balance.csv', csv: energyBalance, nb: 'Energibalanse for et land', en: 'Energy balance of a country' },
  {
    file: 'pulp-mill.csv',
    csv: pulpMill,
    nb: 'Sulfatfabrikk: tre enheter og lutkretsløp',
    en: 'Kraft pulp mill: three units and the liquor cycle',
  },
  { file: 'aluminium.csv', csv: aluminium, nb: 'Aluminium med skrap og usikkerhet', en: 'Aluminium with scrap and uncertainty' },
  { file: 'water-energy.csv', csv: waterEnergy, nb: 'Vann og energi i en by', en: 'Water and energy of a city' },
  { file: 'two-way-pairs.csv', csv: twoWayPairs, nb: 'Fjernvarme som går begge veier', en: 'District heating that runs both ways' },
  { file: 'rings.csv', csv: rings, nb: 'Ringer som griper i hverandre', en: 'Interlocking rings' },
  { file: 'long-names.csv', csv: longNames, nb: 'Navn på hundre tegn', en: 'Names of a hundred characters' },
  { file: 'eight-orders.csv', csv: eightOrders, nb: 'Åtte tierpotenser', en: 'Eight orders of magnitude' },
  { file: 'fish-cluster.csv', csv: fishCluster, nb: 'Havbruksklynge: målt og anslått', en: 'Aquaculture cluster: measured and estimated' },
  { file: 'heat-ladder.csv', csv: heatLadder, nb: 'Varme fra varmt til kaldt', en: 'Heat from hot to cold', colours: 'temperature' },
  {
    file: 'separate-parts.csv',
    csv: separateParts,
    nb: 'Flere deler, ubalanse, null og mangler',
    en: 'Separate parts, imbalance, zero and missing',
  },
  { file: 'cluster-of-22.csv', csv: cluster, nb: 'Klynge med 22 bedrifter', en: 'Cluster of 22 companies' },
];
