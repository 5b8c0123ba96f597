// An Excel workbook (.xlsx) to tables, one a sheet.
import { messageOf } from './messageLog.ts';
import type { ByteSource, FileReading, KnownColumn, TableOptions } from './types.ts';

export async function readWorkbook(_source: ByteSource, _options: TableOptions, _known: KnownColumn): Promise<FileReading> {
  return { outcome: 'refuse', messages: [messageOf('table.workbook.zip', 'error')] };
}
