// A lead's row and what it means.
import type { EndReason, Lead, LeadNames, Snapshot, Stage } from '../domain/lead.ts';
import type { SharingLevel } from '../domain/sharing.ts';

export type LeadRow = {
  readonly id: number;
  readonly public_id: string;
  readonly cluster: string;
  readonly giver_id: number;
  readonly taker_id: number;
  readonly giver: string;
  readonly taker: string;
  readonly surplus: string;
  readonly need: string;
  readonly via: string;
  readonly resource: string | null;
  readonly names: string;
  readonly surplus_sharing: SharingLevel;
  readonly need_sharing: SharingLevel;
  readonly stage: Stage;
  readonly end_reason: EndReason | null;
  readonly end_text: string | null;
  readonly responsible: string | null;
  readonly next_step: string | null;
  readonly next_date: string | null;
  readonly made: string;
  readonly at_end: string | null;
  readonly made_at: string;
  readonly changed_at: string;
  readonly version: number;
};

export const LEAD_COLUMNS = `l.id, l.public_id, k.name AS cluster, l.giver_id, l.taker_id, g.public_id AS giver, t.public_id AS taker, l.surplus, l.need,
  l.via, l.resource, l.names, l.surplus_sharing, l.need_sharing, l.stage, l.end_reason, l.end_text, l.responsible, l.next_step, l.next_date, l.made,
  l.at_end, l.made_at, l.changed_at, l.version`;
export const LEAD_TABLES = `leads l JOIN clusters k ON k.id = l.cluster_id JOIN companies g ON g.id = l.giver_id JOIN companies t ON t.id = l.taker_id`;

export const toLead = (row: LeadRow): Lead => ({
  id: row.public_id,
  cluster: row.cluster,
  giver: row.giver,
  taker: row.taker,
  surplus: row.surplus,
  need: row.need,
  via: JSON.parse(row.via) as string[],
  resource: row.resource,
  names: JSON.parse(row.names) as LeadNames,
  stage: row.stage,
  ended: row.end_reason === null ? null : { reason: row.end_reason, text: row.end_text },
  responsible: row.responsible,
  nextStep: row.next_step,
  nextDate: row.next_date,
  made: JSON.parse(row.made) as Snapshot,
  atEnd: row.at_end === null ? null : (JSON.parse(row.at_end) as Snapshot),
  madeAt: row.made_at,
  changedAt: row.changed_at,
  version: row.version,
});
