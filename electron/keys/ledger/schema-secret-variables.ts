/**
 * Values that are sealed and are no API keys: those of variables that an environment marks as secret. `secret_variables` finds them by
 * the environment's own id, which stands in its file, and the variable's name.
 */
export const SCHEMA_SECRET_VARIABLES = `
CREATE TABLE sealed_values (
  -- what it is and whose: authenticated with the value, beside the version
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  -- 1 when the master key that sealed it was kept in memory only and is gone for good
  is_lost INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE secret_variables (
  environment_id TEXT NOT NULL,
  name TEXT NOT NULL,
  -- the JSON of the origins that it may go to
  origins TEXT NOT NULL,
  sealed_id TEXT NOT NULL UNIQUE REFERENCES sealed_values (id),
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (environment_id, name)
) STRICT;
`;
