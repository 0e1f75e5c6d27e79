/** Whole keys are written down as dead in one statement before they are revoked, not in one for each of thousands: see revocation-rows.ts. */
export const SCHEMA_DEAD_AT_ONCE = `
DROP TRIGGER dead_api_key;
`;
