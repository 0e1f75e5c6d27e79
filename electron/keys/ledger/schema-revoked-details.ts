/** What is kept of a living key goes with its revocation in one statement a table, not in five for each key: see revocation-rows.ts. */
export const SCHEMA_REVOKED_DETAILS = `
DROP TRIGGER revoked_key_details;
DROP TRIGGER revoked_key_limits;
`;
