// The least amount a year that is worth an agreement, by the rows `lot.*` of data/matching.csv.
import type { AnnualUnit } from '../../domain/estimate.ts';
import type { Settings } from '../settings.ts';

/** In the unit itself. */
export function minimumLot(unit: AnnualUnit, settings: Pick<Settings, 'lot.mass' | 'lot.energy' | 'lot.count' | 'lot.volume'>): number {
  if (unit === 't') return settings['lot.mass'];
  if (unit === 'MWh') return settings['lot.energy'];
  return unit === 'pcs' || unit === 'h' ? settings['lot.count'] : settings['lot.volume'];
}
