/**
 * The list of the history apart from what each entry holds, so that looking through a hundred thousand of them reads a few megabytes;
 * pinned entries; and one text to search, in lower case. An entry takes its record with it.
 */
export const SCHEMA_HISTORY = `
CREATE TABLE history_records (
  id TEXT PRIMARY KEY REFERENCES history (id) ON DELETE CASCADE,
  -- the JSON of a HistoryRecord
  record TEXT NOT NULL
) STRICT;
INSERT INTO history_records (id, record) SELECT id, record FROM history;

ALTER TABLE history DROP COLUMN record;
ALTER TABLE history ADD COLUMN is_pinned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE history ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
UPDATE history SET search_text =
  lower(method || ' ' || url || ' ' || coalesce(status, '') || ' ' || coalesce(api_key_name, ''));

CREATE INDEX history_pinned ON history (at) WHERE is_pinned = 1;
CREATE INDEX history_unpinned ON history (at) WHERE is_pinned = 0;
`;
