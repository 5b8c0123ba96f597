-- Differences on top of a cluster's data that somebody keeps; a list of changes as plain data. Flows and companies are named by their ids.
CREATE TABLE scenarios (
  id INTEGER PRIMARY KEY,
  public_id TEXT NOT NULL UNIQUE,
  cluster_id INTEGER NOT NULL REFERENCES clusters (id),
  name TEXT NOT NULL,
  changes TEXT NOT NULL,
  -- Who made it, as the viewer's text.
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX scenarios_cluster ON scenarios (cluster_id);
