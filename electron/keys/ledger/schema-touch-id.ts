/** Whether Touch ID is asked before the keychain's entry is read. */
export const SCHEMA_TOUCH_ID = `
ALTER TABLE keychain_entry ADD COLUMN asks_touch_id INTEGER NOT NULL DEFAULT 0 CHECK (asks_touch_id IN (0, 1));
`;
