// What rows on their way to the writer say of their screenings: one entry for each scope and site among them, not one a row.
import type { ScreeningRow, ScreeningSaid } from '../domain/screening.ts';
import { saidTogether } from '../domain/screeningIdentity.ts';

/** `scope` as in `PackedRows`; `site`: index into its texts, -1 where no site is named. */
export type PackedScreening = { readonly scope: number; readonly site: number; said: ScreeningSaid };

const NOTHING: ScreeningSaid = { date: null, by: null, state: null };
/** A scope and a site as one number: more texts than this no batch holds. */
const PAIRED = 4_194_304;

export class ScreeningsPacked {
  readonly list: PackedScreening[] = [];
  readonly #index = new Map<number, PackedScreening>();
  #last: PackedScreening | null = null;
  #lastSaid: ScreeningSaid | null = null;

  add(scope: number, site: number, said: ScreeningRow['screening']): void {
    const now = said ?? null;
    // Rows of one site mostly stand together and say the same.
    if (this.#last !== null && this.#last.scope === scope && this.#last.site === site && this.#lastSaid === now) return;
    const key = scope * PAIRED + site + 1;
    let one = this.#index.get(key);
    if (one === undefined) {
      one = { scope, site, said: now ?? NOTHING };
      this.#index.set(key, one);
      this.list.push(one);
    } else if (now !== null) one.said = saidTogether(one.said, now);
    this.#last = one;
    this.#lastSaid = now;
  }
}
