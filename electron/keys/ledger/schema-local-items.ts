/**
 * Collections and environments that are written over the Local API: who changed one last (until then, who made it).
 * The access keys of members who had left before their keys ended with them.
 */
export const SCHEMA_LOCAL_ITEMS = `
ALTER TABLE local_collections ADD COLUMN updated_by INTEGER NOT NULL DEFAULT 0;
UPDATE local_collections SET updated_by = owner_id;
ALTER TABLE local_environments ADD COLUMN updated_by INTEGER NOT NULL DEFAULT 0;
UPDATE local_environments SET updated_by = owner_id;

UPDATE collection_access_keys
SET expired_seen_at = CAST(unixepoch('subsec') * 1000 AS INTEGER)
WHERE expired_seen_at IS NULL AND creator_id IN (SELECT id FROM members WHERE removed_at IS NOT NULL);
`;
