// A cluster's leads, matches or registers as a file, of what the viewer sees.
import type { Language } from '../../contract/errors.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { LeadRoom } from '../leads/leads.ts';
import type { RegisterRoom } from '../registers/registers.ts';
import { tableFile } from './tableFile.ts';
import type { FileMade, Table } from './tableFile.ts';
import { leadTables, matchTables, registerTables } from './tables.ts';

export type TableName = 'leads' | 'matches' | 'registers';
export type TableFile = (
  viewer: Viewer,
  cluster: string,
  table: TableName,
  format: 'csv' | 'xlsx',
  language: Language,
) => Promise<FileMade>;

export const clusterTables =
  (leads: LeadRoom, registers: RegisterRoom): TableFile =>
  async (viewer, cluster, table, format, language) => {
    const tables: Readonly<Record<TableName, () => Promise<Table[]>>> = {
      leads: async () => leadTables(leads.list(viewer, cluster, language), language),
      matches: async () => matchTables(await leads.matchRows(viewer, cluster, language), language),
      registers: async () => registerTables(await registers.page(viewer, cluster, language), language),
    };
    const found = await tables[table]();
    return tableFile(`${cluster} - ${found[0]?.name ?? table}`, found, format, language === 'nb' ? ',' : '.');
  };
