-- What somebody is typing: kept at every pause, so that a reload or a crash loses nothing. It goes when it is stored as an import.
CREATE TABLE entry_drafts (
  id TEXT PRIMARY KEY,
  -- Public id of the company; null for one that is not stored yet, which only its writer sees.
  company TEXT,
  cluster TEXT NOT NULL,
  who TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  -- Counts the times it was kept: what was typed on an older one is not laid over a newer one unseen.
  version INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_drafts_company ON entry_drafts (company);

-- How a file with these headers was read last time, by who read it.
CREATE TABLE file_shapes (
  owner TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  options TEXT NOT NULL,
  file TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (owner, fingerprint)
) STRICT, WITHOUT ROWID;

-- 1: all flows of its companies and periods stand in it, so that what other sources said of these before holds no more.
ALTER TABLE imports ADD COLUMN whole INTEGER NOT NULL DEFAULT 0 CHECK (whole IN (0, 1));
