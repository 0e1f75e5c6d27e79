/**
 * Counted calls, and what services told of their limits. The history keeps the last requests only, so calls are counted beside it,
 * by the day of the time zone that the person was in; what the history holds is counted here once.
 * `api_key_id` is empty for a call without a key (`service_id` too, then) and for a key that was asked about before it was kept.
 */
export const SCHEMA_USAGE = `
CREATE TABLE usage_counts (
  day TEXT NOT NULL,
  api_key_id TEXT NOT NULL,
  service_id TEXT NOT NULL,
  status_class TEXT NOT NULL,
  calls INTEGER NOT NULL,
  PRIMARY KEY (day, api_key_id, service_id, status_class)
) STRICT, WITHOUT ROWID;

INSERT INTO usage_counts (day, api_key_id, service_id, status_class, calls)
SELECT day, api_key_id, service_id, status_class, count(*) FROM (
  SELECT
    date(past.at / 1000, 'unixepoch', 'localtime') AS day,
    CASE WHEN past.signing = 'sent' THEN coalesce(past.api_key_id, '') ELSE '' END AS api_key_id,
    CASE WHEN past.signing = 'sent' THEN coalesce(api_keys.service_id, '') ELSE '' END AS service_id,
    CASE WHEN past.status BETWEEN 100 AND 599 THEN (past.status / 100) || 'xx' ELSE 'none' END AS status_class
  FROM (
    SELECT at, status, api_key_id,
      CASE WHEN json_valid(record) THEN json_extract(record, '$.exchange.hops[0].signing.kind') END AS signing
    FROM history
  ) AS past LEFT JOIN api_keys ON api_keys.id = past.api_key_id
  WHERE past.status IS NOT NULL OR past.signing = 'sent'
) GROUP BY day, api_key_id, service_id, status_class;

-- quota: NULL where it was not told, and where there is none (is_unlimited)
CREATE TABLE usage_limits (
  service_id TEXT NOT NULL,
  api_key_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  window_seconds REAL,
  is_unlimited INTEGER NOT NULL,
  quota REAL,
  used REAL,
  remaining REAL,
  resets_at INTEGER,
  source TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  PRIMARY KEY (service_id, api_key_id, kind, name)
) STRICT, WITHOUT ROWID;

-- Whether the account's list of limits was told when it was last asked for.
CREATE TABLE usage_accounts (
  service_id TEXT NOT NULL,
  api_key_id TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  is_told INTEGER NOT NULL,
  PRIMARY KEY (service_id, api_key_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE usage_exhaustions (
  service_id TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  ends_at INTEGER
) STRICT, WITHOUT ROWID;

-- What the person was warned of, in which period.
CREATE TABLE usage_warnings (
  service_id TEXT NOT NULL,
  account TEXT NOT NULL,
  kind TEXT NOT NULL,
  ends_at INTEGER NOT NULL,
  level INTEGER NOT NULL,
  PRIMARY KEY (service_id, account, kind, ends_at)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER revoked_key_limits AFTER UPDATE OF revoked_at ON api_keys WHEN NEW.revoked_at IS NOT NULL BEGIN
  DELETE FROM usage_limits WHERE api_key_id = NEW.id;
  DELETE FROM usage_accounts WHERE api_key_id = NEW.id;
END;

-- The new secret may be of another account.
CREATE TRIGGER replaced_secret_limits AFTER UPDATE OF secret_version ON api_keys BEGIN
  DELETE FROM usage_limits WHERE api_key_id = NEW.id;
  DELETE FROM usage_accounts WHERE api_key_id = NEW.id;
END;
`;
