-- Matches that somebody follows. A lead names its flows by their ids and keeps what they were called: it outlives a flow that is withdrawn.
CREATE TABLE leads (
  id INTEGER PRIMARY KEY,
  -- Made of chance, so that it tells nothing of how many leads there are or whose they are.
  public_id TEXT NOT NULL UNIQUE,
  cluster_id INTEGER NOT NULL REFERENCES clusters (id),
  giver_id INTEGER NOT NULL REFERENCES companies (id),
  taker_id INTEGER NOT NULL REFERENCES companies (id),
  surplus TEXT NOT NULL,
  need TEXT NOT NULL,
  via TEXT NOT NULL,
  resource TEXT,
  names TEXT NOT NULL,
  -- How the two flows were shared when the lead was made: holds once they are withdrawn.
  surplus_sharing TEXT NOT NULL,
  need_sharing TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('idea', 'discussion', 'study', 'agreement', 'operating', 'ended')),
  end_reason TEXT,
  end_text TEXT,
  responsible TEXT,
  next_step TEXT,
  next_date TEXT,
  made TEXT NOT NULL,
  at_end TEXT,
  made_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  version INTEGER NOT NULL,
  CHECK ((stage = 'ended') = (end_reason IS NOT NULL)),
  CHECK ((stage = 'ended') = (at_end IS NOT NULL)),
  UNIQUE (cluster_id, surplus, need, via)
) STRICT;
CREATE INDEX leads_giver ON leads (giver_id);
CREATE INDEX leads_taker ON leads (taker_id);

-- What happened to a lead, one line each, never changed.
CREATE TABLE lead_events (
  id INTEGER PRIMARY KEY,
  lead_id INTEGER NOT NULL REFERENCES leads (id),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('made', 'moved', 'planned', 'realised', 'answered')),
  fact TEXT NOT NULL
) STRICT;
CREATE INDEX lead_events_lead ON lead_events (lead_id);
CREATE TRIGGER lead_events_stay BEFORE UPDATE ON lead_events BEGIN SELECT RAISE(ABORT, 'the history of a lead is never changed'); END;
CREATE TRIGGER lead_events_stay_whole BEFORE DELETE ON lead_events BEGIN SELECT RAISE(ABORT, 'the history of a lead is never changed'); END;

-- `open`: both companies see it once both said yes; else facilitators and its writer alone.
CREATE TABLE lead_notes (
  id INTEGER PRIMARY KEY,
  lead_id INTEGER NOT NULL REFERENCES leads (id),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  text TEXT NOT NULL,
  open INTEGER NOT NULL CHECK (open IN (0, 1))
) STRICT;
CREATE INDEX lead_notes_lead ON lead_notes (lead_id);

-- What an exchange came to in a year; null is not known.
CREATE TABLE lead_realised (
  lead_id INTEGER NOT NULL REFERENCES leads (id),
  year INTEGER NOT NULL,
  t REAL,
  mwh REAL,
  nok REAL,
  t_co2e REAL,
  PRIMARY KEY (lead_id, year)
) STRICT, WITHOUT ROWID;

-- What each of the two companies said to the lead; both yes: the two are partners (`consents`).
CREATE TABLE lead_answers (
  lead_id INTEGER NOT NULL REFERENCES leads (id),
  company_id INTEGER NOT NULL REFERENCES companies (id),
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no')),
  reason TEXT,
  text TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (lead_id, company_id)
) STRICT, WITHOUT ROWID;

-- Shared challenges, projects that were never carried out, services with their capacity. `fact`: what the kind holds, as JSON.
CREATE TABLE register_entries (
  id INTEGER PRIMARY KEY,
  public_id TEXT NOT NULL UNIQUE,
  cluster_id INTEGER NOT NULL REFERENCES clusters (id),
  kind TEXT NOT NULL CHECK (kind IN ('challenge', 'project', 'service')),
  fact TEXT NOT NULL,
  made_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  version INTEGER NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
) STRICT;
CREATE INDEX register_entries_cluster ON register_entries (cluster_id, kind);
CREATE TABLE register_companies (
  entry_id INTEGER NOT NULL REFERENCES register_entries (id),
  company_id INTEGER NOT NULL REFERENCES companies (id),
  PRIMARY KEY (entry_id, company_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_companies_company ON register_companies (company_id);
