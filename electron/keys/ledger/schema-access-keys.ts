/**
 * Collection access keys of the Local API: of each key a digest and a mask, never its value. Times are epoch milliseconds.
 * No foreign key to the collection: a key to one that was deleted is still listed, until it is deleted too.
 */
export const SCHEMA_ACCESS_KEYS = `
CREATE TABLE collection_access_keys (
  id TEXT PRIMARY KEY,
  public_id TEXT NOT NULL UNIQUE,
  digest BLOB NOT NULL,
  mask TEXT NOT NULL,
  collection_uid TEXT NOT NULL,
  creator_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  last_used_at INTEGER,
  expires_at INTEGER NOT NULL,
  expired_seen_at INTEGER
) STRICT;
CREATE INDEX collection_access_keys_collection ON collection_access_keys (collection_uid);
CREATE INDEX collection_access_keys_expiry ON collection_access_keys (expires_at) WHERE expired_seen_at IS NULL;
`;
