// Problems of a file that are repaired alike, each with the column that the repair goes into. Pure.
import type { ImportMessage } from '../../../server/contract/importAnswer.ts';
import type { PreviewOptions, PreviewShown } from '../../../server/contract/previews.ts';

export type CellRepair = NonNullable<PreviewOptions['repairs']>[number];

export type RepairGroup = {
  readonly key: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** What all of them say, where they say the same. */
  readonly found: string | null;
  readonly field: string;
  readonly count: number;
  readonly messages: readonly ImportMessage[];
};

/** The field that a message asks to be written, where its column does not tell. */
const FIELD_OF: readonly (readonly [RegExp, string])[] = [
  [/^unit\./, 'unit'],
  [/^quantity\.|^check\.outlier/, 'quantity'],
  [/^check\.large/, 'unit'],
  [/^direction\./, 'direction'],
  [/^role\./, 'role'],
  [/^resource\./, 'resource'],
  [/^company\./, 'company'],
  [/^org\./, 'org_number'],
  [/^wasteCode\./, 'category'],
  [/^dataQuality\./, 'data_quality'],
  [/^sharing\./, 'sharing'],
  [/^period\./, 'period'],
  [/^price\./, 'price'],
  [/^hours\./, 'hours'],
  [/^temperature\.|^check\.water/, 'temperature'],
];
/** Said of a record, and nothing to be written in one cell. */
const NOT_HERE =
  /^(?:temperature\.(?:words|scale|bound)|price\.(?:converted|cost|middle)|hours\.middle|unit\.period|org\.other|company\.(?:carried|fromNumber)|annual\.|row\.)/;
/** One text for all makes sense only where all lack the same or say the same. */
const ALIKE = /^(?:unit|direction|company|role|dataQuality|sharing|period)\./;

export function repairGroups({ file, mapping }: Pick<PreviewShown, 'file' | 'mapping'>): RepairGroup[] {
  const groups = new Map<string, { group: Omit<RepairGroup, 'messages' | 'count'>; messages: ImportMessage[] }>();
  for (const message of file.messages) {
    if (message.severity === 'info' || message.lines.length === 0 || NOT_HERE.test(message.code)) continue;
    const told = FIELD_OF.find(([code]) => code.test(message.code))?.[1];
    const field = told ?? mapping.find(({ column }) => column === message.column)?.field ?? null;
    if (field === null) continue;
    const same = ALIKE.test(message.code) ? (message.found ?? '') : null;
    const key = `${message.code} ${field} ${same ?? ''} ${message.sheet ?? ''}`;
    const held = groups.get(key);
    if (held !== undefined) held.messages.push(message);
    else
      groups.set(key, {
        group: { key, code: message.code, severity: message.severity, found: same === '' ? null : same, field },
        messages: [message],
      });
  }
  return [...groups.values()]
    .map(({ group, messages }) => ({ ...group, messages, count: messages.reduce((sum, one) => sum + one.count, 0) }))
    .toSorted(
      (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning') || b.count - a.count || (a.key < b.key ? -1 : 1),
    );
}

/** The text for these lines, in the column of the field; a column that the file lacks is made. */
export function repairOf(mapping: PreviewShown['mapping'], field: string, messages: readonly ImportMessage[], text: string): CellRepair[] {
  const own = mapping.find((one) => one.field === field);
  const bySheet = Map.groupBy(messages, (one) => one.sheet);
  return [...bySheet].map(([sheet, list]) => ({
    sheet,
    lines: [...new Set(list.flatMap(({ lines }) => lines))],
    column: own?.column ?? null,
    header: own?.header ?? field,
    text,
  }));
}

/** What is said beside the problems that are repaired in place. */
export function notInGroups(preview: Pick<PreviewShown, 'file' | 'mapping'>): ImportMessage[] {
  const grouped = new Set(repairGroups(preview).flatMap(({ messages }) => messages));
  return preview.file.messages.filter((message) => !grouped.has(message));
}
