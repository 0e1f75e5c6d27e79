import { ACTIVITY_KEPT } from './schema-activity.ts';

/**
 * The end of every key as a column with an index, so that a list of ten thousand keys, its filters and the look for what has
 * ended read no more than they show. Triggers keep it true, whoever writes: `api_key_ends` has to agree with `effectiveEnd` in
 * shared/domain/key-policy.ts.
 *
 * And the activity's triggers at a fifth of their cost an entry, for actions on thousands of keys: no entry names its id, so it
 * gets the next one from SQLite (AUTOINCREMENT) and can neither replace one nor be out of turn. `NEW.id` is -1 before an insert
 * that names none; one that names -1 is refused afterwards.
 */
export const SCHEMA_KEY_ENDS = `
ALTER TABLE api_keys ADD COLUMN ends_at INTEGER;

DROP VIEW api_keys_with_end;
CREATE VIEW api_key_ends AS
  SELECT api_keys.rowid AS written, nullif(min(
    coalesce(expires_at, 9007199254740991),
    coalesce(coalesce(regenerated_at, created_at) + 86400000 * coalesce(
      (SELECT json_extract(policy, '$.maximumLifetimeDays') FROM key_policies WHERE scope = 'team'),
      CASE WHEN creator_id = (SELECT id FROM members ORDER BY rowid LIMIT 1)
        AND coalesce((SELECT json_extract(policy, '$.isUserPolicyAllowed') FROM key_policies WHERE scope = 'team'), 1)
        THEN (SELECT json_extract(policy, '$.maximumLifetimeDays') FROM key_policies WHERE scope = 'user') END
    ), 9007199254740991),
    coalesce(max(created_at, coalesce(regenerated_at, 0), coalesce(last_used_at, 0)) + 86400000 * coalesce(
      (SELECT json_extract(policy, '$.idleDays') FROM key_policies WHERE scope = 'team'),
      CASE WHEN creator_id = (SELECT id FROM members ORDER BY rowid LIMIT 1)
        AND coalesce((SELECT json_extract(policy, '$.isUserPolicyAllowed') FROM key_policies WHERE scope = 'team'), 1)
        THEN (SELECT json_extract(policy, '$.idleDays') FROM key_policies WHERE scope = 'user') END
    ), 9007199254740991)
  ), 9007199254740991) AS ends_at
  FROM api_keys;

UPDATE api_keys SET ends_at = (SELECT ends_at FROM api_key_ends WHERE written = api_keys.rowid);

CREATE TRIGGER key_end_of_new AFTER INSERT ON api_keys BEGIN
  UPDATE api_keys SET ends_at = (SELECT ends_at FROM api_key_ends WHERE written = NEW.rowid) WHERE rowid = NEW.rowid;
END;
CREATE TRIGGER key_end_of_changed
AFTER UPDATE OF creator_id, created_at, regenerated_at, expires_at, last_used_at ON api_keys BEGIN
  UPDATE api_keys SET ends_at = (SELECT ends_at FROM api_key_ends WHERE written = NEW.rowid) WHERE rowid = NEW.rowid;
END;
CREATE TRIGGER key_ends_of_new_policy AFTER INSERT ON key_policies BEGIN
  UPDATE api_keys SET ends_at = (SELECT ends_at FROM api_key_ends WHERE written = api_keys.rowid);
END;
CREATE TRIGGER key_ends_of_changed_policy AFTER UPDATE ON key_policies WHEN NEW.policy <> OLD.policy BEGIN
  UPDATE api_keys SET ends_at = (SELECT ends_at FROM api_key_ends WHERE written = api_keys.rowid);
END;
CREATE TRIGGER key_ends_of_no_policy AFTER DELETE ON key_policies BEGIN
  UPDATE api_keys SET ends_at = (SELECT ends_at FROM api_key_ends WHERE written = api_keys.rowid);
END;
-- The first member is the person whose keys their own policy counts for.
CREATE TRIGGER key_ends_of_owner AFTER INSERT ON members WHEN (SELECT count(*) FROM members) = 1 BEGIN
  UPDATE api_keys SET ends_at = (SELECT ends_at FROM api_key_ends WHERE written = api_keys.rowid);
END;

CREATE INDEX api_keys_ends ON api_keys (ends_at)
  WHERE ends_at IS NOT NULL AND expired_seen_at IS NULL AND revoked_at IS NULL;
CREATE INDEX api_keys_created ON api_keys (created_at);
CREATE INDEX api_keys_used ON api_keys (last_used_at, created_at);

-- The triggers of a revocation look here by the key alone, for each key of thousands.
CREATE INDEX usage_limits_key ON usage_limits (api_key_id);
CREATE INDEX usage_accounts_key ON usage_accounts (api_key_id);

DROP TRIGGER activity_refuses_replace;
DROP TRIGGER activity_in_turn;
CREATE TRIGGER activity_refuses_ids BEFORE INSERT ON activity WHEN NEW.id <> -1
BEGIN SELECT RAISE(ABORT, 'The activity is append-only'); END;
CREATE TRIGGER activity_in_turn AFTER INSERT ON activity WHEN NEW.id < 1 OR NEW.id % 1000 = 0
BEGIN
  SELECT RAISE(ABORT, 'The activity is append-only') WHERE NEW.id < 1;
  DELETE FROM activity WHERE id <= NEW.id - ${String(ACTIVITY_KEPT)};
END;
`;
