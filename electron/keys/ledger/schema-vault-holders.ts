/**
 * The keychain entry of this ledger, so that two profiles never share or remove each other's; and the master key wrapped under a
 * passphrase, where that is its holder. A ledger whose master key is in a keychain already keeps the entry that it has.
 */
export const SCHEMA_VAULT_HOLDERS = `
CREATE TABLE keychain_entry (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  account TEXT NOT NULL
) STRICT;
INSERT INTO keychain_entry (id, account)
SELECT 1, CASE WHEN EXISTS (SELECT 1 FROM vault) THEN 'master-key' ELSE 'master-key-' || lower(hex(randomblob(8))) END;

CREATE TABLE wrapped_master_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  envelope TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
`;
