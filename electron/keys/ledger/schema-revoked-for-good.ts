/** No key comes back to life, whoever asks: its name may be another's by now. */
export const SCHEMA_REVOKED_FOR_GOOD = `
CREATE TRIGGER api_keys_stay_revoked BEFORE UPDATE OF revoked_at ON api_keys
WHEN OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NULL
BEGIN SELECT RAISE(ABORT, 'A revoked key stays revoked'); END;
`;
