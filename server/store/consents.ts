// Which companies have said yes to each other.
import type { Database } from 'better-sqlite3';
import { AppError } from '../domain/errors.ts';
import { mayChange } from '../domain/policy.ts';
import type { Viewer } from '../domain/viewer.ts';
import { bumpRevision } from './imports.ts';
import type { Standings } from './standings.ts';

export type Consents = { readonly say: (viewer: Viewer, from: string, to: string, yes: boolean, at: string) => void };

export function createConsents(db: Database, standings: Standings): Consents {
  return {
    say: (viewer, from, to, yes, at) => {
      const own = standings.company(from);
      const other = standings.company(to);
      if (own === undefined || other === undefined || own.id === other.id || !mayChange(viewer, from))
        throw new AppError('company.unknown');
      db.transaction(() => {
        if (yes) db.prepare('INSERT OR IGNORE INTO consents (company_id, other_id, at) VALUES (?, ?, ?)').run(own.id, other.id, at);
        else db.prepare('DELETE FROM consents WHERE company_id = ? AND other_id = ?').run(own.id, other.id);
        bumpRevision(db);
      }).immediate();
    },
  };
}
