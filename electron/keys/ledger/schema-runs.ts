/**
 * Collection runs and a row of each of their requests, redacted. `state` is `running` while it runs, and is found so when Keyfob ended
 * in the middle.
 */
export const SCHEMA_RUNS = `
CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  started_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  -- the JSON of a Run
  run TEXT NOT NULL
) STRICT;
CREATE INDEX runs_started ON runs (started_at);

CREATE TABLE run_rows (
  run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  verdict TEXT NOT NULL,
  started_after_ms REAL NOT NULL,
  duration_ms REAL NOT NULL,
  -- the JSON of a RunRow, and of the rest of its RunRecord
  row TEXT NOT NULL,
  rest TEXT NOT NULL,
  PRIMARY KEY (run_id, seq)
) STRICT;
CREATE INDEX run_rows_verdict ON run_rows (run_id, verdict, seq);
`;
