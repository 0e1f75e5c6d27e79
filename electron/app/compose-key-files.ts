import { createMovingService, type MovingOptions, type MovingService } from '../moving/moving-service.ts';
import type { FileDialog } from '../ports/file-dialog.ts';
import { createRecoveryKitFiles, type RecoveryKitFiles } from '../vault/recovery-kit-file.ts';
import type { Vault, VaultCustody } from '../vault/vault.ts';

export interface KeyFileParts extends MovingOptions {
  readonly vault: Vault & VaultCustody;
  /** Whose answers count while Keyfob is locked too: a kit is opened then. */
  readonly kitDialog: FileDialog;
}

export interface KeyFiles {
  readonly recoveryKits: RecoveryKitFiles;
  readonly moving: MovingService;
}

/** What opens everything, as files: the recovery kit, and keys for another computer. */
export function composeKeyFiles(parts: KeyFileParts): KeyFiles {
  return {
    recoveryKits: createRecoveryKitFiles({ ...parts, fileDialog: parts.kitDialog }),
    moving: createMovingService(parts),
  };
}
