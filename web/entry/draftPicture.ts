// The flows of a draft as the diagram of a company takes them: what is typed shows before it is stored. Pure.
import type { FlowShown } from '../../server/contract/clusters.ts';
import type { EntryCheckShown } from '../../server/contract/entry.ts';
import type { Sheet } from './sheet.ts';

export function draftFlows(sheet: Sheet, check: EntryCheckShown | null): FlowShown[] {
  const byId = new Map(sheet.rows.map((row) => [row.id, row]));
  const said = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text.trim());
  return (check?.rows ?? []).flatMap(({ row: id, direction, role, gives, annual, meanings }): FlowShown[] => {
    const row = byId.get(id);
    if (row === undefined || direction === null) return [];
    return [
      {
        id,
        company: sheet.company ?? '',
        company_name: sheet.facts.company,
        site: said(row.cells.site),
        process: said(row.cells.process),
        direction,
        role: role ?? 'unknown',
        gives,
        resource: row.cells.resource ?? '',
        guesses: meanings,
        category: null,
        quantity: null,
        unit: said(row.cells.unit),
        annual,
        temperature: null,
        temperature_return: null,
        data_quality: null,
        quality: null,
        comment: null,
        period: said(row.cells.period),
        sharing: '',
        file: null,
        line: null,
      },
    ];
  });
}
