// Do waste codes and resources name each other, and agree on what is hazardous?
import type { Report } from './problem.ts';
import type { Tables } from './readTables.ts';

export function checkWasteCodes(tables: Tables, report: Report): void {
  const codes = new Map(tables['waste-codes.csv'].map(({ row }) => [row.code, row]));
  const resources = new Map(tables['resources.csv'].map(({ row }) => [row.id, row]));

  for (const { line, row } of tables['waste-codes.csv']) {
    const wrong = (column: string, found: string, expected: string): void =>
      report({ file: 'waste-codes.csv', line, column, found, expected });
    if (row.chapter !== row.code.slice(0, 2)) wrong('chapter', row.chapter, row.code.slice(0, 2));
    if (row.hazardous === row.entry_type.includes('non-hazardous'))
      wrong('hazardous', row.hazardous ? 'yes' : 'no', `what "${row.entry_type}" says`);
    for (const id of row.resource_ids) {
      const resource = resources.get(id);
      if (resource === undefined) wrong('resource_ids', id, 'a resource of resources.csv');
      else if (!resource.waste_codes.some((cell) => cell.startsWith(row.code)))
        wrong('resource_ids', id, `a resource that names ${row.code} itself`);
    }
  }

  for (const { file, line, row } of tables['resources.csv']) {
    const wrong = (column: string, found: string, expected: string): void => report({ file, line, column, found, expected });
    let hazardous = 0;
    for (const cell of row.waste_codes) {
      const starred = cell.endsWith('*');
      const code = codes.get(starred ? cell.slice(0, -1) : cell);
      if (code === undefined) {
        wrong('waste_codes', cell, 'a code of waste-codes.csv');
        continue;
      }
      if (code.hazardous) hazardous += 1;
      if (code.hazardous !== starred) wrong('waste_codes', cell, code.hazardous ? `${code.code}*, as the code is hazardous` : code.code);
      if (!code.resource_ids.includes(row.id)) wrong('waste_codes', cell, 'a code that names this resource in waste-codes.csv');
    }
    if (row.waste_codes.length === 0) continue;
    if (row.hazardous === '') wrong('hazardous', '', 'yes, no or possible, as there are waste codes');
    if (row.hazardous === 'no' && hazardous > 0) wrong('hazardous', 'no', 'possible or yes: a code of it is hazardous');
    if (row.hazardous === 'yes' && hazardous < row.waste_codes.length) wrong('hazardous', 'yes', 'possible: a code of it is not hazardous');
  }
}
