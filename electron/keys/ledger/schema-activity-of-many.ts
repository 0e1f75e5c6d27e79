import { ACTIVITY_KEPT } from './schema-activity.ts';

/**
 * What is done to thousands of keys at once is one entry of the activity, and its keys lie beside it in one text: a tenth of what an
 * entry for each would take to write, and no flood in the list. They are as append-only as the entry: written with it, never changed,
 * gone with it. It has the last of as many ids as it has keys, so that the newest 100,000 are kept as if each had its own.
 */
export const SCHEMA_ACTIVITY_OF_MANY = `
CREATE TABLE activity_keys (
  entry INTEGER PRIMARY KEY,
  count INTEGER NOT NULL,
  -- JSON: [id, name as it was then] of each
  keys TEXT NOT NULL
) STRICT;

CREATE TRIGGER activity_keys_refuse_update BEFORE UPDATE ON activity_keys
BEGIN SELECT RAISE(ABORT, 'The activity is append-only'); END;

CREATE TRIGGER activity_keys_refuse_delete BEFORE DELETE ON activity_keys
WHEN EXISTS (SELECT 1 FROM activity WHERE id = OLD.entry)
BEGIN SELECT RAISE(ABORT, 'The activity is append-only'); END;

-- Only of the newest entry, and once: INSERT OR REPLACE fires no delete trigger.
CREATE TRIGGER activity_keys_in_turn BEFORE INSERT ON activity_keys
WHEN NEW.entry IS NOT (SELECT max(id) FROM activity)
  OR EXISTS (SELECT 1 FROM activity_keys WHERE entry = NEW.entry)
BEGIN SELECT RAISE(ABORT, 'The activity is append-only'); END;

-- An entry of many may step over the id at which what is old goes.
CREATE TRIGGER activity_keys_kept AFTER INSERT ON activity_keys
BEGIN DELETE FROM activity WHERE id <= NEW.entry - ${String(ACTIVITY_KEPT)}; END;

CREATE TRIGGER activity_keys_go AFTER DELETE ON activity
BEGIN DELETE FROM activity_keys WHERE entry = OLD.id; END;
`;
