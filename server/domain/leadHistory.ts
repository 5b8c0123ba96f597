// What happened to a lead, what was noted, what the companies answered and what came of it.
import type { Answer, EndReason, Stage } from './lead.ts';
import type { CompanyId } from './flow.ts';
import type { Viewer } from './viewer.ts';

export type LeadEvent = { readonly at: string; readonly who: Viewer } & (
  | { readonly kind: 'made'; readonly stage: Stage }
  | { readonly kind: 'moved'; readonly from: Stage; readonly to: Stage; readonly reason: EndReason | null; readonly text: string | null }
  | { readonly kind: 'planned'; readonly responsible: string | null; readonly nextStep: string | null; readonly nextDate: string | null }
  | ({ readonly kind: 'realised' } & Realised)
  | { readonly kind: 'answered'; readonly company: CompanyId; readonly answer: Answer | null }
);

/** `open`: for both companies once both said yes. */
export type LeadNote = { readonly at: string; readonly who: Viewer; readonly text: string; readonly open: boolean };

/** What an exchange came to in a calendar year: tonnes, MWh, NOK, t CO2e avoided. Null is not known. */
export type Realised = {
  readonly year: number;
  readonly t: number | null;
  readonly mwh: number | null;
  readonly nok: number | null;
  readonly tCo2e: number | null;
};

export type LeadAnswer = {
  readonly company: CompanyId;
  readonly answer: Answer;
  readonly reason: EndReason | null;
  readonly text: string | null;
  readonly at: string;
};
