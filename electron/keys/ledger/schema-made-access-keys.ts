/** The API key with which a program made a collection access key over the Local API; null for one that was made in the window. */
export const SCHEMA_MADE_ACCESS_KEYS = `
ALTER TABLE collection_access_keys ADD COLUMN api_key_id TEXT;
CREATE INDEX collection_access_keys_made ON collection_access_keys (api_key_id) WHERE api_key_id IS NOT NULL;
`;
