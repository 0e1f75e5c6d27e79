/**
 * A revocation of thousands of keys touches no index that it need not: each row of one costs as much as the key's own.
 *
 * That a member's living keys for a service have different names is held by triggers on what names a key, so that the index of names
 * may have the revoked ones too and stays as it is when one is revoked. No key comes back to life (schema-revoked-for-good.ts).
 * Dead keys are looked up one by one only by public ids (`kfak:`, `kfat:`), which come after `key:`; whole keys are read all at once.
 */
export const SCHEMA_REVOKED_INDEXES = `
DROP INDEX api_keys_name;
CREATE INDEX api_keys_name ON api_keys (service_id, creator_id, name_key);
CREATE TRIGGER api_keys_name_of_new BEFORE INSERT ON api_keys
WHEN NEW.revoked_at IS NULL AND EXISTS (
  SELECT 1 FROM api_keys WHERE service_id = NEW.service_id AND creator_id = NEW.creator_id AND name_key = NEW.name_key
    AND revoked_at IS NULL)
BEGIN SELECT RAISE(ABORT, 'UNIQUE: a living key of the member for the service has this name'); END;
CREATE TRIGGER api_keys_name_of_changed BEFORE UPDATE OF service_id, creator_id, name_key ON api_keys
WHEN NEW.revoked_at IS NULL AND EXISTS (
  SELECT 1 FROM api_keys WHERE service_id = NEW.service_id AND creator_id = NEW.creator_id AND name_key = NEW.name_key
    AND revoked_at IS NULL AND rowid <> OLD.rowid)
BEGIN SELECT RAISE(ABORT, 'UNIQUE: a living key of the member for the service has this name'); END;

DROP INDEX dead_keys_id;
CREATE INDEX dead_keys_public_id ON dead_keys (id) WHERE id >= 'kf';
DROP TRIGGER dead_replaced_secret;
CREATE TRIGGER dead_replaced_secret AFTER UPDATE OF works_until ON issued_secrets WHEN NEW.works_until IS NOT NULL BEGIN
  INSERT INTO dead_keys (id, dead_from) SELECT 'kfak:' || NEW.public_id, NEW.works_until
  WHERE NOT EXISTS (
    SELECT 1 FROM dead_keys WHERE id >= 'kf' AND id = 'kfak:' || NEW.public_id AND dead_from <= NEW.works_until);
END;
`;
