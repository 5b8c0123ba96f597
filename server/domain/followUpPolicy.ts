// Who may follow matches up. What a viewer sees of a lead is decided by `matchSight`, as of the match itself.
import { mayChange } from './policy.ts';
import type { CompanyId } from './flow.ts';
import type { Viewer } from './viewer.ts';

/** Moving a lead, planning its next step, realised figures, registers: those who look after others, not one of the two companies. */
export const mayFollowUp = (viewer: Viewer): boolean => viewer.kind !== 'member' && viewer.kind !== 'engine';

/** Saying yes or no for a company. A consultant says it for the companies it works for, the person at this machine for all. */
export const mayAnswer = (viewer: Viewer, company: CompanyId): boolean => viewer.kind !== 'engine' && mayChange(viewer, company);

/** Notes, answers and reasons that were not written for both companies are the facilitators'. */
export const seesInternalNotes = (viewer: Viewer): boolean => viewer.kind !== 'member';
