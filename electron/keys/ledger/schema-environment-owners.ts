/** Which file an environment's own id belongs to: another file with the id is a copy, and what is sealed is not its. */
export const SCHEMA_ENVIRONMENT_OWNERS = `
CREATE TABLE environment_owners (
  environment_id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
