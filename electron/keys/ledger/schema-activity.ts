/** How many of the newest entries the activity keeps; what is older may leave, and does by itself. */
export const ACTIVITY_KEPT = 100_000;

/**
 * Holds the activity append-only in the file itself, whatever the code above it does: no entry is changed, replaced or
 * inserted out of turn, and none of the newest 100,000 is deleted. What is older goes a thousand at a time.
 * A key's entries are listed by id (the order in which they were written), so the index by key needs no time.
 */
export const SCHEMA_ACTIVITY = `
DROP INDEX activity_key;
CREATE INDEX activity_key ON activity (api_key_id);

CREATE TRIGGER activity_refuses_update BEFORE UPDATE ON activity
BEGIN SELECT RAISE(ABORT, 'The activity is append-only'); END;

CREATE TRIGGER activity_refuses_delete BEFORE DELETE ON activity
WHEN OLD.id > (SELECT max(id) FROM activity) - ${String(ACTIVITY_KEPT)}
BEGIN SELECT RAISE(ABORT, 'The activity is append-only'); END;

-- INSERT OR REPLACE fires no delete trigger.
CREATE TRIGGER activity_refuses_replace BEFORE INSERT ON activity
WHEN EXISTS (SELECT 1 FROM activity WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'The activity is append-only'); END;

-- An id far ahead would make everything before it old enough to be deleted. In one trigger: the order of two is not defined.
CREATE TRIGGER activity_in_turn AFTER INSERT ON activity
BEGIN
  SELECT RAISE(ABORT, 'The activity is append-only')
    WHERE NEW.id <> (SELECT max(id) FROM activity)
      OR NEW.id - 1 <> (SELECT coalesce(max(id), NEW.id - 1) FROM activity WHERE id < NEW.id);
  DELETE FROM activity WHERE NEW.id % 1000 = 0 AND id <= NEW.id - ${String(ACTIVITY_KEPT)};
END;
`;
