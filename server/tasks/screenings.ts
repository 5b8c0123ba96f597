// Screenings as the contract shows them, and a person's word on them.
import type { ScreeningChange, ScreeningShown } from '../contract/screenings.ts';
import { AppError } from '../domain/errors.ts';
import { mayChange } from '../domain/policy.ts';
import type { Screening } from '../domain/screening.ts';
import { ageOf } from '../domain/screeningAge.ts';
import type { Viewer } from '../domain/viewer.ts';
import { whoText } from './imports.ts';
import { intakeKnowledge } from './import/intakeKnowledge.ts';
import type { StoreReader } from './open.ts';
import type { Opened } from './opened.ts';

export type ScreeningRoom = {
  /** Of the cluster's companies, or of this one. Throws `cluster.unknown`. */
  readonly list: (viewer: Viewer, cluster: string, company: string | null) => Promise<ScreeningShown[]>;
  /** Throws `screening.unknown`. */
  readonly change: (viewer: Viewer, id: string, change: ScreeningChange) => Promise<ScreeningShown>;
};

/** `today`: ISO 8601 day. */
function screeningShown(viewer: Viewer, screening: Screening, today: string): ScreeningShown {
  const { imported, decided, ...said } = screening;
  const { since, months, checkAgain } = ageOf(screening, today, intakeKnowledge().limits.screeningAge);
  return {
    ...said,
    decided: [...decided],
    import: imported.importId,
    imported_at: imported.at,
    imported_by: whoText(imported.who),
    since,
    age_months: months,
    check_again: checkAgain,
    may_change: mayChange(viewer, screening.company),
  };
}

export function screeningsShown(
  store: StoreReader,
  viewer: Viewer,
  cluster: string,
  company: string | null,
  today: string,
): ScreeningShown[] {
  if (!store.clusters(viewer).includes(cluster)) throw new AppError('cluster.unknown', { cluster });
  if (company !== null && !store.clustersOf(viewer, company).includes(cluster)) return [];
  return store.screeningsOf(viewer, company === null ? { cluster } : { company }).map((one) => screeningShown(viewer, one, today));
}

export function createScreeningRoom({ store, answers, writer, now }: Opened): ScreeningRoom {
  const today = (): string => now().slice(0, 10);
  return {
    list: (viewer, cluster, company) => answers().screenings(viewer, cluster, company, today()),
    async change(viewer, id, { state, date, by }) {
      const decision = {
        ...(state === undefined ? {} : { state }),
        ...(date === undefined ? {} : { date }),
        ...(by === undefined ? {} : { by }),
      };
      await (await writer()).decideScreening(viewer, id, decision, now());
      const [changed] = store().screeningsOf(viewer, { id });
      if (changed === undefined) throw new AppError('screening.unknown');
      return screeningShown(viewer, changed, today());
    },
  };
}
