/**
 * The first schema. Times are epoch milliseconds, booleans 0 or 1, ids text.
 * A key's record, its sealed secret and the Local API's digest of it stand in one file, so that issuing,
 * regenerating and deleting are one transaction each.
 */
export const SCHEMA_1 = `
CREATE TABLE vault (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  holder TEXT NOT NULL,
  probe BLOB NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE services (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  base_url TEXT NOT NULL,
  header_name TEXT NOT NULL,
  origins TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE api_keys (
  id TEXT PRIMARY KEY,
  service_id TEXT NOT NULL REFERENCES services (id),
  creator_id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  mask TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  regenerated_at INTEGER,
  expires_at INTEGER,
  expired_seen_at INTEGER,
  last_used_at INTEGER,
  last_used_origin TEXT,
  is_default INTEGER NOT NULL DEFAULT 0,
  is_disabled INTEGER NOT NULL DEFAULT 0,
  is_read_only INTEGER NOT NULL DEFAULT 0,
  is_issued_here INTEGER NOT NULL DEFAULT 0,
  secret_version INTEGER NOT NULL DEFAULT 1,
  revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX api_keys_name ON api_keys (service_id, name_key) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX api_keys_default ON api_keys (service_id) WHERE is_default = 1 AND revoked_at IS NULL;

CREATE TABLE sealed_secrets (
  api_key_id TEXT NOT NULL REFERENCES api_keys (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  -- 1 when the master key that sealed it was kept in memory only and is gone for good
  is_lost INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (api_key_id, version)
) STRICT;

CREATE TABLE issued_secrets (
  public_id TEXT PRIMARY KEY,
  api_key_id TEXT NOT NULL REFERENCES api_keys (id) ON DELETE CASCADE,
  digest BLOB NOT NULL,
  issued_at INTEGER NOT NULL,
  works_until INTEGER,
  ended_seen_at INTEGER
) STRICT;
CREATE INDEX issued_secrets_key ON issued_secrets (api_key_id);

CREATE TABLE members (
  id TEXT PRIMARY KEY,
  numeric_id INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  username TEXT NOT NULL,
  email TEXT NOT NULL,
  role TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE local_workspaces (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  owner_id INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE local_collections (
  id TEXT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  workspace_id TEXT NOT NULL REFERENCES local_workspaces (id),
  owner_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- content: the environment's values, as the Postman API gives them
CREATE TABLE local_environments (
  id TEXT PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  workspace_id TEXT NOT NULL REFERENCES local_workspaces (id),
  owner_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  content TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE local_api_calls (
  month TEXT PRIMARY KEY,
  calls INTEGER NOT NULL
) STRICT;

CREATE TABLE history (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  method TEXT NOT NULL,
  url TEXT NOT NULL,
  status INTEGER,
  error_code TEXT,
  api_key_id TEXT,
  api_key_name TEXT,
  duration_ms REAL NOT NULL,
  body_bytes INTEGER NOT NULL,
  record TEXT NOT NULL
) STRICT;
CREATE INDEX history_at ON history (at);

CREATE TABLE activity (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  api_key_id TEXT NOT NULL,
  api_key_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  event TEXT NOT NULL
) STRICT;
CREATE INDEX activity_key ON activity (api_key_id, at);
`;
