/**
 * The team: members can leave, a revoked key keeps the reason, and two members may give their keys the same name.
 * `retired_digests` holds the SHA-256 of values that work no longer, so that a leaked one can still be told: 190 random bits
 * do not come back from a digest. The trigger keeps it complete, whoever deletes an issued secret.
 */
export const SCHEMA_TEAM = `
ALTER TABLE members ADD COLUMN removed_at INTEGER;

ALTER TABLE api_keys ADD COLUMN revoked_reason TEXT;
UPDATE api_keys SET revoked_reason = 'by-creator' WHERE revoked_at IS NOT NULL;
DROP INDEX api_keys_name;
CREATE UNIQUE INDEX api_keys_name ON api_keys (service_id, creator_id, name_key) WHERE revoked_at IS NULL;

CREATE TABLE retired_digests (
  public_id TEXT PRIMARY KEY,
  api_key_id TEXT NOT NULL,
  digest BLOB NOT NULL
) STRICT;
CREATE TRIGGER issued_secrets_retire AFTER DELETE ON issued_secrets
BEGIN
  INSERT OR REPLACE INTO retired_digests (public_id, api_key_id, digest)
  VALUES (old.public_id, old.api_key_id, old.digest);
END;
`;
