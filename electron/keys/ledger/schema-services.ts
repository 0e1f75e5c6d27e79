/**
 * Services that tell whether a key is accepted, what they told, keys that may go to more origins, and profiles. Triggers,
 * because a key is revoked and gets a new secret in several ways: what it had of these goes with it in every one.
 */
export const SCHEMA_SERVICES = `
ALTER TABLE services ADD COLUMN check_url TEXT;
ALTER TABLE services ADD COLUMN key_prefix TEXT;

CREATE TABLE key_origins (
  api_key_id TEXT NOT NULL REFERENCES api_keys (id) ON DELETE CASCADE,
  origin TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (api_key_id, origin)
) STRICT;

-- account: whose key it is, as JSON; null where the service does not say
CREATE TABLE key_verifications (
  api_key_id TEXT PRIMARY KEY REFERENCES api_keys (id) ON DELETE CASCADE,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  account TEXT
) STRICT;

CREATE TABLE profiles (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  switched_at INTEGER
) STRICT;

CREATE TABLE profile_defaults (
  profile_id TEXT NOT NULL REFERENCES profiles (id) ON DELETE CASCADE,
  service_id TEXT NOT NULL REFERENCES services (id),
  api_key_id TEXT NOT NULL REFERENCES api_keys (id) ON DELETE CASCADE,
  PRIMARY KEY (profile_id, service_id)
) STRICT;
CREATE INDEX profile_defaults_key ON profile_defaults (api_key_id);

CREATE TRIGGER revoked_key_details AFTER UPDATE OF revoked_at ON api_keys WHEN NEW.revoked_at IS NOT NULL BEGIN
  DELETE FROM key_origins WHERE api_key_id = NEW.id;
  DELETE FROM key_verifications WHERE api_key_id = NEW.id;
  DELETE FROM profile_defaults WHERE api_key_id = NEW.id;
END;

-- What was said of the old secret says nothing of the new one.
CREATE TRIGGER replaced_secret_verification AFTER UPDATE OF secret_version ON api_keys BEGIN
  DELETE FROM key_verifications WHERE api_key_id = NEW.id;
END;
`;
