/**
 * Policies for all keys, which rule ended a key, reminders, and what is known of the value before the last one.
 * `expired_rule` is the JSON of an `EndRule`; rows that were seen expired before have none and ended by their own expiration.
 */
export const SCHEMA_KEY_POLICIES = `
ALTER TABLE api_keys ADD COLUMN expired_rule TEXT;
ALTER TABLE api_keys ADD COLUMN previous_mask TEXT;
-- the version of the sealed secret before the present one, as long as the person wants it kept
ALTER TABLE api_keys ADD COLUMN kept_version INTEGER;

CREATE TABLE key_policies (
  scope TEXT PRIMARY KEY CHECK (scope IN ('user', 'team')),
  policy TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- Every key with the instant of its effective end (see \`effectiveEnd\` in shared/domain/key-policy.ts, which it has to agree with):
-- the team's policy counts for all, the person's own for their own keys where the team says nothing.
CREATE VIEW api_keys_with_end AS
  SELECT api_keys.*, api_keys.rowid AS written, nullif(min(
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

-- per key: the end that was reminded of last, and how many days before it that was
CREATE TABLE key_reminders (
  api_key_id TEXT PRIMARY KEY REFERENCES api_keys (id) ON DELETE CASCADE,
  ends_at INTEGER NOT NULL,
  reminded_days INTEGER
) STRICT;
`;
