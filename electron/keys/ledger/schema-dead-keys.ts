/**
 * What must never work again, whatever is restored: secrets that the Local API issued (`kfak:` and the public id), collection access
 * keys (`kfat:`), and whole keys that were deleted (`key:` and the id). Triggers keep it complete, whoever ends one (for whole keys
 * revocation-rows.ts does); a list outside the ledger has the same (see electron/keys/dead-keys). Of several rows of one id the earliest
 * counts. `seq` tells what that list has not yet: it only grows. A revocation of thousands of keys writes a row for each, so that a
 * row must cost little.
 */
export const SCHEMA_DEAD_KEYS = `
CREATE TABLE dead_keys (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  -- epoch milliseconds; 0 for at once
  dead_from INTEGER NOT NULL,
  -- from when it would have expired anyway, in whatever backup it lies; null for never
  expired_from INTEGER
) STRICT;

INSERT INTO dead_keys (id, dead_from)
  SELECT 'key:' || id, 0 FROM api_keys WHERE revoked_at IS NOT NULL ORDER BY revoked_at;
INSERT INTO dead_keys (id, dead_from)
  SELECT 'kfak:' || public_id, 0 FROM retired_digests;
INSERT INTO dead_keys (id, dead_from)
  SELECT 'kfak:' || public_id, works_until FROM issued_secrets WHERE works_until IS NOT NULL;
INSERT INTO dead_keys (id, dead_from, expired_from)
  SELECT 'kfat:' || public_id, 0, expires_at FROM collection_access_keys WHERE expired_seen_at IS NOT NULL;
CREATE INDEX dead_keys_id ON dead_keys (id);

CREATE TRIGGER dead_issued_secret AFTER DELETE ON issued_secrets BEGIN
  INSERT INTO dead_keys (id, dead_from) VALUES ('kfak:' || OLD.public_id, 0);
END;
CREATE TRIGGER dead_replaced_secret AFTER UPDATE OF works_until ON issued_secrets WHEN NEW.works_until IS NOT NULL BEGIN
  INSERT INTO dead_keys (id, dead_from) SELECT 'kfak:' || NEW.public_id, NEW.works_until
  WHERE NOT EXISTS (SELECT 1 FROM dead_keys WHERE id = 'kfak:' || NEW.public_id AND dead_from <= NEW.works_until);
END;
CREATE TRIGGER dead_api_key AFTER UPDATE OF revoked_at ON api_keys WHEN NEW.revoked_at IS NOT NULL AND OLD.revoked_at IS NULL BEGIN
  INSERT INTO dead_keys (id, dead_from) VALUES ('key:' || NEW.id, 0);
END;
CREATE TRIGGER dead_access_key AFTER DELETE ON collection_access_keys WHEN OLD.expired_seen_at IS NULL BEGIN
  INSERT INTO dead_keys (id, dead_from, expired_from) VALUES ('kfat:' || OLD.public_id, 0, OLD.expires_at);
END;
CREATE TRIGGER dead_ended_access_key AFTER UPDATE OF expired_seen_at ON collection_access_keys
WHEN NEW.expired_seen_at IS NOT NULL AND OLD.expired_seen_at IS NULL BEGIN
  INSERT INTO dead_keys (id, dead_from, expired_from) VALUES ('kfat:' || OLD.public_id, 0, OLD.expires_at);
END;
`;
