import { DatabaseSync } from 'node:sqlite';
import type { Ledger } from '../../../electron/keys/ledger/ledger.ts';
import { migrate, MIGRATIONS } from '../../../electron/keys/ledger/migrations.ts';
import { createSqliteLedger } from '../../../electron/keys/ledger/sqlite-ledger.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { encodeMasterKey } from '../../../electron/vault/master-key.ts';
import { createPresence } from '../../../electron/vault/presence.ts';
import type { Vault, VaultCustody } from '../../../electron/vault/vault.ts';
import {
  inMemoryKeychain,
  inMemoryTouchId,
  manualClock,
  recordingLogger,
  seededRandom,
} from '../../support/in-memory-ports.ts';

export function memoryLedger(): Ledger {
  const database = new DatabaseSync(':memory:');
  migrate(database, MIGRATIONS, () => undefined);
  const ledger = createSqliteLedger(database);
  ledger.run(
    `INSERT INTO services (id, kind, name, base_url, header_name, origins, created_at)
     VALUES ('local', 'local', 'Local API', '', '', '[]', 0)`,
  );
  return ledger;
}

const PURPOSES = { unlock: 'unlock', turnOn: 'turn on', turnOff: 'turn off' } as const;

/** A vault with its ledger, its keychain and somebody before a Mac with Touch ID; `restart` begins a new process on what is left of them. */
export function vaultWorld() {
  const keychain = inMemoryKeychain();
  const clock = manualClock();
  const logger = recordingLogger();
  const parts = { keychain, clock, logger, ledger: memoryLedger() };
  const touchId = inMemoryTouchId();
  let starts = 0;
  const restart = (changes: Partial<typeof parts> = {}): Vault & VaultCustody => {
    const { ledger } = { ...parts, ...changes };
    return createVault({
      ...parts,
      ...changes,
      presence: createPresence({ touchId, ledger, reasons: () => PURPOSES }),
      wrapCost: 2 ** 14,
      random: seededRandom(`start ${String((starts += 1))}`),
    });
  };
  return { ...parts, touchId, vault: restart(), restart };
}

/** A master key that is well-formed and nobody's. */
export const OTHER_MASTER_KEY = encodeMasterKey(seededRandom('another profile').bytes(32));

/** What the key service does: prepare, then seal and keep in one transaction. */
export async function keepSecret(
  { vault, ledger }: { readonly vault: Vault; readonly ledger: Ledger },
  secret: string,
  apiKeyId = 'key',
): Promise<void> {
  const prepared = await vault.prepare();
  if (!prepared.ok) throw new Error(`Not prepared: ${prepared.error.code}`);
  ledger.transaction(() => {
    ledger.run(
      `INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at)
       VALUES (?, 'local', 'me', ?, ?, '••••', 0)`,
      [apiKeyId, apiKeyId, apiKeyId],
    );
    ledger.run('INSERT INTO sealed_secrets (api_key_id, version, sealed) VALUES (?, 1, ?)', [
      apiKeyId,
      vault.seal(secret, { apiKeyId, version: 1 }),
    ]);
  });
}

export function sealedOf(ledger: Ledger, apiKeyId = 'key'): Uint8Array {
  const sealed = ledger.get('SELECT sealed FROM sealed_secrets WHERE api_key_id = ?', [apiKeyId])?.['sealed'];
  if (!(sealed instanceof Uint8Array)) throw new Error('Nothing is sealed for this key');
  return sealed;
}

/** The secret as the sender opens it, or the code of the refusal. */
export function openSecret(
  { vault, ledger }: { readonly vault: Vault; readonly ledger: Ledger },
  apiKeyId = 'key',
) {
  const opened = vault.unseal(sealedOf(ledger, apiKeyId), { apiKeyId, version: 1 });
  return opened.ok ? opened.value : opened.error.code;
}

/** Everything that the vault keeps in the ledger, to see that nothing changed. */
export function ledgerContent(ledger: Ledger): unknown {
  return [ledger.all('SELECT * FROM vault'), ledger.all('SELECT * FROM sealed_secrets')];
}

/** A world in which one secret was sealed before the last restart. */
export async function sealedWorld() {
  const world = vaultWorld();
  await keepSecret(world, 'my secret');
  return { ...world, vault: world.restart() };
}
