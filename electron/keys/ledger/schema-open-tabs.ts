/**
 * The open requests of the window. `tab` is the JSON of an OpenTab. What was typed is not in it but in `sealed`, under the master key;
 * where none was in memory, it is in it, redacted as the history is.
 */
export const SCHEMA_OPEN_TABS = `
CREATE TABLE open_tabs (
  key TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  is_active INTEGER NOT NULL,
  tab TEXT NOT NULL,
  sealed BLOB
) STRICT;
`;
