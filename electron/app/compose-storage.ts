import { join } from 'node:path';
import { createDeadKeyFile } from '../keys/dead-keys/dead-key-file.ts';
import { createDeadKeys, withDeadKeys, type DeadKeys } from '../keys/dead-keys/dead-keys.ts';
import { createLedgerHost, type LedgerHost } from '../keys/ledger/ledger-host.ts';
import type { Ledger } from '../keys/ledger/ledger.ts';
import { createVault, type VaultOptions } from '../vault/create-vault.ts';
import type { Publish } from '../keys/publish.ts';
import type { Keychain } from '../ports/keychain.ts';
import type { TouchId } from '../ports/touch-id.ts';
import { createPresence } from '../vault/presence.ts';
import { createTouchIdSetting, type TouchIdSetting } from '../vault/touch-id-setting.ts';
import { readKeychainAccount } from '../vault/vault-rows.ts';
import type { Vault, VaultCustody } from '../vault/vault.ts';
import { ledgerPaths } from '../keys/ledger/ledger-files.ts';
import { sealLocalValues } from './seal-local-values.ts';
import type { Speaker } from './speaker.ts';
import { seedLedger } from './seed-ledger.ts';

export interface StorageParts extends Pick<VaultOptions, 'random' | 'clock' | 'logger'> {
  /** The keychain, under an entry of which the ledger knows the name. */
  readonly keychain: (account: () => string) => Keychain;
  readonly touchId: TouchId;
  readonly speaker: Pick<Speaker, 'texts'>;
  readonly publish: Publish;
  /** Where the ledger's file lies. */
  readonly folder: string;
}

export interface Storage {
  readonly ledgerHost: LedgerHost;
  readonly ledger: Ledger;
  readonly vault: Vault & VaultCustody;
  readonly touchIdSetting: TouchIdSetting;
  readonly deadKeys: DeadKeys;
}

/** The ledger, and the vault that seals what lies in it. */
export function composeStorage(parts: StorageParts): Storage {
  const { folder, clock, logger } = parts;
  const deadKeys = createDeadKeys({
    ...{ clock, logger },
    file: createDeadKeyFile(join(folder, 'dead-keys.txt'), clock),
  });
  const ledgerHost = createLedgerHost({
    path: join(folder, 'keyfob.db'),
    clock,
    logger,
    onOpen: (opened) => {
      seedLedger(opened, parts);
      deadKeys.meet(opened);
    },
  });
  const ledger = withDeadKeys(ledgerHost.ledger, deadKeys);
  const keychain = parts.keychain(() => readKeychainAccount(ledger));
  const presence = createPresence({ ...parts, ledger, reasons: () => parts.speaker.texts().touchId });
  const vault = createVault({ ...parts, keychain, ledger, presence });
  sealLocalValues({ ...parts, ledger, vault, paths: ledgerPaths(join(folder, 'keyfob.db')) });
  return {
    ledgerHost,
    ledger,
    vault,
    deadKeys,
    touchIdSetting: createTouchIdSetting({ ...parts, ...{ ledger, presence, vault } }),
  };
}
