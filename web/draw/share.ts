// A picture as one file: its table and how it is looked at. The same page opens it again.
import { z } from 'zod';
import type { ByteSource } from '../../server/intake/table/types.ts';
import type { FlowTable } from './readFlowTable.ts';
import { FIRST_VIEW } from './view.ts';
import type { View } from './view.ts';

// The page's content policy forbids making code from text, which zod would otherwise try and the browser report.
z.config({ jitless: true });

const MARK = 'flytkart-picture';
const Shared = z.object({
  is: z.literal(MARK),
  version: z.literal(1),
  name: z.string(),
  csv: z.string(),
  view: z.object({
    node: z.string(),
    direction: z.enum(['both', 'in', 'out']),
    unit: z.string().nullable(),
    order: z.enum(['crossings', 'amount', 'name']),
    colours: z.enum(['kind', 'temperature', 'source', 'none']),
    height: z.union([z.literal('auto'), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    group: z.number(),
    split: z.enum(['none', 'side', 'turn']).default('none'),
    pins: z.record(z.string(), z.object({ column: z.number().optional(), place: z.number().optional() })),
  }),
});

/** Null where the file is none of ours: then it is read as a table. */
export async function readShared(source: ByteSource): Promise<{ readonly name: string; readonly csv: string; readonly view: View } | null> {
  if (!source.name.endsWith('.json')) return null;
  const parts: Uint8Array[] = [];
  for await (const chunk of source.chunks()) parts.push(chunk);
  try {
    const text = await new Blob(parts.map((part) => new Uint8Array(part))).text();
    const read = Shared.safeParse(JSON.parse(text));
    return read.success ? { name: read.data.name, csv: read.data.csv, view: { ...FIRST_VIEW, ...read.data.view } } : null;
  } catch {
    return null;
  }
}

const cell = (value: string | number | boolean | null | undefined): string => {
  const text = value === null || value === undefined || value === false ? '' : value === true ? 'yes' : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export function sharedText(table: FlowTable, view: View): string {
  const header = 'id,source,target,value,unit,kind,min,max,estimated,recycled,temperature,status,month,resource';
  const rows = table.flows.map((flow) =>
    [
      flow.id,
      flow.source,
      flow.target,
      flow.value,
      flow.unit,
      flow.kind,
      flow.min,
      flow.max,
      flow.estimated === true,
      flow.hint === 'recycled',
      flow.temperature,
      flow.status,
      flow.month,
      flow.resource,
    ]
      .map(cell)
      .join(','),
  );
  return `${JSON.stringify({ is: MARK, version: 1, name: table.name, csv: [header, ...rows].join('\n'), view }, null, 1)}\n`;
}
