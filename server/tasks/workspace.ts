// What a user asks to be done, as the API sees it: one function each, over one open database.
import type { z } from 'zod';
import type { BalancePageShown, CoverageShown } from '../contract/balance.ts';
import type { ClusterPage, ClusterShown, CompanyPage, CompanyShown, SourceShown } from '../contract/clusters.ts';
import type { Language } from '../contract/errors.ts';
import type { HeatBound, HeatPage } from '../contract/heatAnswer.ts';
import type { MatchAnswer } from '../contract/matchAnswer.ts';
import type { ImportShown, PreviewOptions, PreviewShown } from '../contract/previews.ts';
import type { healthSchema } from '../contract/routes.ts';
import type { ViewerShown } from '../contract/viewer.ts';
import type { Forget } from './member/forget.ts';
import type { TotalsRoom } from './totals/totals.ts';
import type { AccountTasks } from './accounts/accounts.ts';
import type { Viewer } from '../domain/viewer.ts';
import type { Entries } from './entries/entries.ts';
import type { TemplateFile } from './templateFile.ts';
import type { LeadRoom } from './leads/leads.ts';
import type { ScreeningRoom } from './screenings.ts';
import type { RegisterRoom } from './registers/registers.ts';
import type { ScenarioRoom } from './scenarios/scenarios.ts';
import type { TableFile } from './exports/clusterTables.ts';
import type { MemberRoom } from './member/member.ts';
import type { RunningRoom } from './running/running.ts';

export type { FileMade } from './exports/tableFile.ts';
import type { HeatGroundAsk, HeatPageAsk } from './heatPage.ts';

export type Health = z.infer<typeof healthSchema>;
/** A file that lies on this machine's disk: an upload in its temporary place, or a path from the command line. */
export type FileOnDisk = { readonly path: string; readonly name: string; readonly size: number };

/** Every function throws AppError for what the caller got wrong. What a viewer may not see does not exist for it. */
export interface Workspace {
  health(): Health;
  clusters(viewer: Viewer): Promise<ClusterShown[]>;
  cluster(viewer: Viewer, cluster: string, language: Language): Promise<ClusterPage>;
  companies(viewer: Viewer, cluster: string): Promise<CompanyShown[]>;
  company(viewer: Viewer, company: string, language: Language): Promise<CompanyPage>;
  source(viewer: Viewer, flow: string): SourceShown;
  matches(viewer: Viewer, cluster: string, options: { refused: boolean; limit: number; language: Language }): Promise<MatchAnswer>;
  heat(viewer: Viewer, cluster: string, ask: HeatPageAsk): Promise<HeatPage>;
  heatBound(viewer: Viewer, cluster: string, ask: HeatGroundAsk): Promise<HeatBound>;
  /** Reads the file in its own thread; answers when the first screen is known. The file is deleted with the preview. */
  preview(viewer: Viewer, file: FileOnDisk, cluster: string, user?: string | null): Promise<PreviewShown>;
  /** A preview is there for whoever opened it and for nobody else: the person (`user`), or without accounts whoever is looked as. */
  previewAgain(viewer: Viewer, preview: string, options: PreviewOptions, language: Language, user?: string | null): Promise<PreviewShown>;
  previewState(viewer: Viewer, preview: string, language: Language, user?: string | null): PreviewShown;
  /** Calls back at every change until the returned function is called. */
  watchPreview(
    viewer: Viewer,
    preview: string,
    language: Language,
    changed: (state: PreviewShown) => void,
    user?: string | null,
  ): () => void;
  cancelPreview(viewer: Viewer, preview: string, user?: string | null): Promise<{ cancelled: boolean }>;
  rejectedRows(viewer: Viewer, preview: string, language: Language, user?: string | null): AsyncIterable<string>;
  commit(viewer: Viewer, preview: string, user?: string | null): Promise<PreviewShown>;
  imports(viewer: Viewer): ImportShown[];
  undo(viewer: Viewer, importId: number, evenEdited: boolean): Promise<ImportShown>;
  /** Leaves the demo for a database of one's own, made empty where there is none. */
  openOwn(viewer: Viewer): Promise<Health>;
  /** `chosen`: whom the person asked to look as. */
  viewer(chosen: Viewer, headers: Headers): Promise<ViewerShown>;
  readonly accounts: AccountTasks;
  readonly totals: TotalsRoom;
  readonly forget: Forget;
  readonly entries: Entries;
  balance(viewer: Viewer, company: string, language: Language): Promise<BalancePageShown>;
  coverage(viewer: Viewer, cluster: string): Promise<CoverageShown[]>;
  template(format: 'csv' | 'xlsx', language: Language): Promise<TemplateFile>;
  readonly leads: LeadRoom;
  readonly screenings: ScreeningRoom;
  readonly registers: RegisterRoom;
  readonly scenarios: ScenarioRoom;
  readonly member: MemberRoom;
  readonly tableFile: TableFile;
  readonly running: RunningRoom;
  close(): Promise<void>;
}
