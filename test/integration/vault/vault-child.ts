import { createKeytarKeychain } from '../../../electron/adapters/keytar-keychain.ts';
import { createSystemClock } from '../../../electron/adapters/system-clock.ts';
import { createSystemRandom } from '../../../electron/adapters/system-random.ts';
import { createLedgerHost } from '../../../electron/keys/ledger/ledger-host.ts';
import type { Keychain } from '../../../electron/ports/keychain.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import type { Vault } from '../../../electron/vault/vault.ts';
import { recordingLogger } from '../../support/in-memory-ports.ts';

export interface VaultRequest {
  readonly operation: keyof ReturnType<typeof createOperations>;
  readonly value?: string;
}

// The native keychain module reads its environment once, at its process's start: hence a process for each keyring.
const { KEYFOB_TEST_LEDGER: path = '', KEYFOB_TEST_KILL: kill } = process.env;

const real = createKeytarKeychain({ account: () => 'integration test', statusTimeoutMs: 1_000 });
const keychain: Keychain = {
  ...real,
  async write(value) {
    const written = await real.write(value);
    if (kill === 'after-keychain-write') process.kill(process.pid, 'SIGKILL');
    return written;
  },
};

function createOperations(vault: Vault, ledger: ReturnType<typeof createLedgerHost>['ledger']) {
  return {
    open: () => vault.open(),
    openQuietly: () => vault.open({ quietly: true }),
    prepare: () => vault.prepare(),
    useMemory: () => vault.useMemory(),
    async keep(secret: string) {
      const prepared = await vault.prepare();
      if (!prepared.ok) return prepared;
      ledger.transaction(() => {
        ledger.run(
          `INSERT OR IGNORE INTO services (id, kind, name, base_url, header_name, origins, created_at)
           VALUES ('local', 'local', 'Local API', '', '', '[]', 0)`,
        );
        ledger.run(
          `INSERT INTO api_keys (id, service_id, creator_id, name, name_key, mask, created_at)
           VALUES ('key', 'local', 'me', 'key', 'key', '', 0)`,
        );
        const sealed = vault.seal(secret, { apiKeyId: 'key', version: 1 });
        ledger.run("INSERT INTO sealed_secrets (api_key_id, version, sealed) VALUES ('key', 1, ?)", [sealed]);
      });
      return prepared;
    },
    unseal() {
      const sealed = ledger.get('SELECT sealed FROM sealed_secrets')?.['sealed'];
      if (!(sealed instanceof Uint8Array)) return 'nothing is sealed';
      return vault.unseal(sealed, { apiKeyId: 'key', version: 1 });
    },
    rows: () => [ledger.all('SELECT holder FROM vault'), ledger.all('SELECT api_key_id FROM sealed_secrets')],
    readKeychain: () => real.read({ mayPrompt: true }),
    writeKeychain: (value: string) => real.write(value),
    removeFromKeychain: () => real.remove(),
  };
}

const clock = createSystemClock();
const host = createLedgerHost({ path, clock, logger: recordingLogger() });
const vault = createVault({
  keychain,
  ledger: host.ledger,
  random: createSystemRandom(),
  clock,
  logger: recordingLogger(),
});
const operations = createOperations(vault, host.ledger);

process.on('message', (request: VaultRequest) => {
  void (async () => {
    const started = performance.now();
    const answer = await operations[request.operation](request.value ?? '');
    process.send?.({ answer, ms: performance.now() - started });
  })();
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
