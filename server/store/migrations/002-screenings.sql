-- What an import says of a screening: what one site of a company stated for one period. The scope tells import, company and period; `site_id` names a
-- text, 0 where no site is named. What the file leaves out is null.
CREATE TABLE screening_facts (
  scope_id INTEGER NOT NULL REFERENCES scopes (id),
  site_id INTEGER NOT NULL,
  date TEXT,
  screened_by TEXT,
  -- 0 draft, 1 checked, 2 approved.
  state INTEGER,
  PRIMARY KEY (scope_id, site_id)
) STRICT, WITHOUT ROWID;

-- Of imports that were taken in before: a date is known where the file wrote it as ISO 8601 has it.
INSERT INTO screening_facts (scope_id, site_id, date, screened_by)
SELECT f.scope_id, coalesce(f.site_id, 0),
  max(CASE WHEN json_extract(f.more, '$.others.screening_date') GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'
      THEN json_extract(f.more, '$.others.screening_date') END),
  min(json_extract(f.more, '$.others.screened_by'))
FROM flow_rows f WHERE f.scope_id IN (SELECT id FROM scopes) GROUP BY f.scope_id, coalesce(f.site_id, 0);

-- What a person decided on a screening since; `value` null takes it back. It outlives a re-import; an undo that was confirmed retires it.
CREATE TABLE screening_edits (
  id INTEGER PRIMARY KEY,
  company_id INTEGER NOT NULL REFERENCES companies (id),
  key INTEGER NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('date', 'by', 'state')),
  value TEXT,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  -- The latest commit when it was made.
  after_commit INTEGER NOT NULL,
  retired_by INTEGER REFERENCES imports (id)
) STRICT;
CREATE INDEX screening_edits_company ON screening_edits (company_id);
