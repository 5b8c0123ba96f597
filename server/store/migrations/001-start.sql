-- What has a name is kept once, for good: clusters, sources, companies, texts. Everything that was stated hangs on the import that stated it and is
-- seen only while that import is committed, so that commit, undo and discard are one changed word in `imports`.

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE clusters (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

-- Where files come from time after time: a file name, or a name the user gives, within a cluster.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  cluster_id INTEGER NOT NULL REFERENCES clusters (id),
  name TEXT NOT NULL,
  UNIQUE (cluster_id, name)
) STRICT;

CREATE TABLE companies (id INTEGER PRIMARY KEY, public_id TEXT NOT NULL UNIQUE) STRICT;

-- `org:NUMBER`, `name:NAME|MUNICIPALITY` in folded spelling.
CREATE TABLE company_keys (
  key TEXT PRIMARY KEY,
  company_id INTEGER NOT NULL REFERENCES companies (id),
  import_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX company_keys_company ON company_keys (company_id);
CREATE INDEX company_keys_import ON company_keys (import_id);

-- Words, sites, processes, units, periods: each text once.
CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  source_id INTEGER NOT NULL REFERENCES sources (id),
  state TEXT NOT NULL CHECK (state IN ('staged', 'committed', 'undone', 'discarded')),
  who TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  undone_at TEXT,
  -- Higher is later; kept by an undone import, so that it is never given twice.
  commit_order INTEGER UNIQUE,
  files TEXT NOT NULL,
  bytes_hash TEXT,
  options TEXT NOT NULL,
  -- Rows of the import have ids from here up to the next import's first.
  first_flow_row INTEGER NOT NULL,
  first_exchange_row INTEGER NOT NULL,
  first_refused_row INTEGER NOT NULL,
  rows_ok INTEGER NOT NULL DEFAULT 0,
  rows_rejected INTEGER NOT NULL DEFAULT 0,
  rows_skipped INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0,
  changed INTEGER NOT NULL DEFAULT 0,
  withdrawn INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  CHECK ((state IN ('committed', 'undone')) = (commit_order IS NOT NULL))
) STRICT;
CREATE INDEX imports_source ON imports (source_id, state);

-- One table of one file: a CSV, or a sheet. `headers` is a JSON array in the order of the cells.
CREATE TABLE import_tables (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  file TEXT NOT NULL,
  sheet TEXT,
  headers TEXT NOT NULL
) STRICT;
CREATE INDEX import_tables_import ON import_tables (import_id);

CREATE TABLE import_messages (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  file TEXT NOT NULL,
  message TEXT NOT NULL
) STRICT;
CREATE INDEX import_messages_import ON import_messages (import_id);

-- An import speaks of these companies and periods, and of nothing else. Of one source's committed imports the latest that speaks of a scope holds it.
CREATE TABLE scopes (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  company_id INTEGER NOT NULL REFERENCES companies (id),
  period_id INTEGER REFERENCES texts (id),
  kind TEXT NOT NULL CHECK (kind IN ('flow', 'exchange')),
  UNIQUE (import_id, company_id, kind, period_id)
) STRICT;
CREATE INDEX scopes_company ON scopes (company_id, kind);

-- The rows of a scope, as runs of row ids: far smaller than an index, and written in order.
CREATE TABLE extents (
  scope_id INTEGER NOT NULL REFERENCES scopes (id),
  first_row INTEGER NOT NULL,
  last_row INTEGER NOT NULL,
  PRIMARY KEY (scope_id, first_row)
) STRICT, WITHOUT ROWID;

-- One record of a file that states a flow; `cells` is its original cells as a JSON array. No foreign keys are checked here row by row: a million rows
-- go in, and `check` tests them.
CREATE TABLE flow_rows (
  id INTEGER PRIMARY KEY,
  table_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  scope_id INTEGER NOT NULL,
  key INTEGER NOT NULL,
  content INTEGER NOT NULL,
  stated_id TEXT,
  site_id INTEGER,
  process_id INTEGER,
  words_id INTEGER NOT NULL,
  role INTEGER NOT NULL,
  unit_id INTEGER,
  stated_kind INTEGER,
  stated_first REAL,
  stated_second REAL,
  annual_low REAL,
  annual_likely REAL,
  annual_high REAL,
  annual_unit INTEGER,
  temperature_low REAL,
  temperature_high REAL,
  temperature_return REAL,
  hours REAL,
  sharing INTEGER,
  more TEXT,
  cells TEXT NOT NULL
) STRICT;

CREATE TABLE exchange_rows (
  id INTEGER PRIMARY KEY,
  table_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  scope_id INTEGER NOT NULL,
  key INTEGER NOT NULL,
  content INTEGER NOT NULL,
  stated_id TEXT,
  taker_id INTEGER NOT NULL REFERENCES companies (id),
  words_id INTEGER NOT NULL,
  fact TEXT NOT NULL,
  cells TEXT NOT NULL
) STRICT;
CREATE INDEX exchange_rows_taker ON exchange_rows (taker_id);

-- Records that were read and not taken in, with their reasons.
CREATE TABLE refused_rows (
  id INTEGER PRIMARY KEY,
  table_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('rejected', 'skipped')),
  messages TEXT NOT NULL,
  cells TEXT NOT NULL
) STRICT;

-- What an import says of a company itself; the latest committed import that says something of a field holds it.
CREATE TABLE company_facts (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  company_id INTEGER NOT NULL REFERENCES companies (id),
  name TEXT NOT NULL,
  org_number TEXT,
  municipality TEXT,
  nace TEXT,
  activity TEXT,
  country TEXT,
  parent TEXT,
  lat REAL,
  lon REAL,
  PRIMARY KEY (company_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX company_facts_import ON company_facts (import_id);

CREATE TABLE site_facts (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  company_id INTEGER NOT NULL REFERENCES companies (id),
  name TEXT NOT NULL,
  municipality TEXT,
  lat REAL,
  lon REAL,
  PRIMARY KEY (company_id, import_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX site_facts_import ON site_facts (import_id);

-- What the words of flows may mean: JSON of domain ResourceGuess[], found once for equal words; null until then.
CREATE TABLE guesses (words_id INTEGER PRIMARY KEY REFERENCES texts (id), guesses TEXT) STRICT;
CREATE INDEX guesses_missing ON guesses (words_id) WHERE guesses IS NULL;

-- What a person decided on a flow since. It outlives a re-import of the flow; an undo that was confirmed retires it.
CREATE TABLE edits (
  id INTEGER PRIMARY KEY,
  company_id INTEGER NOT NULL REFERENCES companies (id),
  key INTEGER NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('resources', 'sharing')),
  value TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  -- The latest commit when it was made.
  after_commit INTEGER NOT NULL,
  retired_by INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX edits_flow ON edits (company_id, key);

-- One company's yes to another; both ways: they are partners.
CREATE TABLE consents (
  company_id INTEGER NOT NULL REFERENCES companies (id),
  other_id INTEGER NOT NULL REFERENCES companies (id),
  at TEXT NOT NULL,
  PRIMARY KEY (company_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX consents_other ON consents (other_id);

-- Who saw what of whom: a line for each viewer, company, flow (null: its list) and day.
CREATE TABLE reads (
  id INTEGER PRIMARY KEY,
  viewer TEXT NOT NULL,
  company_id INTEGER NOT NULL REFERENCES companies (id),
  flow TEXT NOT NULL,
  what TEXT NOT NULL,
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  day TEXT NOT NULL,
  times INTEGER NOT NULL,
  UNIQUE (company_id, flow, viewer, what, day)
) STRICT;

-- What an engine run found, with the two companies it was made from.
CREATE TABLE match_runs (
  id INTEGER PRIMARY KEY,
  cluster_id INTEGER NOT NULL REFERENCES clusters (id),
  at TEXT NOT NULL,
  revision INTEGER NOT NULL
) STRICT;
CREATE INDEX match_runs_cluster ON match_runs (cluster_id);
CREATE TABLE matches (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES match_runs (id) ON DELETE CASCADE,
  giver_id INTEGER NOT NULL REFERENCES companies (id),
  taker_id INTEGER NOT NULL REFERENCES companies (id),
  surplus TEXT NOT NULL,
  need TEXT NOT NULL,
  refused INTEGER NOT NULL,
  fact TEXT NOT NULL
) STRICT;
CREATE INDEX matches_run ON matches (run_id);
CREATE INDEX matches_giver ON matches (giver_id);
CREATE INDEX matches_taker ON matches (taker_id);
