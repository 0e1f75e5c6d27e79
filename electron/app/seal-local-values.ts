import { MIGRATIONS } from '../keys/ledger/migrations.ts';
import type { LedgerPaths } from '../keys/ledger/ledger-files.ts';
import { LedgerUnavailableError, LedgerWriteError, type Ledger } from '../keys/ledger/ledger.ts';
import { rewriteBackups } from '../keys/ledger/rewrite-backups.ts';
import { hasPlainVariables, sealPlainVariables } from '../local-api/seal-plain-variables.ts';
import type { Logger } from '../ports/logger.ts';
import type { Random } from '../ports/random.ts';
import type { Vault } from '../vault/vault.ts';

export interface SealLocalValuesParts {
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly random: Random;
  readonly logger: Logger;
  readonly paths: LedgerPaths;
}

/**
 * Seals the secret values that older versions kept in the clear in the Local API's environments, in the ledger and in its backups, as
 * soon as there is a master key to do it with.
 */
export function sealLocalValues(parts: SealLocalValuesParts): void {
  let isDone = false;
  parts.vault.onChange(({ kind }) => {
    if (kind !== 'unlocked' || isDone) return;
    isDone = seal(parts);
  });
}

/** Whether it was done: what is kept from now on is sealed. */
function seal(parts: SealLocalValuesParts): boolean {
  const { logger, paths } = parts;
  try {
    const count = sealPlainVariables(parts);
    const backups = rewriteBackups(paths, MIGRATIONS, {
      isNeeded: hasPlainVariables,
      work: (ledger) => {
        sealPlainVariables({ ...parts, ledger });
      },
    });
    if (count + backups.changed + backups.failed > 0) {
      logger.info('Secret values of environments were sealed', { count, ...backups });
    }
    return backups.failed === 0;
  } catch (error) {
    // None is open, or the disk refuses: the next time.
    if (!(error instanceof LedgerUnavailableError || error instanceof LedgerWriteError)) throw error;
    logger.warn('Secret values of environments could not be sealed', {});
    return false;
  }
}
