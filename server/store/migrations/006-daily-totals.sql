-- Totals that members are told, as of the first time anyone asked that day: whoever changes its own flows sees no difference before tomorrow.
CREATE TABLE daily_totals (
  cluster_id INTEGER NOT NULL REFERENCES clusters (id),
  day TEXT NOT NULL,
  totals TEXT NOT NULL,
  PRIMARY KEY (cluster_id, day)
) STRICT, WITHOUT ROWID;
