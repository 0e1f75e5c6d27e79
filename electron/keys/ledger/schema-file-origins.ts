/**
 * Where a chosen file may go. One that was chosen before this was kept may go nowhere until the person is asked: nobody knows where it
 * went.
 */
export const SCHEMA_FILE_ORIGINS = `
CREATE TABLE chosen_file_origins (
  collection_id TEXT NOT NULL,
  path TEXT NOT NULL,
  origin TEXT NOT NULL,
  allowed_at INTEGER NOT NULL,
  PRIMARY KEY (collection_id, path, origin),
  FOREIGN KEY (collection_id, path) REFERENCES chosen_files (collection_id, path) ON DELETE CASCADE
) STRICT;
`;
