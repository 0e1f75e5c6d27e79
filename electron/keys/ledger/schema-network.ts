/**
 * Files that the person chose to send, each for the collection of the request (empty for requests that are saved nowhere); and what was
 * settled about the network. No secret stands in either.
 */
export const SCHEMA_NETWORK = `
CREATE TABLE chosen_files (
  collection_id TEXT NOT NULL,
  path TEXT NOT NULL,
  chosen_at INTEGER NOT NULL,
  PRIMARY KEY (collection_id, path)
) STRICT;

CREATE TABLE network_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- the JSON of what was settled
  settings TEXT NOT NULL
) STRICT;
`;
