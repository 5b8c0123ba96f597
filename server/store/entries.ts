// Drafts of what is being typed, and how files of a shape were read last time.
import type { Database } from 'better-sqlite3';
import { companyOfDraft, isNewDraft, mayType } from '../domain/entry.ts';
import type { EntryContent, EntryDraft } from '../domain/entry.ts';
import { AppError } from '../domain/errors.ts';
import type { Viewer } from '../domain/viewer.ts';
import { viewerText } from '../domain/viewerText.ts';

/** How a file of a shape was read last time; `options` as the preview knows them. */
export type FileShape = {
  readonly fingerprint: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly file: string;
  /** ISO 8601. */
  readonly at: string;
};

export type Entries = {
  /** Null: nobody typed since it was stored. Throws `company.unknown` where the viewer may not type. */
  readonly draftOf: (viewer: Viewer, id: string) => EntryDraft | null;
  /** Those the viewer may go on with, the latest first. */
  readonly drafts: (viewer: Viewer) => EntryDraft[];
  /** Keeps the draft if it still stands at version `base` (0: there is none); throws `entry.conflict` else. Answers the new version. */
  readonly keepDraft: (viewer: Viewer, id: string, base: number, content: EntryContent, at: string) => number;
  readonly dropDraft: (viewer: Viewer, id: string) => void;
  readonly shapeOf: (viewer: Viewer, fingerprint: string) => FileShape | null;
  readonly keepShape: (viewer: Viewer, shape: FileShape) => void;
  readonly dropShape: (viewer: Viewer, fingerprint: string) => void;
};

type Row = { id: string; company: string | null; who: string; changed_at: string; version: number; content: string };
const toDraft = ({ id, who, changed_at: changedAt, version, content }: Row): EntryDraft => ({
  id,
  version,
  changedAt,
  who: JSON.parse(who) as Viewer,
  content: JSON.parse(content) as EntryContent,
});

export function createEntries(db: Database): Entries {
  const one = db.prepare<[string], Row>('SELECT id, company, who, changed_at, version, content FROM entry_drafts WHERE id = ?');
  const all = db.prepare<[], Row>('SELECT id, company, who, changed_at, version, content FROM entry_drafts ORDER BY changed_at DESC, id');
  const shape = db.prepare<[string, string], { options: string; file: string; at: string }>(
    'SELECT options, file, at FROM file_shapes WHERE owner = ? AND fingerprint = ?',
  );

  /** A new company's draft is its writer's own. */
  const maySee = (viewer: Viewer, row: Row): boolean =>
    row.company === null ? JSON.stringify(viewer) === row.who : mayType(viewer, row.company);

  function find(viewer: Viewer, id: string): Row | undefined {
    const company = companyOfDraft(id);
    if ((company === null && !isNewDraft(id)) || !mayType(viewer, company)) throw new AppError('company.unknown');
    const row = one.get(id);
    if (row !== undefined && !maySee(viewer, row)) throw new AppError('company.unknown');
    return row;
  }

  return {
    draftOf: (viewer, id) => {
      const row = find(viewer, id);
      return row === undefined ? null : toDraft(row);
    },
    drafts: (viewer) =>
      all
        .all()
        .filter((row) => maySee(viewer, row))
        .map(toDraft),
    keepDraft: (viewer, id, base, content, at) =>
      db
        .transaction(() => {
          const version = find(viewer, id)?.version ?? 0;
          if (version !== base) throw new AppError('entry.conflict');
          db.prepare(
            `INSERT INTO entry_drafts (id, company, cluster, who, changed_at, version, content) VALUES ($id, $company, $cluster, $who, $at, $version, $content)
             ON CONFLICT DO UPDATE SET cluster = excluded.cluster, who = excluded.who, changed_at = excluded.changed_at, version = excluded.version,
             content = excluded.content`,
          ).run({
            id,
            company: companyOfDraft(id),
            cluster: content.cluster,
            who: JSON.stringify(viewer),
            at,
            version: version + 1,
            content: JSON.stringify(content),
          });
          return version + 1;
        })
        .immediate(),
    dropDraft: (viewer, id) => {
      if (find(viewer, id) !== undefined) db.prepare('DELETE FROM entry_drafts WHERE id = ?').run(id);
    },
    shapeOf: (viewer, fingerprint) => {
      const found = shape.get(viewerText(viewer), fingerprint);
      return found === undefined ? null : { ...found, fingerprint, options: JSON.parse(found.options) as Record<string, unknown> };
    },
    keepShape: (viewer, { fingerprint, options, file, at }) => {
      db.prepare(
        `INSERT INTO file_shapes (owner, fingerprint, options, file, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET options = excluded.options, file = excluded.file, at = excluded.at`,
      ).run(viewerText(viewer), fingerprint, JSON.stringify(options), file, at);
    },
    dropShape: (viewer, fingerprint) => {
      db.prepare('DELETE FROM file_shapes WHERE owner = ? AND fingerprint = ?').run(viewerText(viewer), fingerprint);
    },
  };
}
