// Does the tree of resources hold together, and are its figures possible?
import type { Report } from './problem.ts';
import type { Tables } from './readTables.ts';

export function checkTaxonomy(tables: Tables, report: Report): void {
  const rows = tables['resources.csv'];
  const places = new Map(rows.map(({ row }, place) => [row.id, place]));
  const parents = new Set(rows.map(({ row }) => row.parent_id));
  for (const [place, { file, line, row }] of rows.entries()) {
    const wrong = (column: string, found: string, expected: string): void => report({ file, line, column, found, expected });
    const dot = row.id.lastIndexOf('.');
    const path = dot < 0 ? '' : row.id.slice(0, dot);
    if (row.parent_id !== path) wrong('parent_id', row.parent_id, path === '' ? 'nothing: this id is a root' : path);
    else if (path !== '' && (places.get(path) ?? place) >= place) wrong('parent_id', path, 'a resource on an earlier line');
    const level = row.id.split('.').length;
    if (row.level !== level) wrong('level', String(row.level), `${level}, the parts of the id`);
    const leaf = !parents.has(row.id);
    if (row.is_leaf !== leaf)
      wrong('is_leaf', row.is_leaf ? 'yes' : 'no', leaf ? 'yes: nothing lies below it' : 'no: resources lie below it');
    checkRange('density', row.density_kg_m3, row.density_low, row.density_high, 23_000, wrong);
    checkRange('lhv', row.lhv_mwh_t, row.lhv_low, row.lhv_high, 34, wrong);
  }
}

/** A figure above nothing and below `most` (osmium, hydrogen), inside its stated ends; ends only with a figure. */
function checkRange(
  what: 'density' | 'lhv',
  value: number | null,
  low: number | null,
  high: number | null,
  most: number,
  wrong: (column: string, found: string, expected: string) => void,
): void {
  const column = what === 'density' ? 'density_kg_m3' : 'lhv_mwh_t';
  if (value === null) {
    if (low !== null || high !== null) wrong(column, '', 'a figure, as ends are stated');
    return;
  }
  if (value <= 0 || value > most) wrong(column, String(value), `above 0 and at most ${most}`);
  if ((low === null) !== (high === null)) wrong(`${what}_low`, `${low ?? ''} and ${high ?? ''}`, 'both ends or none');
  if (low !== null && low > value) wrong(`${what}_low`, String(low), `at most ${value}`);
  if (high !== null && high < value) wrong(`${what}_high`, String(high), `at least ${value}`);
}
