/**
 * How each collection and folder was last set up to be run, and what makes long runs quick to look into: their rows by how long they
 * took (which also holds all that a chart asks of them), and those from which a key was withheld.
 */
export const SCHEMA_RUN_SETUPS = `
CREATE TABLE run_setups (
  collection_id TEXT NOT NULL,
  -- empty for the whole collection
  folder_id TEXT NOT NULL,
  -- the JSON of a RunSetup
  setup TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (collection_id, folder_id)
) STRICT;

ALTER TABLE run_rows ADD COLUMN is_withheld INTEGER NOT NULL DEFAULT 0;
CREATE INDEX run_rows_duration ON run_rows (run_id, duration_ms, seq, verdict, is_withheld, started_after_ms);
CREATE INDEX run_rows_withheld ON run_rows (run_id, seq) WHERE is_withheld = 1;
`;
